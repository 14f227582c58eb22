import { commit } from '../../app/commitments/commit.js'
import { keepNote } from '../../app/notes/keep-note.js'
import { commitmentKinds } from '../../domain/commitment.js'
import { isLocalDate } from '../../domain/local-time.js'
import type { NoteKind } from '../../domain/note.js'
import { fieldIds } from '../action-ids.js'
import { answerWith } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { committedView, keptView } from '../views/saved-views.js'
import { type OnForm, wrongAt } from './form.js'

const noteKinds: readonly NoteKind[] = ['note', 'heard', 'situation']

/** "Note" on a card. */
export const submitNote: OnForm = async (bot, turn, { metadata, value }) => {
  const text = value(fieldIds.text)
  if (text === '') return wrongAt(fieldIds.text, 'Say it in a few words.')
  const kind = noteKinds.find((each) => each === value(fieldIds.kind)) ?? 'note'
  const outcome = await keepNote(bot, turn.asker, metadata.personId, kind, text)
  return answerWith(turn, outcome, (kept) => keptView(kept, viewContext(turn)))
}

/** "Promise" on a card. */
export const submitPromise: OnForm = async (bot, turn, { metadata, value }) => {
  const text = value(fieldIds.text)
  if (text === '') return wrongAt(fieldIds.text, 'Say it in a few words.')
  const dueOn = value(fieldIds.dueOn) || null
  if (dueOn !== null && !isLocalDate(dueOn)) return wrongAt(fieldIds.dueOn, 'Which day is it?')
  const kind = commitmentKinds.find((each) => each === value(fieldIds.kind)) ?? 'promise'
  const { personId } = metadata
  const outcome = await commit(bot, turn.asker, { personId, kind, text, dueOn })
  if (!outcome.ok && outcome.why.reason === 'day-passed')
    return wrongAt(fieldIds.dueOn, 'That day is over. Pick today or a day to come, or leave it blank.')
  return answerWith(turn, outcome, (committed) => committedView(committed, viewContext(turn)))
}
