import type { Greeting } from '../../app/people/greet.js'
import type { Reply } from '../answer.js'
import type { ViewContext } from './context.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const greetingView = (g: Greeting, ctx: ViewContext): Reply => soon('hello', g, ctx)
