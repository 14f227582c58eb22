import { describe, expect, it } from 'vitest'
import type { PracticeSlackOptions } from '../../src/practice/slack.js'
import { manifest } from './support/manifest.js'
import { closeAfterEach, openSlack } from './support/open-slack.js'
import { startRawBot } from './support/raw-bot.js'

closeAfterEach()

const greet = {
  title: 'Greet',
  description: 'Greets',
  input_parameters: {
    whom: { type: 'string', is_required: true },
    by: { type: 'slack#/types/user_context', is_required: true },
  },
  output_parameters: {
    said: { type: 'string', is_required: true },
    to: { type: 'slack#/types/user_id', is_required: false },
  },
}
const { settings } = manifest
const { bot_events } = settings.event_subscriptions
const stepping = {
  ...manifest,
  functions: { greet },
  settings: {
    ...settings,
    event_subscriptions: { bot_events: [...bot_events, 'function_executed'] },
    org_deploy_enabled: true,
    function_runtime: 'remote',
  },
}

/** A workspace with a bot that hears of steps, and Ana who runs one. */
const openWorkspace = async (options: Partial<PracticeSlackOptions> = {}) => {
  const slack = await openSlack({ manifest: stepping, ...options })
  await slack.deliverTo(await startRawBot(() => 200))
  const ana = slack.people.add({ name: 'ana' }).id
  const call = async (method: string, args: object): Promise<unknown> => {
    const answer = await fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify(args),
    })
    return answer.json()
  }
  return { slack, ana, call }
}

describe('a step of a workflow', () => {
  it('reaches the app with who ran it, and ends once', async () => {
    const { slack, ana, call } = await openWorkspace()
    const run = slack.as(ana).step('greet', { whom: 'Frank' })
    const heard = await slack.until(() => slack.traffic.find(({ name }) => name === 'function_executed'))
    expect(heard?.body).toMatchObject({
      type: 'event_callback',
      event: {
        function: { callback_id: 'greet', type: 'app' },
        inputs: { whom: 'Frank', by: { id: ana } },
        function_execution_id: run.id,
        bot_access_token: expect.stringMatching(/^xwfp-/),
      },
    })
    const function_execution_id = run.id
    const said = { said: 'Hello Frank', to: ana }
    expect(await call('functions.completeSuccess', { function_execution_id, outputs: said })).toEqual({
      ok: true,
    })
    expect(await run.outcome()).toEqual({ id: run.id, outputs: said, error: undefined })
    for (const [method, more] of [
      ['functions.completeSuccess', { outputs: said }],
      ['functions.completeError', { error: 'No.' }],
    ] as const)
      expect(await call(method, { function_execution_id, ...more })).toMatchObject({
        ok: false,
        error: 'execution_not_in_running_state',
      })
  })

  it('fails with a sentence', async () => {
    const { slack, ana, call } = await openWorkspace()
    const run = slack.as(ana).step('greet', { whom: '' })
    const ending = { function_execution_id: run.id }
    expect(await call('functions.completeError', ending)).toMatchObject({ error: 'invalid_arguments' })
    await call('functions.completeError', { ...ending, error: 'Nobody is named.' })
    expect(await run.outcome()).toEqual({ id: run.id, outputs: undefined, error: 'Nobody is named.' })
  })

  it('takes the outputs that are declared, and no others', async () => {
    const { slack, ana, call } = await openWorkspace()
    const function_execution_id = slack.as(ana).step('greet', { whom: 'Frank' }).id
    const complete = (outputs: unknown, id = function_execution_id) =>
      call('functions.completeSuccess', { function_execution_id: id, outputs })
    for (const outputs of [{}, { said: 7 }, { said: 'x', to: 'U0NOBODY' }, { said: 'x', more: 'y' }])
      expect(await complete(outputs)).toMatchObject({ ok: false, error: 'parameter_validation_failed' })
    expect(await complete(undefined)).toMatchObject({ error: 'invalid_arguments' })
    expect(await complete({ said: 'x' }, 'Fx0OTHER')).toMatchObject({ error: 'function_execution_not_found' })
    expect(await complete({ said: 'x' })).toEqual({ ok: true })
  })

  it('is there for apps that are ready for it', async () => {
    const without = (left: object) => ({ ...stepping, settings: { ...stepping.settings, ...left } })
    await expect(openSlack({ manifest: without({ org_deploy_enabled: false }) })).rejects.toThrow(
      'org_deploy',
    )
    await expect(openSlack({ manifest: without({ function_runtime: undefined }) })).rejects.toThrow('runtime')
    const { slack, ana } = await openWorkspace({
      manifest: without({ event_subscriptions: { bot_events } }),
    })
    expect(() => slack.as(ana).step('scold')).toThrow('declares no step')
    slack.as(ana).step('greet', { whom: 'Frank' })
    expect(slack.traffic.at(-1)).toMatchObject({ direction: 'withheld', name: 'function_executed' })
  })
})
