import { expect, it } from 'vitest'
import { ana, customers, twoReplicas } from '../support/replicas.js'
import { aSteppingTeam, organisationsManifest } from '../support/stepping.js'

it.each([
  ['log_conversation', { who: 'Frank Ortiz', what: 'about trams' }, 'about trams'],
  ['add_person', { name: 'Susan Lee' }, 'Susan Lee'],
])('what %s did stays done once, when Slack takes its end at last', async (step, inputs, words) => {
  let real = Date.now()
  const team = await aSteppingTeam({
    mode: 'http',
    tuning: { replyGaps: [1] },
    realClock: () => new Date(real).toISOString(),
  })
  const { ben, customers, slack } = team
  await team.types(ben, customers, '/person add Frank Ortiz, buyer at Acme')
  const goesOn = slack.faults.while('functions.completeSuccess', { kind: 'lost_before' })
  const run = slack.as(ben).step(step, { ...inputs, channel: customers })
  // Brought again at once, while whoever had it might still be at it; and once more after a minute.
  const told = () =>
    slack.traffic.filter(({ kind, name }) => kind === 'event' && name === 'function_executed')
  await slack.until(() => told().filter(({ answer }) => answer !== undefined).length === 2, {
    what: 'two deliveries that were left to Slack',
    timeoutMs: 15_000,
  })
  goesOn()
  real += 60_000
  slack.redeliverNow()
  const { outputs, error } = await run.outcome({ timeoutMs: 15_000 })
  expect(error).toBeUndefined()
  expect(outputs).toMatchObject({ name: step === 'add_person' ? 'Susan Lee' : 'Frank Ortiz' })
  const found = await team.types(ben, customers, `/person find ${words}`)
  expect(found.replaceAll(`“${words}”`, '')).toContain(words)
  // It was one act: the one before it is taken back next.
  await team.types(ben, customers, '/person undo')
  const left = await team.types(ben, customers, `/person find ${words}`)
  expect(left.replaceAll(`“${words}”`, '')).not.toContain(words)
  expect(await team.types(ben, customers, '/person frank')).toContain('buyer at Acme')
  await team.types(ben, customers, '/person undo')
  expect(await team.types(ben, customers, '/person frank')).not.toContain('buyer at Acme')
  expect(new Set(slack.problems.map(({ kind }) => kind))).toEqual(new Set(['not_acknowledged']))
})

it('a step that two processes hear of at once is carried out, ended and told once', async () => {
  const { app, team, one, other, types } = await twoReplicas(organisationsManifest())
  await types(ana, customers, 'add Frank Ortiz, buyer at Acme')
  const before = team.as(ana).sees(customers).length
  for (const [step, inputs] of [
    ['log_conversation', { who: 'frank', channel: customers, what: 'about trams' }],
    ['add_person', { name: 'Susan Lee', channel: customers }],
  ] as const) {
    app.faults.duplicate()
    const { error } = await team.as(ana).step(step, inputs).outcome({ timeoutMs: 20_000 })
    expect(error).toBeUndefined()
  }
  await Promise.all([one.stop(), other.stop()])
  await app.idle()
  const ends = app.traffic.filter(({ name }) => name.startsWith('functions.complete'))
  expect(ends).toHaveLength(2)
  expect(team.as(ana).sees(customers)).toHaveLength(before + 2)
})
