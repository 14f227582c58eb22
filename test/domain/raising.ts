import { expect } from 'vitest'
import { type LocalDate, plusDays } from '../../src/domain/local-time.js'
import type { Nudge } from '../../src/domain/nudge.js'
import { decide } from '../../src/domain/nudge-policy.js'
import type { PersonFacts } from '../../src/domain/reasons/reason.js'
import { isWorkingDay, standardWorkingTime, type WorkingTime } from '../../src/domain/working-time.js'
import { aNudge, aPerson, factsAbout } from './people.js'

export const time = standardWorkingTime('America/Chicago')
const person = aPerson({ introducedOn: '2026-01-05', rhythm: 'never' })
export const knowing = (given: Partial<PersonFacts>): PersonFacts => factsAbout(person, given)

/** The days on which somebody is brought up, when a pass is made on each working day but those of an outage. */
export const raisedOn = (
  facts: PersonFacts,
  from: LocalDate,
  days: number,
  working: WorkingTime = time,
  down: readonly LocalDate[] = [],
): string[] => {
  let nudges: readonly Nudge[] = []
  const raised: string[] = []
  for (let n = 0; n < days; n++) {
    const on = plusDays(from, n)
    if (!isWorkingDay(on, working) || down.includes(on)) continue
    const entry = decide({ ...facts, nudges }, on, working)
    if (entry === null) continue
    raised.push(...entry.reasons.map(({ occasion }) => `${on} ${occasion.replace(/^.*@/, '')}`))
    nudges = [aNudge({ id: `n${n}`, on, reasons: entry.reasons, times: entry.times }), ...nudges]
    // A second tick on the same day says nothing.
    expect(decide({ ...facts, nudges }, on, working)).toBeNull()
  }
  return raised
}
export const first = (raised: readonly string[]) => raised[0]?.slice(0, 10)

/** The first day from one on, on which a pass is made. */
export const firstPass = (from: LocalDate, working: WorkingTime, down: readonly LocalDate[]): LocalDate => {
  let on = from
  while (!isWorkingDay(on, working) || down.includes(on)) on = plusDays(on, 1)
  return on
}
