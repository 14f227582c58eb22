import { editEntry } from '../../app/entries/edit-entry.js'
import type { EntryRef } from '../../app/entries/entry.js'
import { type EntryFields, fieldsOf } from '../../app/entries/fields.js'
import { showEntry } from '../../app/entries/show-entry.js'
import type { Rejection } from '../../app/outcome.js'
import { isWiderThanShown } from '../../app/tells-all.js'
import type { Home } from '../../domain/audience.js'
import { meanwhile, seenAgain } from '../../domain/meanwhile.js'
import { fieldIds } from '../action-ids.js'
import { type Answer, modal } from '../answer.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { putAside, takeUp } from '../conversation/drafts.js'
import { entryFields } from '../views/entry-fields.js'
import { entryFormAgain } from '../views/entry-form.js'
import { meanwhileKept } from '../views/meanwhile-view.js'
import { correctedView } from '../views/saved-views.js'
import { readFields } from './entry-values.js'
import { type OnForm, wrongAt } from './form.js'
import { type FormMetadata, metadataAgain } from './metadata.js'

/** The form of one entry, of any kind. */
export const submitEntry: OnForm = async (bot, turn, { metadata, value }) => {
  const { personId, entryKind, entryId } = metadata
  if (entryKind === undefined || entryId === undefined) return refused(turn, { reason: 'entry-gone' })
  const ref = { kind: entryKind, id: entryId }
  const shown = await showEntry(bot.uow, turn.asker, ref)
  if (!shown.ok) return refused(turn, shown.why)
  const { seen, shownIn } = await seenIn(bot, turn, metadata)
  const now = fieldsOf(shown.value.found)
  const typed = readFields(value, { before: seen ?? now, now }, turn.asker.today)
  if ('complaint' in typed) return wrongAt(typed.field, typed.complaint)
  const outcome = await editEntry(bot, turn.asker, personId, ref, { seen, typed, shownIn })
  if (!outcome.ok && outcome.why.reason === 'changed-meanwhile')
    return comeBack(bot, turn, { ref, metadata, seen, typed, shownIn })
  const tied = outcome.ok ? undefined : tieComplaints.get(outcome.why.reason)
  if (tied !== undefined) return wrongAt(fieldIds.relation, tied)
  return answerWith(turn, outcome, ({ person, next, theirs }) =>
    correctedView(person, meanwhileKept(entryFields(shown.value, next, turn.asker.today), theirs)),
  )
}

const tieComplaints = new Map<Rejection['reason'], string>([
  ['tie-known', 'That is written down about the two already.'],
  ['tie-circle', 'Then the two would report to each other, in a circle.'],
])

/** What the form was filled with; null when it was open for longer than that is remembered. */
const seenIn = async (
  bot: Bot,
  turn: Turn,
  { seenId, entryKind }: FormMetadata,
): Promise<{ readonly seen: EntryFields | null; readonly shownIn: Home | null }> => {
  const draft = seenId === undefined ? null : await takeUp(bot, turn, seenId)
  return draft?.kind === 'entry-form' && draft.seen.kind === entryKind
    ? { seen: draft.seen, shownIn: draft.shownIn ?? null }
    : { seen: null, shownIn: null }
}

type HandedIn = {
  readonly ref: EntryRef
  readonly metadata: FormMetadata
  readonly seen: EntryFields | null
  readonly typed: EntryFields
  readonly shownIn: Home | null
}

/** The same form, with what was typed and what somebody else made of the entry meanwhile. */
const comeBack = async (
  bot: Bot,
  turn: Turn,
  { ref, metadata, seen, typed, shownIn }: HandedIn,
): Promise<Answer> => {
  const shown = await showEntry(bot.uow, turn.asker, ref)
  if (!shown.ok) return refused(turn, shown.why)
  const now = fieldsOf(shown.value.found)
  const { home } = shown.value.found.entry
  const isWider = isWiderThanShown(turn.asker, shownIn, home)
  const differing = { ...meanwhile(seen, typed, now), isWider }
  const seenId = await putAside(bot, turn, {
    kind: 'entry-form',
    seen: seenAgain(seen, now, differing),
    shownIn: home,
  })
  const again = metadataAgain(metadata, seenId)
  return modal(entryFormAgain(shown.value, typed, differing, again, viewContext(turn)))
}
