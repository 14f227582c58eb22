import { scopeOf } from '../../app/asker.js'
import { recognise } from '../../app/people/recognise.js'
import type { PersonName } from '../../app/ports.js'
import { type Answer, replace, reply } from '../answer.js'
import { inPlace, refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { viewContext } from '../conversation/bot.js'
import { type Draft, type PendingCommand, type PendingTie, takeUp } from '../conversation/drafts.js'
import { runFor } from '../conversation/run-command.js'
import { furtherAct } from '../conversation/turn.js'
import { logPicked } from '../reacting/log-picked.js'
import { addSomebody } from '../subcommands/add.js'
import { answerPicked } from '../subcommands/answered.js'
import { closePicked } from '../subcommands/closing.js'
import { mergePicked, mergeWith } from '../subcommands/merge.js'
import { tieTo } from '../subcommands/tie.js'
import { apartPicked, askApart } from '../subcommands/unmerge.js'
import { expiredView } from '../views/draft-view.js'
import { recognisedView } from '../views/saved-views.js'
import { type OnPress, twoParts } from './press.js'

type Waiting = PendingCommand | PendingTie

/** A choice about something that waited for it: whom, which day, which promise, the same or somebody new. */
export const pressPick: OnPress = async (bot, turn, press) => {
  const [draftId, choice] = twoParts(press.value)
  const draft = await takeUp(bot, turn, draftId)
  if (draft === null) return replace(expiredView())
  // Whatever is pressed first is carried out; a second press on the same question finds it done.
  const once = { ...turn, asker: { ...turn.asker, cause: `draft:${draftId}` } }
  return inPlace(await carryOn(bot, once, draft, choice, draftId))
}

const carryOn = async (
  bot: Bot,
  turn: Turn,
  draft: Draft,
  choice: string,
  draftId: string,
): Promise<Answer> => {
  switch (draft.kind) {
    case 'introduction':
      return introductionPicked(bot, turn, draft, choice)
    case 'reaction': {
      const person = await lookUp(bot, turn, choice)
      return person === null ? refused(turn, { reason: 'person-gone' }) : logPicked(bot, turn, draft, person)
    }
    case 'command':
      return commandPicked(bot, { ...turn, typed: draft.typed }, draft, choice)
    case 'tie':
      return tiePicked(bot, { ...turn, typed: draft.typed }, draft, choice)
    case 'merge':
      return mergeWith(bot, { ...turn, typed: draft.typed }, draft, choice)
    case 'merging':
      return mergePicked(bot, { ...turn, typed: draft.typed }, draft, choice)
    case 'apart':
      return apartPicked(bot, { ...turn, typed: draft.typed }, draftId, draft, choice)
    case 'apart-which':
      return draft.ids.includes(choice)
        ? askApart(bot, { ...turn, typed: draft.typed }, choice)
        : replace(expiredView())
    case 'closing':
    case 'answering':
      return draft.ids.includes(choice)
        ? openPicked(bot, { ...turn, typed: draft.typed }, draft, choice)
        : replace(expiredView())
    default:
      return replace(expiredView())
  }
}

/** Which promise, step or question was meant. */
const openPicked = (
  bot: Bot,
  turn: Turn,
  draft: Extract<Draft, { kind: 'closing' | 'answering' }>,
  choice: string,
): Promise<Answer> =>
  draft.kind === 'closing'
    ? closePicked(bot, turn, choice, draft.as)
    : answerPicked(bot, turn, choice, draft.text)

/** Whom the person is tied to. */
const tiePicked = (bot: Bot, turn: Turn, draft: PendingTie, choice: string): Promise<Answer> =>
  choice === 'add'
    ? addNamed(bot, turn, draft.who, draft)
    : tieTo(bot, turn, { personId: draft.personId, kind: draft.relation, otherId: choice })

const commandPicked = async (
  bot: Bot,
  turn: Turn,
  draft: PendingCommand,
  choice: string,
): Promise<Answer> => {
  if (choice === 'add') return addNamed(bot, turn, draft.who, draft.verb === 'show' ? null : draft)
  const tail = draft.tails[Number(choice)]
  const isDay = draft.tails.length > 0 && tail !== undefined
  const wanted = isDay || choice === 'note' ? draft.personId : choice
  const person = wanted === null ? null : await lookUp(bot, turn, wanted)
  if (person === null) return refused(turn, { reason: 'person-gone' })
  return runFor(bot, turn, isDay ? { ...draft, tail } : draft, person)
}

/** Introduces somebody by the name that nobody had, and goes on with what was typed about them. */
const addNamed = async (bot: Bot, turn: Turn, name: string, goOn: Waiting | null): Promise<Answer> => {
  if (name === '') return refused(turn, { reason: 'name-empty' })
  const introduction = { name, title: '', company: '', addresses: [], slackUserId: null, offstage: false }
  return addSomebody(bot, turn, introduction, { anew: false, goOn, afterwards: goingOn(bot, turn, goOn) })
}

const introductionPicked = async (
  bot: Bot,
  pressing: Turn,
  { introduction, goOn, typed }: Extract<Draft, { kind: 'introduction' }>,
  choice: string,
): Promise<Answer> => {
  const turn = { ...pressing, typed }
  const afterwards = goingOn(bot, turn, goOn)
  if (choice === 'anew') return addSomebody(bot, turn, introduction, { anew: true, goOn, afterwards })
  const outcome = await recognise(bot, turn.asker, choice, introduction)
  if (!outcome.ok) {
    // Nothing was new about them: what waited for the choice still goes on.
    const known = outcome.why.reason === 'nothing-changed' ? await lookUp(bot, turn, choice) : null
    if (goOn === null || known === null) return refused(turn, outcome.why)
    return goOnWith(bot, { ...turn, typed: goOn.typed }, goOn, known)
  }
  const { person, actId } = outcome.value
  return afterwards === null
    ? reply(recognisedView(outcome.value, viewContext(turn)))
    : afterwards({ id: person.id, name: person.name, role: '' }, actId)
}

/** What was typed about somebody who was not known yet is carried out once they are. */
const goingOn = (bot: Bot, turn: Turn, goOn: Waiting | null) =>
  goOn === null
    ? null
    : (person: PersonName, firstActId: string) => {
        const further = furtherAct(bot, { ...turn, typed: goOn.typed }, firstActId)
        return goOnWith(further.bot, further.turn, goOn, person)
      }

const goOnWith = (bot: Bot, turn: Turn, goOn: Waiting, person: PersonName): Promise<Answer> =>
  goOn.kind === 'tie' ? tiePicked(bot, turn, goOn, person.id) : runFor(bot, turn, goOn, person)

const lookUp = async (bot: Bot, { asker }: Turn, personId: string): Promise<PersonName | null> => {
  const [person] = await bot.uow.read(scopeOf(asker), ({ people }) => people.names([personId]))
  return person ?? null
}
