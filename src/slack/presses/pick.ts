import { scopeOf } from '../../app/asker.js'
import { recognise } from '../../app/people/recognise.js'
import type { PersonName } from '../../app/ports.js'
import { type Answer, replace, reply } from '../answer.js'
import { inPlace, refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { viewContext } from '../conversation/bot.js'
import { type Draft, type PendingCommand, takeUp } from '../conversation/drafts.js'
import { runFor } from '../conversation/run-command.js'
import { furtherAct } from '../conversation/turn.js'
import { logPicked } from '../reacting/log-picked.js'
import { addSomebody } from '../subcommands/add.js'
import { expiredView } from '../views/draft-view.js'
import { recognisedView } from '../views/saved-views.js'
import { type OnPress, twoParts } from './press.js'

/** A choice about something that waited for it: whom, which day, the same or somebody new. */
export const pressPick: OnPress = async (bot, turn, press) => {
  const [draftId, choice] = twoParts(press.value)
  const draft = await takeUp(bot, turn, draftId)
  if (draft === null) return replace(expiredView())
  // Whatever is pressed first is carried out; a second press on the same question finds it done.
  const once = { ...turn, asker: { ...turn.asker, cause: `draft:${draftId}` } }
  return inPlace(await carryOn(bot, once, draft, choice))
}

const carryOn = async (bot: Bot, turn: Turn, draft: Draft, choice: string): Promise<Answer> => {
  if (draft.kind === 'find' || draft.kind === 'form') return replace(expiredView())
  if (draft.kind === 'introduction') return introductionPicked(bot, turn, draft, choice)
  if (draft.kind === 'reaction') {
    const person = await lookUp(bot, turn, choice)
    return person === null ? refused(turn, { reason: 'person-gone' }) : logPicked(bot, turn, draft, person)
  }
  const asTyped = { ...turn, typed: draft.typed }
  return commandPicked(bot, asTyped, draft, choice)
}

const commandPicked = async (
  bot: Bot,
  turn: Turn,
  draft: PendingCommand,
  choice: string,
): Promise<Answer> => {
  if (choice === 'add') {
    const nobodyElse = { title: '', company: '', addresses: [], slackUserId: null, offstage: false }
    const goOn = draft.verb === 'show' ? null : draft
    if (draft.who === '') return refused(turn, { reason: 'name-empty' })
    const introduction = { name: draft.who, ...nobodyElse }
    return addSomebody(bot, turn, introduction, { anew: false, goOn, afterwards: goingOn(bot, turn, goOn) })
  }
  const tail = draft.tails[Number(choice)]
  const isDay = draft.tails.length > 0 && tail !== undefined
  const wanted = isDay || choice === 'note' ? draft.personId : choice
  const person = wanted === null ? null : await lookUp(bot, turn, wanted)
  if (person === null) return refused(turn, { reason: 'person-gone' })
  return runFor(bot, turn, isDay ? { ...draft, tail } : draft, person)
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
  if (!outcome.ok) return refused(turn, outcome.why)
  const { person, actId } = outcome.value
  return afterwards === null
    ? reply(recognisedView(outcome.value, viewContext(turn)))
    : afterwards({ id: person.id, name: person.name, role: '' }, actId)
}

/** What was typed about somebody who was not known yet is carried out once they are. */
const goingOn = (bot: Bot, turn: Turn, goOn: PendingCommand | null) =>
  goOn === null
    ? null
    : (person: PersonName, firstActId: string) => {
        const further = furtherAct(bot, { ...turn, typed: goOn.typed }, firstActId)
        return runFor(further.bot, further.turn, goOn, person)
      }

const lookUp = async (bot: Bot, { asker }: Turn, personId: string): Promise<PersonName | null> => {
  const [person] = await bot.uow.read(scopeOf(asker), ({ people }) => people.names([personId]))
  return person ?? null
}
