import type { Findings } from '../../app/people/find.js'
import type { Reply } from '../answer.js'
import type { ViewContext } from './context.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const findingsView = (found: Findings, typed: string, draftId: string, ctx: ViewContext): Reply =>
  soon('found', found, typed, draftId, ctx)
