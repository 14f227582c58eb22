import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickMinutes } from '../../support/quick-minutes.js'
import { frankInPublic } from '../../support/secrets.js'
import { aSteppingTeam, idOf } from '../../support/stepping.js'
import { cases, patience, tried } from '../support/budget.js'
import { hostileText } from '../support/hostile-text.js'
import { inexcusable } from './judging.js'

const odd = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: hostileText() },
    fc.constantFrom(
      '',
      'frank',
      'Frank Ortiz',
      'zelda',
      'met',
      'Call',
      '2026-11-20',
      '2027-01-01',
      '0000-00-00',
    ),
    fc.jsonValue({ maxDepth: 2 }),
    hostileText().map((text) => text.repeat(300)),
  )

test('whatever a workflow hands to a step, it ends once, changes nothing that it should not, and tells of no one else', {
  timeout: patience(120_000),
}, async () => {
  const team = await aSteppingTeam({ pacing: quickMinutes() })
  const { ana, ben, customers, quiet, shared, slack } = team
  await frankInPublic(team)
  await team.types(ana, quiet, '/person add Zelda Quist, pilot at Globex')
  const zelda = await idOf(team, 'Zelda Quist')
  const places = fc.constantFrom<unknown>(
    customers,
    customers,
    customers,
    quiet,
    shared,
    'C0OTHER',
    slack.places.dm(ana).id,
  )
  const inputs = fc.record(
    {
      who: fc.oneof(odd(), fc.constantFrom(zelda, 'frank')),
      name: odd(),
      channel: fc.oneof({ weight: 4, arbitrary: places }, odd()),
      how: odd(),
      day: odd(),
      what: odd(),
      title: odd(),
      company: odd(),
      email: odd(),
    },
    { requiredKeys: [] },
  )
  const step = fc.constantFrom(...slack.manifest.steps.keys())
  let count = 0
  await fc.assert(
    fc.asyncProperty(step, fc.constantFrom(ana, ben), inputs, async (id, userId, given) => {
      const { outputs, error } = await slack.as(userId).step(id, given).outcome()
      expect(outputs === undefined ? error : JSON.stringify(outputs)).toBeTruthy()
      expect(JSON.stringify(outputs ?? '')).not.toMatch(/[<>]|pilot|Globex|@(?:channel|here|everyone)\b/)
      // It repeats what it was given, in short, and nothing else.
      expect(error ?? '').not.toMatch(/Quist|pilot|Globex|Ortiz,|Something went wrong/)
      expect((error ?? '').length).toBeLessThan(500)
      count += 1
    }),
    { ...cases(60), endOnFailure: true },
  )
  expect(await team.types(ana, quiet, '/person zelda')).toContain('No call or meeting')
  expect(inexcusable(slack.problems)).toEqual([])
  tried('steps', count)
})
