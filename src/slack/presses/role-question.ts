import {
  answerRoleQuestion,
  roleQuestionPressed,
  type SaidOfRole,
} from '../../app/role-changes/answer-role-question.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { roleAnsweredView } from '../views/saved/role-answered.js'
import type { OnPress } from './press.js'

/** "That is so", "Beside the other", "Not so", "Not sure": on a nudge, a card, or in Home. */
const says =
  (said: SaidOfRole): OnPress =>
  async (bot, turn, press) => {
    const found = await roleQuestionPressed(bot.uow, turn.asker, press.value)
    if (!found.ok) return refused(turn, found.why)
    const outcome = await answerRoleQuestion(bot, turn.asker, found.value, said)
    return answerWith(turn, outcome, (answered) => roleAnsweredView(answered, viewContext(turn)))
  }

export const pressRoleSo: OnPress = says('so')
export const pressRoleBeside: OnPress = says('beside')
export const pressRoleNotSo: OnPress = says('not-so')
export const pressRoleNotSure: OnPress = says('not-sure')
