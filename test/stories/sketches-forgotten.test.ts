import { expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, withoutProblems } from '../support/knowing-frank.js'
import { at, tuesday } from '../support/nudging.js'
import { finds } from '../support/sketching.js'
import type { Team } from '../support/team.js'

/** It was told that half speaks against a claim that names somebody, who was introduced since. */
const aClaimOfLolaTold = async (): Promise<Team> => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(team, ana, customers, 'add Susan Bell, COO at Acme', 'add Dana Cho, CFO at Acme')
  await team.types(ana, customers, '/persona Plant managers: they ask Lola Montez first')
  for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not')
  expect((await team.pass(tuesday)).join()).toContain('Lola Montez')
  await types(team, ana, customers, 'add Lola Montez, cook at Acme')
  return team
}

const forgets = async (team: Team, who: string): Promise<void> => {
  const card = await asked(team, team.ana, team.customers, `/person forget ${who}`)
  await pressed(team, team.ana, card, /[Ff]orget/)
  await team.pass(at('2026-11-25'))
}
const told = (team: Team): string[] =>
  team.posts(team.customers).filter((post) => post.includes('speaks against'))

it('what was told of a claim names nobody any more who is forgotten', async () => {
  const team = await aClaimOfLolaTold()
  await forgets(team, 'lola')
  await team.slack.until(() => !told(team).join().includes('Lola'), { what: 'no Lola' })
  expect(told(team).join()).toContain('It does not hold for 3 people')
  withoutProblems(team)
})

it('what was told of a claim that has other words by now is gone with whoever it named', async () => {
  const team = await aClaimOfLolaTold()
  const { ana, customers } = team
  const shown = await asked(team, ana, customers, '/persona plant managers')
  await handedIn(team, ana, await opened(team, ana, shown, 'Reword'), { text: 'they ask their cook first' })
  await forgets(team, 'lola')
  await team.slack.until(() => told(team).length === 0, { what: 'nothing told' })
  withoutProblems(team)
})

it('what was told of others stays', async () => {
  const team = await aClaimOfLolaTold()
  await types(team, team.ana, team.customers, 'add Nils Berg, cook at Nimbus')
  const before = told(team)
  await forgets(team, 'nils')
  expect(told(team)).toEqual(before)
  withoutProblems(team)
})
