import { introduce } from '../../app/people/introduce.js'
import type { Introduction } from '../../app/people/introduction.js'
import type { PersonName } from '../../app/ports.js'
import { roleText } from '../../domain/role.js'
import { type Answer, reply } from '../answer.js'
import type { AddDetails } from '../command/add-details.js'
import { refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { type PendingCommand, type PendingTie, putAside } from '../conversation/drafts.js'
import { forgottenBeforeView, samePersonView, thatSomeoneView } from '../views/pick-view.js'
import { introducedView } from '../views/saved-views.js'

/** `add NAME, TITLE at COMPANY`. */
export const runAdd = (bot: Bot, turn: Turn, details: AddDetails): Promise<Answer> =>
  addSomebody(bot, turn, details, { anew: false, goOn: null, afterwards: null })

type Adding = {
  /** They are not one of those already known. */
  readonly anew: boolean
  /** The command that nobody fitted, to go on with afterwards. */
  readonly goOn: PendingCommand | PendingTie | null
  /** Goes on with it, as a part of the act that introduced them. */
  readonly afterwards: ((person: PersonName, actId: string) => Promise<Answer>) | null
}

/** Introduces somebody, unless they may be known already: then it asks. */
export const addSomebody = async (
  bot: Bot,
  turn: Turn,
  details: Introduction,
  adding: Adding,
): Promise<Answer> => {
  const { name, title, company, addresses, slackUserId, offstage } = details
  const introduction = { name, title, company, addresses: [...addresses], slackUserId, offstage }
  const outcome = await introduce(bot, turn.asker, introduction, adding.anew)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { value } = outcome
  if (value.kind === 'introduced' && adding.afterwards !== null)
    return adding.afterwards({ id: value.person.id, name: value.person.name, role: '' }, value.actId)
  if (value.kind === 'introduced')
    return reply(introducedView(value.person, roleText(introduction), viewContext(turn), value.actId))
  const { goOn } = adding
  const { typed } = turn
  const draftId = await putAside(bot, turn, { kind: 'introduction', introduction, goOn, typed })
  if (value.kind === 'forgotten') return reply(forgottenBeforeView(name, draftId))
  return reply(
    value.kind === 'same-person'
      ? samePersonView(name, value.people, draftId, value.because)
      : thatSomeoneView(name, value.people, draftId),
  )
}
