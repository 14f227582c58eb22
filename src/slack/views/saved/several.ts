import type { Rejection } from '../../../app/outcome.js'
import type { InteractionKind } from '../../../domain/interaction.js'
import type { LocalDate } from '../../../domain/local-time.js'
import type { Person } from '../../../domain/person.js'
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
  readonly people: readonly Person[]
  readonly refused: readonly { readonly name: string; readonly why: Rejection }[]
  readonly actId: string
}

/** One conversation with several people, written down for each. */
export const severalLoggedView = (
  all: Several,
  { kind, on, text }: { readonly kind: InteractionKind; readonly on: LocalDate; readonly text: string },
  ctx: ViewContext,
): Reply => {
  const did = say`You ${didWith[kind]} ${allOf(all.people)} ${ago(on, ctx.today)}${text === '' ? '.' : ':'}`
  return several(did, text, all, ctx)
}

/** One note about several people, kept for each. */
export const severalKeptView = (all: Several, text: string, ctx: ViewContext): Reply =>
  several(say`Kept for ${allOf(all.people)}:`, text, all, ctx)

const several = (said: Words, text: string, all: Several, ctx: ViewContext): Reply => {
  const { people, refused, actId } = all
  return page([
    line(said),
    ...(text === '' ? [] : [quote(clip(text, shown))]),
    ...(refused.length === 0 ? [] : [line(...refused.map(notFor))]),
    ...seenBy(people, ctx).map((words) => hint(words)),
    buttons([button('Undo', actionIds.undo, actId)]),
    hint(say`${command('/person undo')} takes it back${ours(people.length > 1 ? ' for all of them' : '')}.`),
  ])
}

/** Who sees it is said once where that is the same for all, and else of each whom not everyone sees. */
const seenBy = (people: readonly Person[], ctx: ViewContext): readonly Words[] => {
  const each = people.map((person) => ({ person, words: seenByLine(ctx, person) }))
  const texts = new Set(each.map(({ words }) => JSON.stringify(words)))
  if (texts.size === 1) return each.slice(0, 1).flatMap(({ words }) => (words === null ? [] : [words]))
  return each.flatMap(({ person, words }) => (words === null ? [] : [say`${named(person.name)}: ${words}`]))
}

/** What to type next is left out: the words stand above, kept for somebody. */
const notFor = ({ name, why }: Several['refused'][number]): Words =>
  say`Not for ${named(name)}: ${rejectionWords(why)[0] ?? []}`

/** "Frank Ortiz, Lily Chen and Ana Ruiz". */
const allOf = (people: readonly Person[]): Words => {
  const all = people.map(({ name }) => named(name))
  const last = all.at(-1) ?? []
  return all.length < 2 ? last : say`${joined(all.slice(0, -1), ', ')} and ${last}`
}
