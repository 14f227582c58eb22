import type { History } from '../../app/people/history.js'
import type { Reply } from '../answer.js'
import type { ViewContext } from './context.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const historyView = (history: History, ctx: ViewContext): Reply => soon(history.person.name, ctx)
