import { markedIn } from './inputs.js'
import type { RunStep } from './step.js'
import { personIn, tellOf } from './step-person.js'

/** "Find a person". */
export const findPerson: RunStep = async (bot, turn, inputs) => {
  const found = await personIn(bot, turn, markedIn(inputs, 'who'))
  return 'end' in found ? found.end : tellOf(bot, turn, found.person.id)
}
