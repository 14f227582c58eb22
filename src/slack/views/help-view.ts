import type { Reply } from '../answer.js'
import type { Verb } from '../command/verbs.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const helpView = (verb: Verb | null, unknown?: string): Reply => soon('help', verb, unknown)
