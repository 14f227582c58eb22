import { scopeOf } from '../../app/asker.js'
import { comingUp } from '../../app/people/coming-up.js'
import { find } from '../../app/people/find.js'
import { history } from '../../app/people/history.js'
import { replace } from '../answer.js'
import { inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { comingUpView } from '../views/coming-up-view.js'
import { expiredView } from '../views/draft-view.js'
import { findingsView } from '../views/findings-view.js'
import { historyView } from '../views/history-view.js'
import { pickView } from '../views/pick-view.js'
import { type OnPress, offsetIn, twoParts } from './press.js'

/** *More* of a card, and its further pages. */
export const pressHistory: OnPress = async (bot, turn, press) => {
  const [personId, offset] = twoParts(press.value)
  const outcome = await history(bot.uow, turn.asker, personId, offsetIn(offset))
  if (!outcome.ok) return inPlace(refused(turn, outcome.why))
  return replace(historyView(outcome.value, viewContext(turn)))
}

export const pressDuePage: OnPress = async (bot, turn, press) =>
  replace(comingUpView(await comingUp(bot.uow, turn.asker, offsetIn(press.value)), viewContext(turn)))

export const pressFindPage: OnPress = async (bot, turn, press) => {
  const [draftId, offset] = twoParts(press.value)
  const draft = await takeUp(bot, turn, draftId)
  if (draft?.kind !== 'find') return replace(expiredView())
  const findings = await find(bot.uow, turn.asker, draft.text, offsetIn(offset))
  return replace(findingsView(findings, draft.text, draftId, viewContext(turn)))
}

/** More people of one name. */
export const pressPickPage: OnPress = async (bot, turn, press) => {
  const [draftId, offset] = twoParts(press.value)
  const draft = await takeUp(bot, turn, draftId)
  if (draft?.kind !== 'command' && draft?.kind !== 'tie' && draft?.kind !== 'merge')
    return replace(expiredView())
  const people = await bot.uow.read(scopeOf(turn.asker), (stores) => stores.people.names(draft.people))
  return replace(pickView(`Which ${draft.who} do you mean?`, people, draftId, offsetIn(offset)))
}
