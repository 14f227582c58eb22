import type { Outcome, Rejection } from '../../app/outcome.js'
import { type Answer, doneBefore, type Reply, refusal, replace, reply } from '../answer.js'
import { doneAlreadyView } from '../views/draft-view.js'
import { rejectionView } from '../views/rejection-view.js'
import type { Turn } from './bot.js'

/** The answer to an outcome: its view, or the refusal in words. What was done before is not answered again. */
export const answerWith = <T>(turn: Turn, outcome: Outcome<T>, view: (value: T) => Reply): Answer =>
  outcome.ok ? reply(view(outcome.value)) : refused(turn, outcome.why)

/** A refusal in words, with what was typed. */
export const refused = (turn: Turn, why: Rejection): Answer => {
  if (why.reason === 'repeated') return doneBefore
  return refusal(rejectionView(why, turn.typed === '' ? null : turn.typed))
}

/** The same answer, in place of the message that was pressed. What was done before is said so. */
export const inPlace = (answer: Answer): Answer => {
  if (answer.kind === 'nothing') return replace(doneAlreadyView())
  return answer.kind === 'reply' ? replace(answer.reply) : answer
}
