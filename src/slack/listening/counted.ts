import type { Meter, TypedOutcome } from '../../metering.js'
import type { Answer } from '../answer.js'
import { readCommand } from '../command/grammar.js'
import type { Listeners } from '../listeners.js'

/** The same listeners, counting what is typed: by its verb, and by how it ended. */
export const counted = (listeners: Listeners, meter: Meter): Listeners => ({
  ...listeners,
  typed: async (typed) => {
    const count = (outcome: TypedOutcome) => meter.typed(verbIn(typed.text, outcome), outcome)
    try {
      const answer = await listeners.typed(typed)
      count(outcomeOf(answer))
      return answer
    } catch (error) {
      count('failed')
      throw error
    }
  },
})

/** Without a verb it is `show`, if somebody was found: what was typed instead must not become a label. */
const verbIn = (text: string, outcome: TypedOutcome): string => {
  const { verb, typed } = readCommand(text)
  return typed || verb === 'hello' || outcome === 'answered' ? verb : 'other'
}

const outcomeOf = (answer: Answer): TypedOutcome => {
  if (answer.kind === 'modal') return 'form'
  if (answer.kind === 'errors') return 'refused'
  return answer.kind === 'reply' ? (answer.why ?? 'answered') : 'answered'
}
