import type { ModalView } from '@slack/types'
import { card } from '../../app/people/card.js'
import { confirm } from '../../app/people/confirm.js'
import { showPerson } from '../../app/people/show-person.js'
import { takeBack } from '../../app/take-back.js'
import type { LocalDate } from '../../domain/local-time.js'
import { modal, replace } from '../answer.js'
import { answerWith, inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { openEditForm } from '../conversation/edit-person.js'
import { formMetadata } from '../forms/metadata.js'
import { noteForm, promiseForm } from '../views/card-forms.js'
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

/** What came with a file is so: the card says no more that nobody has confirmed it. */
export const pressConfirm: OnPress = async (bot, turn, press) => {
  const outcome = await confirm(bot, turn.asker, press.value)
  if (!outcome.ok && outcome.why.reason !== 'nothing-changed') return inPlace(refused(turn, outcome.why))
  return pressCard(bot, turn, press)
}

export const pressEdit: OnPress = async (bot, turn, press) => {
  const outcome = await showPerson(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return refused(turn, outcome.why)
  return openEditForm(bot, turn, outcome.value)
}

/** A form about one person, opened by a button that names them. */
const opening =
  (form: (name: string, metadata: string, today: LocalDate) => ModalView): OnPress =>
  async (bot, turn, press) => {
    const outcome = await showPerson(bot.uow, turn.asker, press.value)
    if (!outcome.ok) return refused(turn, outcome.why)
    const { id, name } = outcome.value
    return modal(form(name, formMetadata(turn, { personId: id }), turn.asker.today))
  }

export const pressTalked = opening((name, metadata, today) => talkedForm(name, today, metadata))
export const pressWriteNote = opening(noteForm)
export const pressPromise = opening(promiseForm)
export const pressMoveHome = opening(moveHomeForm)

export const pressUndo: OnPress = async (bot, turn, press) => {
  const outcome = await takeBack(bot, turn.asker, press.value)
  return inPlace(answerWith(turn, outcome, (taken) => takenBackView(taken, viewContext(turn))))
}
