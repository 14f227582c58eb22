import { scopeOf } from '../../app/asker.js'
import { promisesOf } from '../../app/home/promised.js'
import { unattended } from '../../app/home/unattended.js'
import { waitingFor } from '../../app/home/waiting.js'
import { handOver } from '../../app/people/hand-over.js'
import { modal, nothing, replace } from '../answer.js'
import { answerWith } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { formMetadata } from '../forms/metadata.js'
import { closePicked } from '../subcommands/closing.js'
import { runFind } from '../subcommands/find.js'
import { listLength, promisesList, unattendedList, waitingList } from '../views/home-lists.js'
import { introduceForm } from '../views/introduce-form.js'
import { handedView } from '../views/saved-views.js'
import { type OnPress, offsetIn } from './press.js'

/** The field at the top: what was typed is looked for. An emptied field asks nothing. */
export const pressHomeFind: OnPress = async (bot, turn, { value }) =>
  value.trim() === '' ? nothing : runFind(bot, turn, { kind: 'find', text: value })

export const pressIntroduce: OnPress = async (_bot, turn) =>
  modal(introduceForm(formMetadata(turn, { personId: '' })))

/** Whose owner has left is handed to whoever presses. */
export const pressLookAfter: OnPress = async (bot, turn, { value: personId }) => {
  const me = turn.asker.userId
  const outcome = await handOver(bot, turn.asker, personId, me)
  return answerWith(turn, outcome, (person) => handedView(person, me, viewContext(turn)))
}

export const pressKeptPromise: OnPress = (bot, turn, { value: commitmentId }) =>
  closePicked(bot, turn, commitmentId, 'kept')

export const pressWaitingPage: OnPress = async ({ uow }, { asker }, { value }) => {
  const page = pageAt(value)
  return replace(waitingList(await uow.read(scopeOf(asker), (s) => waitingFor(s, asker, page)), asker))
}

export const pressPromisesPage: OnPress = async ({ uow }, { asker }, { value }) => {
  const page = pageAt(value)
  return replace(promisesList(await uow.read(scopeOf(asker), (s) => promisesOf(s, asker, page)), asker))
}

export const pressUnattendedPage: OnPress = async (bot, { asker }, { value }) =>
  replace(unattendedList(await unattended(bot, asker, pageAt(value))))

const pageAt = (value: string) => ({ limit: listLength, offset: offsetIn(value) })
