import { expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, show, withoutProblems } from '../support/knowing-frank.js'
import { aTeam } from '../support/team.js'

it.each([
  ['promise frank yesterday: call him', /has passed.*\/person promise/s],
  ['promise frank by 1 nov 2026: call him', /1 November 2026 has passed.*\/person promise/s],
  ['step frank by 2020-01-01: calls', /has passed.*\/person step/s],
  ['promise frank by friday:', /What did you promise/],
  ['trigger frank: lease ends', /On which day\?.*\/person trigger/s],
  ['trigger frank 1 march 2020: lease ends', /has passed.*\/person trigger/s],
  ['trigger frank 31 february 2027: lease ends', /no such day/],
  ['date frank: birthday', /On which day\?/],
  ['tie frank reports to frank', /Frank Ortiz twice.*\/person tie Frank Ortiz/s],
  [
    'tie susan reports to frank',
    /Susan Bell would report to Frank Ortiz, who reports to Susan Bell: .*circle/s,
  ],
  ['tie frank reports to susan', /known already/],
  ['tie frank admires susan', /How are the two tied\?/],
  ['tie frank reports to', /Who is the other one\?/],
  ['ask frank', /What would you like to ask/],
  ['situation frank', /What is going on/],
])('%s: says what is wrong and what to type, and changes nothing', async (line, says) => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(team, ana, customers, 'add Susan Bell', 'tie frank reports to susan')
  const before = [await show(team), await show(team, 'susan')]
  const reply = await team.types(ana, customers, `/person ${line}`)
  expect(reply).toMatch(says)
  expect(reply).toContain('/person ')
  expect([await show(team), await show(team, 'susan')]).toEqual(before)
  expect(await show(team, 'undo')).toContain('the tie of')
  withoutProblems(team)
})

it('a day that passed while the question waited is refused, with the words', async () => {
  const team = await aTeamWithFrank()
  const { ana, customers, slack } = team
  await types(team, ana, customers, 'add Frank Miller')
  const question = await asked(team, ana, customers, '/person promise frank by today: call him')
  team.setClock('2026-11-22T15:00:00.000Z')
  const late = await pressed(team, ana, question, /Miller/)
  expect(slack.visibleText(late)).toMatch(/21 November 2026 has passed.*\/person promise.*call him/s)
  withoutProblems(team)
})

it('guests get nothing, and who cannot see somebody learns nothing', async () => {
  const team = await aTeam()
  const { ana, ben, gus, customers, quiet } = team
  await types(
    team,
    ana,
    quiet,
    'add Frank Ortiz',
    'promise frank: call him',
    'ask frank why?',
    'add Susan Bell',
    'tie frank reports to susan',
  )
  for (const line of [
    'kept frank',
    'answered frank well',
    'promise frank: x',
    'tie frank reports to susan',
  ]) {
    expect(await team.types(ben, customers, `/person ${line}`)).toContain('nobody called “frank')
    expect(await team.types(gus, customers, `/person ${line}`)).toContain('only answer full members')
  }
  await types(team, ben, customers, 'add Hugo Berg')
  expect(await team.types(ben, customers, '/person tie hugo works with susan bell')).not.toContain('[Susan')
  withoutProblems(team)
})
