import { card } from '../../app/people/card.js'
import { showPerson } from '../../app/people/show-person.js'
import { takeBack } from '../../app/take-back.js'
import { modal, replace } from '../answer.js'
import { answerWith, inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { openEditForm } from '../conversation/edit-person.js'
import { formMetadata } from '../forms/metadata.js'
import { cardView } from '../views/card-view.js'
import { moveHomeForm, talkedForm } from '../views/forms.js'
import { takenBackView } from '../views/saved-views.js'
import type { OnPress } from './press.js'

export const pressCard: OnPress = async (bot, turn, press) => {
  const outcome = await card(bot.uow, bot.questions, turn.asker, press.value)
  return outcome.ok
    ? replace(cardView(outcome.value, viewContext(turn), null))
    : inPlace(refused(turn, outcome.why))
}

export const pressEdit: OnPress = async (bot, turn, press) => {
  const outcome = await showPerson(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return refused(turn, outcome.why)
  return openEditForm(bot, turn, outcome.value)
}

export const pressTalked: OnPress = async (bot, turn, press) => {
  const outcome = await showPerson(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { id, name } = outcome.value
  return modal(talkedForm(name, turn.asker.today, formMetadata(turn, { personId: id })))
}

export const pressMoveHome: OnPress = async (bot, turn, press) => {
  const outcome = await showPerson(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { id, name } = outcome.value
  return modal(moveHomeForm(name, formMetadata(turn, { personId: id })))
}

export const pressUndo: OnPress = async (bot, turn, press) => {
  const outcome = await takeBack(bot, turn.asker, press.value)
  return inPlace(answerWith(turn, outcome, (taken) => takenBackView(taken, viewContext(turn))))
}
