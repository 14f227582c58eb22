import { rhythmText } from '../../domain/cadence.js'
import type { LocalDate } from '../../domain/local-time.js'
import { tieKinds } from '../../domain/tie.js'
import type { Refusal } from './refusal.js'
import { type Verb, verbs } from './verbs.js'

/** The command that was refused, and whom it was about, as typed; empty when nobody stood there. */
type Refused = { readonly verb: Verb; readonly who: string }

/**
 * A refusal in words, with the next command to type. Plain text with the command in backticks; it may hold what
 * a user typed, so views escape it. What was typed (`refusal.text`) is shown beside it, by the view.
 */
export const refusalText = (refusal: Refusal, refused: Refused): string =>
  // A question that ends a command ends the sentence too.
  inWords(refusal, refused).replace(/(?<=[?!]`)\.$/, '')

const inWords = (refusal: Refusal, { verb, who }: Refused): string => {
  const name = who === '' ? 'frank' : short(who, 60)
  const example = (instead: string = verbs[verb].example(name)): string => `\`/person ${instead}\``
  // An example whose year is over would be refused where a day to come is needed.
  const isAhead = (['promise', 'step', 'trigger', 'date'] as readonly Verb[]).includes(verb)
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
      return `${(missing[verb] ?? keepAbout)(name)} For example ${example()}.`
    case 'future-date':
      return `${dayText(refusal.on)} is still to come. Say a day up to today: ${example()}.`
    case 'past-date':
      return verb === 'date'
        ? `${dayText(refusal.on)} has passed. Say a day that is still to come, or that it comes back every year: ${example()}.`
        : `${dayText(refusal.on)} has passed. Say a day that is still to come: ${example()}.`
    case 'no-date':
      return refusal.ended === null || [...refusal.ended].length > 150
        ? `On which day? Say it right behind the name, with a colon after it: ${example()}.`
        : `Put the day right behind the name, with a colon after it: ${example(`${verb} ${name} ${short(refusal.ended, 150)}`)}.`
    case 'impossible-date':
      return `There is no such day as ${short(refusal.typed, 60)}. Say it like ${isAhead ? '`3 march`' : '`3 march` or `2026-03-03`'}: ${example()}.`
    case 'no-day':
      return `On which day? Instead of ${short(refusal.typed, 60)}, say it like ${isAhead ? '`1 march`' : '`1 nov` or `2026-11-01`'}: ${example()}.`
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
    case 'no-tie':
      return refusal.turned === null
        ? `How are the two tied? I know ${tieKinds.join(', ')}: ${example()}.`
        : `Say it from the other end: ${example(`tie ${short(refusal.turned.who, 60)} ${refusal.turned.relation} ${name}`)}.`
    case 'no-other':
      return `Who is the other one? For example ${example(`tie ${name} ${refusal.relation} susan`)}.`
    case 'no-second':
      return `Who is the same person as ${name}? Say both, whoever stays first: ${example()}.`
    case 'no-channel':
      return `In which channel shall ${name} live? Pick it from Slack's list after \`#\`: ${example()}, or ${example(`home ${name} here`)}.`
    case 'no-teammate':
      return `To whom? Pick a teammate from Slack's list after \`@\`: ${example()}, or ${example(`hand ${name} to me`)}.`
  }
}

/** What to ask when a command came without its text. */
const missing: Partial<Record<Verb, (name: string) => string>> = {
  find: () => 'What shall I look for?',
  situation: (name) => `What is going on for ${name}?`,
  trigger: () => 'What happens on that day?',
  promise: (name) => `What did you promise ${name}?`,
  step: (name) => `What did ${name} say they would do?`,
  date: () => 'What is on that day?',
  ask: (name) => `What would you like to ask ${name}?`,
  prefers: (name) => `How does ${name} like to be reached?`,
  at: () => 'At which company?',
}
const keepAbout = (name: string): string => `What shall I keep about ${name}?`

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
