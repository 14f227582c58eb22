import { answerNudge, type Pressed } from '../../app/nudges/answer.js'
import { nudgedPerson } from '../../app/nudges/nudged-person.js'
import { type LocalDate, plusDays, plusMonths } from '../../domain/local-time.js'
import { type Answer, modal } from '../answer.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { formMetadata } from '../forms/metadata.js'
import { handOverForm, reachedOutForm } from '../views/forms.js'
import { answeredView } from '../views/saved-views.js'
import { type OnPress, twoParts } from './press.js'

export const pressReachedOut: OnPress = async (bot, turn, press) => {
  const outcome = await nudgedPerson(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { person, nudge } = outcome.value
  const metadata = formMetadata(turn, { personId: person.id, nudgeId: nudge.id })
  return modal(reachedOutForm(person.name, turn.asker.today, metadata))
}

export const pressHandOver: OnPress = async (bot, turn, press) => {
  const outcome = await nudgedPerson(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { person, nudge } = outcome.value
  return modal(handOverForm(person.name, formMetadata(turn, { personId: person.id, nudgeId: nudge.id })))
}

export const pressNotNeeded: OnPress = (bot, turn, press) =>
  answer(bot, turn, press.value, { kind: 'not-needed' })

export const pressLater: OnPress = async (bot, turn, press) => {
  const [nudgeId, howLong] = twoParts(press.value)
  const until = laterBy(turn.asker.today, howLong)
  if (until === null) return refused(turn, { reason: 'person-gone' })
  return answer(bot, turn, nudgeId, { kind: 'later', until })
}

/** Null for what was never offered. */
const laterBy = (today: LocalDate, howLong: string): LocalDate | null => {
  if (howLong === 'month') return plusMonths(today, 1)
  if (howLong === 'week') return plusDays(today, 7)
  return howLong === 'day' ? plusDays(today, 1) : null
}

const answer = async (bot: Bot, turn: Turn, nudgeId: string, pressed: Pressed): Promise<Answer> => {
  const found = await nudgedPerson(bot.uow, turn.asker, nudgeId)
  if (!found.ok) return refused(turn, found.why)
  const outcome = await answerNudge(bot, turn.asker, nudgeId, found.value.person.id, pressed)
  return answerWith(turn, outcome, (answered) => answeredView(answered, viewContext(turn)))
}
