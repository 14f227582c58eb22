import { expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { aTeam } from '../support/team.js'

it('who is known where Slack cannot be asked just now is not said to be unknown, and others are found', async () => {
  let now = Date.now()
  const team = await aTeam({ realClock: () => new Date(now).toISOString() })
  const { ana, customers, quiet, slack } = team
  await types(team, ana, quiet, 'add Frank Ortiz')
  await types(team, ana, customers, 'add Lily Chen')
  now += 10 * 60_000
  const fault = { kind: 'error', error: 'internal_error' } as const
  const mended = slack.faults.while('conversations.info', fault, { when: (body) => body.channel === quiet })
  expect(await team.types(ana, customers, '/person lily')).toContain('Lily Chen')
  const said = await team.types(ana, customers, '/person note frank likes tea')
  expect(said).toContain('/person note frank likes tea')
  expect(said).toContain('try again')
  expect(said).not.toContain('nobody')
  mended()
  expect(await team.types(ana, customers, '/person frank')).toContain('Frank Ortiz')
})
