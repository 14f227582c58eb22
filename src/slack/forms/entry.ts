import { editEntry } from '../../app/entries/edit-entry.js'
import { isLocalDate } from '../../domain/local-time.js'
import { fieldIds } from '../action-ids.js'
import { longestPart } from '../command/role-details.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { correctedView } from '../views/saved-views.js'
import { type OnForm, wrongAt } from './form.js'

/** The form of one entry: a text and its day, or a role. */
export const submitEntry: OnForm = async (bot, turn, { metadata, value }) => {
  const { personId, entryKind, entryId } = metadata
  if (entryKind === undefined || entryId === undefined) return refused(turn, { reason: 'entry-gone' })
  const ref = { kind: entryKind, id: entryId }
  if (entryKind === 'role') {
    const [title, company] = [value(fieldIds.title), value(fieldIds.company)]
    if (title === '' && company === '') return wrongAt(fieldIds.title, 'A title, a company, or both.')
    for (const [field, text] of [
      [fieldIds.title, title],
      [fieldIds.company, company],
    ] as const)
      if ([...text].length > longestPart)
        return wrongAt(field, `Please keep it under ${longestPart} letters.`)
    const [sinceOn, untilOn] = [value(fieldIds.sinceOn) || null, value(fieldIds.untilOn) || null]
    for (const [field, on] of [
      [fieldIds.sinceOn, sinceOn],
      [fieldIds.untilOn, untilOn],
    ] as const)
      if (on !== null && !isLocalDate(on)) return wrongAt(field, 'Which day was it?')
    if (sinceOn !== null && untilOn !== null && untilOn < sinceOn)
      return wrongAt(fieldIds.untilOn, 'It ended before it began. Which day is it?')
    const patch = { kind: 'role', title, company, sinceOn, untilOn } as const
    const outcome = await editEntry(bot, turn.asker, personId, ref, patch)
    return answerWith(turn, outcome, (person) => correctedView(person, viewContext(turn)))
  }
  const [text, on] = [value(fieldIds.text), value(fieldIds.on)]
  if (text === '' && entryKind === 'note')
    return wrongAt(fieldIds.text, 'Remove the note instead, or say something.')
  if (!isLocalDate(on)) return wrongAt(fieldIds.on, 'Which day was it?')
  if (on > turn.asker.today) return wrongAt(fieldIds.on, 'That day is still to come.')
  const outcome = await editEntry(bot, turn.asker, personId, ref, { kind: 'text', text, on })
  return answerWith(turn, outcome, (person) => correctedView(person, viewContext(turn)))
}
