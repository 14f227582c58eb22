import type { Card } from '../../app/people/card.js'
import type { Reply } from '../answer.js'
import type { ViewContext } from './context.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export type Leftover = { readonly draftId: string; readonly text: string }
export const cardView = (card: Card, ctx: ViewContext, leftover: Leftover | null = null): Reply =>
  soon(card.person.name, ctx, leftover)
