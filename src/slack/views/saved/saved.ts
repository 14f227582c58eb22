import type { Home } from '../../../domain/audience.js'
import type { Person } from '../../../domain/person.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button, type Pressable } from '../blocks.js'
import { notInChannelLine, type SavedEntry, seenByLine, type ViewContext, widenButton } from '../context.js'
import { command, say } from '../copy.js'
import { buttons, hint, type Part, page } from '../page.js'

type Saved = {
  /** What was written down; its home decides who sees it. Null when it was the person. */
  readonly entry?: SavedEntry | null
  /** Who sees it, where nothing was written down by itself; the person's home unless said otherwise. */
  readonly seenIn?: Home
  /** The act, for an *Undo* button beside the line that says how. */
  readonly actId?: string | null
  /** What else can be done with it. */
  readonly also?: readonly Pressable[]
  /** Whether it matters here that the bot cannot nudge in this place. */
  readonly nudges?: boolean
}

/** A reply that saves: what was kept, who will see it when that is not everyone, and how to take it back. */
export const saved = (
  ctx: ViewContext,
  person: Person,
  said: readonly Part[],
  { entry = null, seenIn = person.home, actId = null, also = [], nudges = false }: Saved = {},
): Reply => {
  const seenBy = seenByLine(ctx, person, entry?.home ?? seenIn)
  const unheard = nudges && person.home === ctx.place.home ? notInChannelLine(ctx.place) : null
  const wider = widenButton(ctx, person, entry)
  const pressable = [
    ...(actId === null ? [] : [button('Undo', actionIds.undo, actId)]),
    ...(wider === null ? [] : [wider]),
    ...also,
  ]
  return page([
    ...said,
    ...(seenBy === null ? [] : [hint(seenBy)]),
    ...(unheard === null ? [] : [hint(unheard)]),
    ...(pressable.length === 0 ? [] : [buttons(pressable)]),
    hint(say`${command('/person undo')} takes it back.`),
  ])
}
