import type { PersonName } from '../../app/ports.js'
import { answerQuestion } from '../../app/questions/answer-question.js'
import { questionsOpen } from '../../app/questions/open-questions.js'
import { type Answer, reply } from '../answer.js'
import type { AnsweredDetails } from '../command/text-details.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { putAside } from '../conversation/drafts.js'
import { mostOffered, whichQuestionView } from '../views/pick-open-view.js'
import { questionAnsweredView } from '../views/saved-views.js'

/** `answered WHO [TEXT]`: the only open question is closed, several are offered. */
export const runAnswered = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { text }: AnsweredDetails,
): Promise<Answer> => {
  const found = await questionsOpen(bot.uow, turn.asker, person.id)
  if (!found.ok) return refused(turn, found.why)
  const { open } = found.value
  const [only, second] = open
  if (only !== undefined && second === undefined && !only.seenWider)
    return answerPicked(bot, turn, only.question.id, text)
  const ids = open.slice(0, mostOffered).map(({ question }) => question.id)
  const draftId = await putAside(bot, turn, { kind: 'answering', text, ids, typed: turn.typed })
  return reply(whichQuestionView(found.value, text, draftId))
}

/** The question that was meant is known. */
export const answerPicked = async (
  bot: Bot,
  turn: Turn,
  questionId: string,
  text: string,
): Promise<Answer> => {
  const outcome = await answerQuestion(bot, turn.asker, questionId, text)
  return answerWith(turn, outcome, (answered) => questionAnsweredView(answered, viewContext(turn)))
}
