import { setRhythm } from '../../app/people/set-rhythm.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { RhythmDetails } from '../command/rhythm-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { rhythmView } from '../views/saved-views.js'

/** `every WHO 3 weeks`. */
export const runEvery = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { rhythm }: RhythmDetails,
): Promise<Answer> => {
  const outcome = await setRhythm(bot, turn.asker, person.id, rhythm)
  return answerWith(turn, outcome, (set) => rhythmView(set, viewContext(turn)))
}
