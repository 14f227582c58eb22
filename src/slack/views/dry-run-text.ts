import type { Planned } from '../../app/nudges/plan.js'
import type { Home } from '../../domain/audience.js'
import { rhythmText } from '../../domain/cadence.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Reason } from '../../domain/nudge.js'
import type { Entry } from '../../domain/nudge-policy.js'
import { readOccasion } from '../../domain/reasons/occasion.js'

/** What a pass would post, where, and why: plain text for a terminal. */
export const plannedText = (
  planned: readonly Planned[],
  placeName: (home: Home) => string = (home) => home,
): string => {
  const posts = planned.filter(({ entries }) => entries.length > 0)
  return posts.length === 0
    ? 'Nothing would be posted.'
    : posts.map((post) => postText(post, placeName)).join('\n\n')
}

const postText = ({ place, kind, entries }: Planned, placeName: (home: Home) => string): string => {
  const what = kind === 'digest' ? 'the morning digest' : 'news of roles'
  return [`${placeName(place.home)}: ${what}`, ...entries.map((entry) => `  ${entryText(entry)}`)].join('\n')
}

const entryText = (entry: Entry): string => {
  const { person } = entry.facts
  const times =
    entry.times === 1 ? '' : ` (asked for the ${ordinals[entry.times] ?? `${entry.times}th`} time)`
  return `${oneLine(person.name)}: ${entry.reasons.map((reason) => reasonText(reason, entry)).join('; ')}${times}`
}

const ordinals: Record<number, string> = { 2: 'second', 3: 'third', 4: 'fourth' }

const reasonText = (reason: Reason, { facts }: Entry): string => {
  const piece = facts.news.find(({ id }) => id === reason.occasion)
  switch (reason.kind) {
    case 'quiet': {
      const { lastContactOn, person, dueOn } = facts
      const last =
        lastContactOn === null ? 'nobody has spoken with them yet' : `last contact on ${lastContactOn}`
      const every = person.rhythm === 'never' ? 'no rhythm' : `every ${rhythmText(person.rhythm)}`
      return `quiet: ${last}, ${every}, due ${dueOn ?? 'never'}`
    }
    case 'new-role':
      return `new role${piece === undefined ? '' : ` on ${piece.on}`}`
    case 'left':
      return `left a role${piece === undefined ? '' : ` on ${piece.on}`}`
    case 'role-question':
      return 'to ask whether a change of role is so'
    case 'promise':
      return `promise by ${dayOf(reason)}`
    case 'step':
      return `step by ${dayOf(reason)}`
    case 'date':
      return `date on ${dayOf(reason)}`
    case 'trigger':
      return `trigger on ${dayOf(reason)}`
  }
}

const dayOf = ({ occasion }: Reason): LocalDate => readOccasion(occasion)?.on ?? occasion

/** A name that was pasted with line ends, or with signs that move a terminal's cursor, stays on its line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
