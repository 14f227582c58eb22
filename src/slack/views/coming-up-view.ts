import type { ComingUp } from '../../app/people/coming-up.js'
import type { Reply } from '../answer.js'
import type { ViewContext } from './context.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const comingUpView = (c: ComingUp, ctx: ViewContext): Reply => soon('coming up', c, ctx)
