import type { InteractionKind } from '../../../domain/interaction.js'
import type { LocalDate } from '../../../domain/local-time.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button, clip } from '../blocks.js'
import { seenByLine, type ViewContext } from '../context.js'
import { command, joined, named, say, type Words } from '../copy.js'
import { ago } from '../days.js'
import { didWith } from '../kinds.js'
import { buttons, hint, line, page, quote } from '../page.js'

/** Enough of it to see that it is the right one. */
const shown = 200

/** One conversation with several people, written down for each. */
export const severalLoggedView = (
  names: readonly string[],
  { kind, on, text }: { readonly kind: InteractionKind; readonly on: LocalDate; readonly text: string },
  actId: string,
  ctx: ViewContext,
): Reply => {
  const said = say`You ${didWith[kind]} ${allOf(names)} ${ago(on, ctx.today)}${text === '' ? '.' : ':'}`
  return several(said, text, actId, ctx)
}

/** One note about several people, kept for each. */
export const severalKeptView = (
  names: readonly string[],
  text: string,
  actId: string,
  ctx: ViewContext,
): Reply => several(say`Kept for ${allOf(names)}:`, text, actId, ctx)

const several = (said: Words, text: string, actId: string, ctx: ViewContext): Reply => {
  const seenBy = seenByLine(ctx)
  return page([
    line(said),
    ...(text === '' ? [] : [quote(clip(text, shown))]),
    ...(seenBy === null ? [] : [hint(seenBy)]),
    buttons([button('Undo', actionIds.undo, actId)]),
    hint(say`${command('/person undo')} takes it back for all of them.`),
  ])
}

/** "Frank Ortiz, Lily Chen and Ana Ruiz". */
const allOf = (names: readonly string[]): Words => {
  const all = names.map(named)
  const last = all.at(-1) ?? []
  return all.length < 2 ? last : say`${joined(all.slice(0, -1), ', ')} and ${last}`
}
