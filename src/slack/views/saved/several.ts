import type { Rejection } from '../../../app/outcome.js'
import type { InteractionKind } from '../../../domain/interaction.js'
import type { LocalDate } from '../../../domain/local-time.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button, clip } from '../blocks.js'
import { seenByLine, type ViewContext } from '../context.js'
import { command, joined, named, ours, say, type Words } from '../copy.js'
import { ago } from '../days.js'
import { didWith } from '../kinds.js'
import { buttons, hint, line, page, quote } from '../page.js'
import { rejectionWords } from '../rejection-words.js'

/** Enough of it to see that it is the right one. */
const shown = 200

/** For whom it was done, as one act, and for whom not. */
export type Several = {
  readonly names: readonly string[]
  readonly refused: readonly { readonly name: string; readonly why: Rejection }[]
  readonly actId: string
}

/** One conversation with several people, written down for each. */
export const severalLoggedView = (
  all: Several,
  { kind, on, text }: { readonly kind: InteractionKind; readonly on: LocalDate; readonly text: string },
  ctx: ViewContext,
): Reply => {
  const did = say`You ${didWith[kind]} ${allOf(all.names)} ${ago(on, ctx.today)}${text === '' ? '.' : ':'}`
  return several(did, text, all, ctx)
}

/** One note about several people, kept for each. */
export const severalKeptView = (all: Several, text: string, ctx: ViewContext): Reply =>
  several(say`Kept for ${allOf(all.names)}:`, text, all, ctx)

const several = (said: Words, text: string, { names, refused, actId }: Several, ctx: ViewContext): Reply => {
  const seenBy = seenByLine(ctx)
  return page([
    line(said),
    ...(text === '' ? [] : [quote(clip(text, shown))]),
    ...(refused.length === 0 ? [] : [line(...refused.map(notFor))]),
    ...(seenBy === null ? [] : [hint(seenBy)]),
    buttons([button('Undo', actionIds.undo, actId)]),
    hint(say`${command('/person undo')} takes it back${ours(names.length > 1 ? ' for all of them' : '')}.`),
  ])
}

/** What to type next is left out: the words stand above, kept for somebody. */
const notFor = ({ name, why }: Several['refused'][number]): Words =>
  say`Not for ${named(name)}: ${rejectionWords(why)[0] ?? []}`

/** "Frank Ortiz, Lily Chen and Ana Ruiz". */
const allOf = (names: readonly string[]): Words => {
  const all = names.map(named)
  const last = all.at(-1) ?? []
  return all.length < 2 ? last : say`${joined(all.slice(0, -1), ', ')} and ${last}`
}
