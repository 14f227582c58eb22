import { type Home, type Homed, teammateHome, teammateOf } from '../../domain/audience.js'
import type { LocalDate } from '../../domain/local-time.js'
import { reasonKinds } from '../../domain/nudge.js'
import { compare } from '../../domain/order.js'
import type { Person } from '../../domain/person.js'
import { nextOfCommitment, nextOfDate, type Raised } from '../../domain/reasons/next-raised.js'
import { type WorkingTime, workingDayFrom } from '../../domain/working-time.js'
import type { Asker } from '../asker.js'
import type { DaysAhead, SeenStanding } from '../ports.js'

/** Somebody's turn: the working day on which they come up, where, and what is written down for it, if anything. */
export type Turn = {
  readonly person: Person
  readonly on: LocalDate
  readonly home: Home
  readonly why: readonly Raised[]
  /** Sorts the turns; those by rhythm as they fell due, which is how the store has them. */
  readonly place: string
}

export const inTheirOrder = (turns: readonly Turn[]): Turn[] =>
  [...turns].sort((a, b) => compare(a.place, b.place))

export const turnByRhythm = (
  { person, comesUpOn }: SeenStanding,
  time: WorkingTime,
  today: LocalDate,
): Turn => {
  const on = workingDayFrom(comesUpOn ?? today, time)
  return { person, on, home: person.home, why: [], place: `${comesUpOn ?? ''} ~ ${person.id}` }
}

/** What is written down about somebody, by the day on which they come up for it and the place that tells it. */
export const turnsAhead = (
  { person, commitments, dates, putOff }: DaysAhead,
  asker: Asker,
  lastOn: LocalDate,
  timeOf: (home: Home) => WorkingTime,
): Turn[] => {
  const { today } = asker
  const turns = new Map<string, { readonly on: LocalDate; readonly home: Home; readonly why: Raised[] }>()
  for (const piece of [...dates, ...commitments]) {
    const home = toldAt(person, piece, asker)
    const time = timeOf(home)
    const raised = 'dueOn' in piece ? nextOfCommitment(piece, time) : nextOfDate(piece, today, time)
    if (raised === null) continue
    const until = putOff.get(piece.id)
    const on = until !== undefined && raised.raisedOn <= today && until > today ? until : raised.raisedOn
    if (on > lastOn) continue
    const turn = turns.get(`${on} ${home}`) ?? { on, home, why: [] }
    turns.set(`${on} ${home}`, turn)
    turn.why.push(raised)
  }
  return [...turns.values()].map(({ on, home, why }) => {
    const inOrder = [...why].sort((a, b) => rankOf(a) - rankOf(b))
    const rank = Math.min(...why.map(rankOf))
    // Whose turn has come for something comes before those who have merely been silent, for however long.
    return { person, on, home, why: inOrder, place: `${on <= today ? '' : on} ${rank} ${person.id} ${home}` }
  })
}

const rankOf = ({ kind }: Raised): number => reasonKinds.indexOf(kind)

/** Where it is told, as far as the asker can know: where the person lives, else where it was typed, else by DM. */
const toldAt = ({ home }: Person, piece: Homed, { openToAll }: Asker): Home => {
  if (piece.home === home || openToAll.includes(piece.home)) return home
  return openToAll.includes(home) || teammateOf(piece.home) !== null ? piece.home : teammateHome(piece.by)
}

/** Whether two turns of one person are one: on the same day, or come both, in the same place. */
export const isOne = (a: Turn, b: Turn, today: LocalDate): boolean =>
  a.home === b.home && (a.on === b.on || (a.on <= today && b.on <= today))
