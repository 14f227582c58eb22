import { expect } from 'vitest'
import { types } from './doing.js'
import { hears, type Saying } from './hearing.js'
import { at, tuesday } from './nudging.js'
import type { Team } from './team.js'

/** Frank is a buyer at Acme, as the team and LinkedIn know; the digest of Tuesday is out. */
export const frankIsABuyer = async (team: Team): Promise<void> => {
  await types(team, team.ana, team.customers, 'add Frank Ortiz, buyer at Acme', 'met frank')
  const first = await hears(team, { ...inSeptember, title: 'Buyer', company: 'Acme, Inc.' })
  expect(first.verdict.kind).toBe('baseline')
  await team.pass(tuesday)
  team.setClock(at('2026-11-24', 17))
}
export const inSeptember = { name: 'Frank Ortiz', observedAt: '2026-09-01T10:00:00.000Z' }
export const inNovember = { name: 'Frank Ortiz', observedAt: '2026-11-24T16:30:00.000Z' }
/** Still working time where the team is. */
export const evening = at('2026-11-24', 18)

/** LinkedIn says in November that he went to Globex; and so does what he writes under his mails. */
export const toGlobex: Saying = { ...inNovember, title: 'VP operations', company: 'Globex' }
export const fromHisSignature: Saying = {
  ...toGlobex,
  source: 'signature',
  baseline: 'known',
  sure: 'ask',
  words: 'Frank Ortiz | VP operations | Globex',
}
