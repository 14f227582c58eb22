import type { KeyDate } from '../../domain/key-date.js'
import type { Nudge, Reason, ReasonKind } from '../../domain/nudge.js'
import type { Person } from '../../domain/person.js'
import {
  daysAfter,
  daysFrom,
  type Hours,
  lastWorkingDay,
  monthsAfter,
  workingDaysBetween,
} from './calendar.js'
import type { Facts } from './facts.js'

/**
 * When somebody comes up and why, written from the product's description and not from its code: another pair of eyes.
 * `sure`: all who know the description would say so. Others may be said, and need not be.
 */
export type DueReason = Reason & { readonly sure: boolean }

const rank: readonly ReasonKind[] = [
  'trigger',
  'promise',
  'date',
  'new-role',
  'left',
  'role-question',
  'step',
  'quiet',
]
export const rankOf = (kinds: readonly ReasonKind[]): number =>
  Math.min(...kinds.map((kind) => rank.indexOf(kind)))

/** All reasons to bring somebody up where they live, on a day of that place. */
export const reasonsFor = (
  facts: Facts,
  on: string,
  hours: Hours,
  order: Map<string, number>,
): DueReason[] => {
  const { person } = facts
  if (person.introducedOn >= on || (person.rhythmSetOn !== null && person.rhythmSetOn >= on)) return []
  const raised = [
    ...quiet(facts, on),
    ...promised(facts, on, hours),
    ...days(facts, on, hours),
    ...news(facts, order),
  ]
  const today = facts.nudges.filter((nudge) => nudge.on === on).flatMap(({ reasons }) => reasons)
  return raised
    .filter(
      ({ kind, occasion }) => !today.some((said) => said.kind === kind && isSame(said, { kind, occasion })),
    )
    .flatMap((reason) => {
      const turn = turnOf(reason, facts.nudges, person, on, hours)
      return turn === 'no' ? [] : [{ ...reason, sure: reason.sure && turn === 'yes' }]
    })
}

const ofADay: readonly ReasonKind[] = ['trigger', 'date', 'promise', 'step', 'role-question']
const isSame = (said: Reason, reason: Reason): boolean =>
  ofADay.includes(reason.kind) ? said.occasion === reason.occasion : true

const lastContactOf = ({ contacts }: Facts): string | null =>
  contacts.reduce<string | null>((last, { on }) => (last === null || on > last ? on : last), null)

const rhythmAfter = (on: string, rhythm: Person['rhythm']): string | null => {
  if (rhythm === 'never') return null
  const { every, unit } = rhythm
  if (unit === 'day') return daysAfter(on, every)
  if (unit === 'week') return daysAfter(on, 7 * every)
  return monthsAfter(on, unit === 'month' ? every : 12 * every)
}

const rhythmDays = (rhythm: Person['rhythm']): number =>
  rhythm === 'never'
    ? Number.POSITIVE_INFINITY
    : rhythm.every * { day: 1, week: 7, month: 30.44, year: 365.25 }[rhythm.unit]

/** How many rhythms somebody has been silent for. */
export const silence = (facts: Facts, on: string): number =>
  daysFrom(lastContactOf(facts) ?? facts.person.introducedOn, on) / rhythmDays(facts.person.rhythm)

const quietFrom = (facts: Facts): string | null => {
  const { rhythm, letBeOn, firstDueOn, laterUntil } = facts.person
  if (rhythm === 'never') return null
  const from = [lastContactOf(facts), letBeOn]
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  const dueOn = from === undefined ? firstDueOn : rhythmAfter(from, rhythm)
  if (dueOn === null) return null
  return laterUntil !== null && laterUntil > dueOn ? laterUntil : dueOn
}

const quiet = (facts: Facts, on: string): DueReason[] => {
  const dueOn = quietFrom(facts)
  return dueOn === null || dueOn > on ? [] : [{ kind: 'quiet', occasion: dueOn, sure: true }]
}

const promised = ({ person, commitments }: Facts, on: string, hours: Hours): DueReason[] =>
  commitments.flatMap(({ id, kind, dueOn, closed, home }) =>
    closed !== null || dueOn === null || lastWorkingDay(dueOn, hours) > on
      ? []
      : [{ kind, occasion: `${id}@${dueOn}`, sure: home === person.home }],
  )

/** The days on which something comes around a day, from a month before it until a year after. */
const fallsOn = ({ monthDay, year, yearly }: KeyDate, on: string): string[] =>
  [-1, 0, 1, 2]
    .map((years) => Number(on.slice(0, 4)) + years)
    .filter((each) => year === null || (yearly ? each >= year : each === year))
    .map((each) => {
      const isLeap = new Date(Date.UTC(each, 1, 29)).getUTCDate() === 29
      return `${each}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`
    })

const days = ({ person, dates }: Facts, on: string, hours: Hours): DueReason[] =>
  dates.flatMap((date) =>
    fallsOn(date, on)
      .filter((day) => day >= daysAfter(on, -30))
      .flatMap((day): DueReason[] => {
        const sure = date.home === person.home
        const occasion = `${date.id}@${day}`
        if (date.kind === 'date')
          return day >= date.on && lastWorkingDay(day, hours) <= on ? [{ kind: 'date', occasion, sure }] : []
        if (date.on >= day) return []
        const [far, near] = [daysAfter(day, -30), daysAfter(day, -7)]
        const isLate = date.on > near
        if (isLate ? on > date.on : lastWorkingDay(near, hours) <= on)
          return [{ kind: 'trigger', occasion: `${occasion}:7`, sure }]
        return date.on <= far && lastWorkingDay(far, hours) <= on
          ? [{ kind: 'trigger', occasion: `${occasion}:30`, sure }]
          : []
      }),
  )

/** News that no contact has settled which was logged after it, of its day or later. */
const news = ({ person, news: all, contacts }: Facts, order: Map<string, number>): DueReason[] => {
  const seen = (id: string): number => order.get(id) ?? 0
  const open = all.filter(
    (piece) => !contacts.some(({ id, on }) => on >= piece.on && seen(id) > seen(piece.id)),
  )
  return open.flatMap((piece) => {
    const { kind, roleId, home } = piece
    const left =
      kind === 'left' ? [] : all.filter((other) => other.kind === 'left' && other.roleId === roleId)
    // Who left again what they began has no new role, for those who may know that they left.
    if (left.some((other) => other.home === home)) return []
    return [{ kind, occasion: piece.id, sure: home === person.home && left.length === 0 }]
  })
}

const once: readonly ReasonKind[] = ['trigger', 'date']
const untilClosed: readonly ReasonKind[] = ['promise', 'step', 'role-question']

/** Whether an occasion may be raised on a day after all the times that it was raised before. */
export const turnOf = (
  { kind, occasion }: Reason,
  nudges: readonly Nudge[],
  { rhythm }: Pick<Person, 'rhythm'>,
  on: string,
  hours: Hours,
): 'yes' | 'no' | 'perhaps' => {
  const before = nudges.filter(({ reasons }) =>
    reasons.some((said) => said.kind === kind && said.occasion === occasion),
  )
  const [last] = before
  if (last === undefined) return 'yes'
  const { answer } = last
  // Put off anywhere, it rests everywhere, also where it was told after that.
  if (before.some((nudge) => on < (restsUntil(nudge, rhythm) ?? on))) return 'no'
  if (answer?.kind === 'later' || answer?.kind === 'moved') return on >= answer.until ? 'yes' : 'no'
  if (answer?.kind === 'not-needed') {
    const until = answer.until ?? rhythmAfter(last.on, rhythm) ?? daysAfter(last.on, 30)
    return (kind === 'quiet' || untilClosed.includes(kind)) && on >= until ? 'yes' : 'no'
  }
  if (once.includes(kind)) return 'no'
  if (answer?.kind === 'reached-out' && !untilClosed.includes(kind)) return 'no'
  if (workingDaysBetween(last.on, on, hours) < 7) return 'no'
  const anew = before.findIndex(
    ({ answer }) => answer?.kind === 'later' || answer?.kind === 'moved' || answer?.kind === 'not-needed',
  )
  const times = anew === -1 ? before.length : anew
  if (times >= 4) return last.times >= 4 ? 'no' : 'perhaps'
  return last.times >= 4 ? 'perhaps' : 'yes'
}

const restsUntil = ({ answer, on }: Nudge, rhythm: Person['rhythm']): string | null => {
  if (answer?.kind === 'later' || answer?.kind === 'moved') return answer.until
  return answer?.kind === 'not-needed' ? (answer.until ?? rhythmAfter(on, rhythm) ?? daysAfter(on, 30)) : null
}
