import type { Asides, ColleagueHeard } from '../../../app/interactions/asides.js'
import type { PersonName } from '../../../app/ports.js'
import { actionIds } from '../../action-ids.js'
import { button, clip } from '../blocks.js'
import { brief, short } from '../card-text.js'
import { nameAndRole } from '../choices.js'
import type { Reader } from '../context.js'
import { joined, named, ours, say, teammate, type Words } from '../copy.js'
import { ago } from '../days.js'
import { didWith } from '../kinds.js'
import { line, type Part, row } from '../page.js'

/** More of what a colleague heard is on the card. */
const fewest = 2

/** Beside what was logged, and gently: what a colleague heard, one question, and words that were meant for one. */
export const asideParts = ({ colleague, question, sameFor }: Asides, reader: Reader): Part[] => {
  const lines = [
    ...(colleague === null ? [] : [colleagueLine(colleague, reader)]),
    ...(question === null
      ? []
      : [
          say`The last three times it was us who reached out, and no words of theirs are written down since. In place of one more message, perhaps a question: “${short(question)}”`,
        ]),
  ]
  return [...(lines.length === 0 ? [] : [line(...lines)]), ...sameForParts(sameFor)]
}

const colleagueLine = ({ teammates, kind, on, heard, text }: ColleagueHeard, { today }: Reader): Words => {
  const who = joined(teammates.slice(0, fewest).map(teammate), ' and ')
  const did = say`${who} ${ours(didWith[kind])} them ${ours(ago(on, today))}`
  if (heard.length > 0) {
    const words = heard.slice(0, fewest).map((each) => say`“${short(each)}”`)
    return say`${did} and heard: ${joined(words, ', ')}`
  }
  return text === '' ? say`${did}, too.` : say`${did}: ${short(text)}`
}

/** Asked of its author alone: the same was written about three people today. */
export const sameForParts = (people: readonly PersonName[]): Part[] => {
  if (people.length === 0) return []
  const names = people.map(({ name }) => named(clip(name, 60)))
  const all = say`${joined(names.slice(0, -1), ', ')} and ${names.at(-1) ?? []}`
  return [
    line(say`You wrote the same about ${all} today. What was meant for whom?`),
    ...people.map((person) => row([brief(nameAndRole(person))], button('More', actionIds.more, person.id))),
  ]
}
