import type { Taking, Turn, Turns } from '../../../src/app/ports/turns.js'

export const noon = '2026-11-20T12:00:00.000Z'
export const past = (ms: number, from = noon): string => new Date(Date.parse(from) + ms).toISOString()
export const second = 1_000
export const minute = 60_000
export const hour = 60 * minute

let claims = 0
/** As a sweep takes turns: thirty seconds at a time, and five seconds of rest. */
export const takenAt = (turns: Turns, now: string, more: Partial<Taking> = {}): Promise<readonly Turn[]> =>
  turns.take({
    by: `claim ${++claims}`,
    now,
    realNow: now,
    until: past(30 * second, now),
    restUntil: past(5 * second, now),
    limit: 10,
    ...more,
  })

export const namesOf = (taken: readonly Turn[]): string[] =>
  taken.map(({ workspaceId }) => workspaceId).sort()

/** The only one. */
export const theOne = ([turn, ...others]: readonly Turn[]): Turn => {
  if (turn === undefined || others.length > 0) throw new Error('not one turn')
  return turn
}
