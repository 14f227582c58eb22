import { card } from '../../app/people/card.js'
import { replace } from '../answer.js'
import { inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { cardView } from '../views/card-view.js'
import { lookedUpView } from '../views/shortcut-forms.js'
import type { OnPress } from './press.js'

/** Somebody was chosen in "Look up a person": their card stands below the field. */
export const pressLookUp: OnPress = async (bot, turn, { value: personId }) => {
  const outcome = await card(bot.uow, bot.questions, turn.asker, personId)
  return outcome.ok
    ? replace(lookedUpView(cardView(outcome.value, viewContext(turn), null)))
    : inPlace(refused(turn, outcome.why))
}
