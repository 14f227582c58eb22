import { scopeOf } from '../../app/asker.js'
import { changeHome } from '../../app/people/change-home.js'
import { formOf, type PersonForm, putRight } from '../../app/people/put-right.js'
import { addressKey } from '../../domain/names.js'
import { isTooLongAName, longestName } from '../../domain/person.js'
import { fieldIds } from '../action-ids.js'
import { readRhythm } from '../command/rhythm-details.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { correctedView, movedView } from '../views/saved-views.js'
import { type Filled, type OnForm, wrongAt } from './form.js'

/** The form of `edit`. */
export const submitPerson: OnForm = async (bot, turn, filled) => {
  const { personId, seenId } = filled.metadata
  const person = await bot.uow.read(scopeOf(turn.asker), ({ people }) => people.get(personId))
  if (person === null) return refused(turn, { reason: 'person-gone' })
  const name = filled.value(fieldIds.name)
  if (name === '') return wrongAt(fieldIds.name, 'A person has a name. What is it?')
  if (isTooLongAName(name)) return wrongAt(fieldIds.name, `Please keep it under ${longestName} letters.`)
  const rhythm = readRhythm(filled.value(fieldIds.rhythm))
  if (rhythm.kind === 'refusal')
    return wrongAt(fieldIds.rhythm, 'Say it like "3 weeks", "2 months" or "never".')
  const addresses = addressesIn(filled)
  const wrong = addresses.find(
    (address) => !/^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\S+\/\S+|\+?[\d\s().-]{5,})$/u.test(address),
  )
  if (wrong !== undefined)
    return wrongAt(
      fieldIds.addresses,
      'That does not look like an e-mail address, a link or a number. One on each line.',
    )
  const draft = seenId === undefined ? null : await takeUp(bot, turn, seenId)
  const before = draft?.kind === 'form' ? draft.seen : formOf(person)
  const form: PersonForm = {
    name,
    addresses,
    prefers: filled.value(fieldIds.prefers) || null,
    slackUserId: filled.value(fieldIds.slackUser) || null,
    rhythm: rhythm.rhythm,
  }
  const outcome = await putRight(bot, turn.asker, personId, before, form)
  return answerWith(turn, outcome, (changed) => correctedView(changed, viewContext(turn)))
}

/** As typed, each once. */
const addressesIn = (filled: Filled): string[] => {
  const typed = filled
    .value(fieldIds.addresses)
    .split(/[\n,;]+/u)
    .map((address) => address.trim())
    .filter((address) => address !== '')
  return [
    ...new Map(typed.toReversed().map((address) => [addressKey(address), address])).values(),
  ].toReversed()
}

/** The form behind "Move to a channel". */
export const submitHome: OnForm = async (bot, turn, { metadata, value }) => {
  const outcome = await changeHome(bot, turn.asker, metadata.personId, value(fieldIds.channel))
  if (!outcome.ok && outcome.why.reason === 'cannot-live-there')
    return wrongAt(
      fieldIds.channel,
      'Pick a channel that you and I are both in and that nobody outside reads.',
    )
  return answerWith(turn, outcome, (moved) => movedView(moved, viewContext(turn)))
}
