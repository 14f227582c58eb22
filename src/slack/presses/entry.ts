import { type EntryRef, isEntryKind } from '../../app/entries/entry.js'
import { removeEntry } from '../../app/entries/remove-entry.js'
import { showEntry } from '../../app/entries/show-entry.js'
import { type Wider, widen } from '../../app/entries/widen.js'
import { answerWith, inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { openEntryForm } from '../conversation/edit-entry.js'
import { removedView, widenedView } from '../views/saved-views.js'
import { type OnPress, twoParts } from './press.js'

export const pressWiden: OnPress = async (bot, turn, press) => {
  const [kind, id] = twoParts(press.value)
  const ref: Wider | null = kind === 'news' ? { kind, id } : refIn(press.value)
  if (ref === null) return inPlace(refused(turn, { reason: 'entry-gone' }))
  const outcome = await widen(bot, turn.asker, ref)
  return inPlace(answerWith(turn, outcome, (widened) => widenedView(widened, viewContext(turn))))
}

export const pressEditEntry: OnPress = async (bot, turn, press) => {
  const ref = refIn(press.value)
  if (ref === null) return refused(turn, { reason: 'entry-gone' })
  const outcome = await showEntry(bot.uow, turn.asker, ref)
  if (!outcome.ok) return refused(turn, outcome.why)
  return openEntryForm(bot, turn, outcome.value)
}

export const pressRemoveEntry: OnPress = async (bot, turn, press) => {
  const ref = refIn(press.value)
  if (ref === null) return inPlace(refused(turn, { reason: 'entry-gone' }))
  const shown = await showEntry(bot.uow, turn.asker, ref)
  if (!shown.ok) return inPlace(refused(turn, shown.why))
  const outcome = await removeEntry(bot, turn.asker, shown.value.person.id, ref)
  return inPlace(answerWith(turn, outcome, (person) => removedView(person, viewContext(turn))))
}

/** The entry that a value names; null when it names none. */
const refIn = (value: string): EntryRef | null => {
  const [kind, id] = twoParts(value)
  return isEntryKind(kind) ? { kind, id } : null
}
