import { rhythmText } from '../../domain/cadence.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Refusal } from './refusal.js'
import { type Verb, verbs } from './verbs.js'

/** The command that was refused, and whom it was about, as typed; empty when nobody stood there. */
type Refused = { readonly verb: Verb; readonly who: string }

/**
 * A refusal in words, with the next command to type. Plain text with the command in backticks; it may hold what
 * a user typed, so views escape it. What was typed (`refusal.text`) is shown beside it, by the view.
 */
export const refusalText = (refusal: Refusal, { verb, who }: Refused): string => {
  const name = who === '' ? 'frank' : short(who, 60)
  const example = (instead: string = verbs[verb].example(name)): string => `\`/person ${instead}\``
  switch (refusal.reason) {
    case 'no-name':
      return `Who is it? The name comes first: ${example()}.`
    case 'many-mentions':
      return `That mentions two people in Slack. Add them one at a time: ${example()}.`
    case 'no-role':
      return verb === 'add'
        ? `Someone, and where? Say what you know of them: ${example('add someone, CFO at Acme')}.`
        : `What does ${name} do now? For example ${example()}.`
    case 'too-long':
      return `That ${refusal.what} is longer than the ${refusal.limit} letters that I can keep. Please say it shorter: ${example()}.`
    case 'no-text':
      return verb === 'find'
        ? `What shall I look for? For example ${example()}.`
        : `What shall I keep about ${name}? For example ${example()}.`
    case 'future-date':
      return `${dayText(refusal.on)} is still to come. Say a day up to today: ${example()}.`
    case 'past-date':
      return `${dayText(refusal.on)} has passed. Say a day that is still to come.`
    case 'impossible-date':
      return `There is no such day as ${short(refusal.typed, 60)}. Say it like \`3 march\` or \`2026-03-03\`: ${example()}.`
    case 'no-day':
      return `On which day? Instead of ${short(refusal.typed, 60)}, say it like \`1 nov\` or \`2026-11-01\`: ${example()}.`
    case 'ambiguous-date': {
      const [first, second] = refusal.options
      return `Is ${refusal.typed} ${dayText(first)} or ${dayText(second)}? Pick one, or say it like \`${first}\`.`
    }
    case 'left-for':
      return `Where somebody goes is a new role, and it closes the old one: ${example(`role ${name} VP operations at ${short(refusal.company, 60)}`)}.`
    case 'no-rhythm':
    case 'unclear-rhythm':
      return `How often would you like to be in touch? For example ${example()}, or ${example(`every ${name} never`)}.`
    case 'rhythm-too-long':
      return `Ten years is the longest that I can count. For example ${example(`every ${name} ${rhythmText({ every: 10, unit: 'year' })}`)}, or ${example(`every ${name} never`)}.`
    case 'no-channel':
      return `In which channel shall ${name} live? Pick it from Slack's list after \`#\`: ${example()}, or ${example(`home ${name} here`)}.`
    case 'no-teammate':
      return `To whom? Pick a teammate from Slack's list after \`@\`: ${example()}, or ${example(`hand ${name} to me`)}.`
  }
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const dayText = (on: LocalDate): string => {
  const [year = '', month = '', day = ''] = on.split('-')
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`
}

/** Cut between letters, never inside one; one line, without the sign that ends a command in a sentence. */
const short = (text: string, most: number): string => {
  const letters = [...text.replace(/`/g, "'").replace(/\s+/gu, ' ')]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}
