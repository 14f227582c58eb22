import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commands, events, shortcuts } from '../src/slack/listeners.js'
import { offeredSteps } from '../src/slack/steps/offered.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'))
const manifest = read('manifest.yml')
/** The same for Workflow Builder, which is not there on every plan of Slack's. */
const withSteps = read('docs/deploy/manifest.steps.yml')

/** What Slack wants for each event, for what we use it for. */
const scopesOfEvents: Record<(typeof events)[number], readonly string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.mpim': ['mpim:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  group_rename: ['groups:read'],
  user_change: ['users:read'],
  function_executed: [],
  app_uninstalled: [],
  tokens_revoked: [],
}

/** What Slack wants for each method, for what we call it for: places are public, private, or group DMs. */
const places = (what: string) => [`channels:${what}`, `groups:${what}`, `mpim:${what}`]
const scopesOfMethods: Record<string, readonly string[]> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': [...places('history'), 'im:history'],
  'conversations.info': places('read'),
  'conversations.members': places('read'),
  'conversations.open': ['im:write'],
  'conversations.replies': [...places('history'), 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'functions.completeError': [],
  'functions.completeSuccess': [],
  'users.conversations': places('read'),
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

const sources = readdirSync(join(root, 'src/slack'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(root, 'src/slack', path), 'utf8'))
const called = new Set(
  sources.flatMap((source) =>
    [
      ...source.matchAll(
        /client\s*\.((?:auth|chat|conversations|functions|users|views|files|reactions|team|bots)\.\w+)\(/g,
      ),
    ].map(([, method]) => method ?? ''),
  ),
)

describe('manifest.yml', () => {
  test('declares the commands that are listened to, with mentions as ids', () => {
    const declared: { command: string; should_escape: boolean; usage_hint: string }[] =
      manifest.features.slash_commands
    expect(declared.map(({ command }) => command)).toEqual(commands)
    for (const each of declared) {
      expect(each.should_escape).toBe(true)
      expect(each.usage_hint).toBeTruthy()
    }
  })

  test('subscribes to the events that are listened to', () => {
    expect([...withSteps.settings.event_subscriptions.bot_events].sort()).toEqual([...events].sort())
  })

  test('asks for what these events and the methods called need, and for nothing else', () => {
    const methods = [...called].flatMap((method) => scopesOfMethods[method] ?? [`unknown method ${method}`])
    const needed = new Set(['commands', ...methods, ...Object.values(scopesOfEvents).flat()])
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort())
    expect(manifest.oauth_config.scopes.user).toBeUndefined()
  })

  test('the table above names no method that is not called', () => {
    expect([...called].sort()).toEqual(Object.keys(scopesOfMethods).sort())
  })

  test('declares the shortcuts that are listened to, by names that Slack takes', () => {
    const declared: { name: string; type: string; callback_id: string }[] = manifest.features.shortcuts
    expect(Object.fromEntries(declared.map(({ callback_id, type }) => [callback_id, type]))).toEqual(
      shortcuts,
    )
    for (const { name } of declared) expect(name).toMatch(/^(Log|Remember|Look up) .{1,20}$/)
  })

  test('declares the steps that are listened to, as Slack wants an app to be that has steps', () => {
    type Declared = Record<string, { type: string; is_required: boolean; title: string; description: string }>
    type Step = { title: string; input_parameters: Declared; output_parameters: Declared }
    const declared: Record<string, Step> = withSteps.functions
    const mapped = <A, B>(table: Record<string, A>, to: (entry: A) => B): Record<string, B> =>
      Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, to(entry)]))
    const shapes = (parameters: Declared) =>
      mapped(parameters, ({ type, is_required: required }) => ({ type, required }))
    const offered = mapped(declared, ({ input_parameters: inputs, output_parameters: outputs }) => ({
      inputs: shapes(inputs),
      outputs: shapes(outputs),
    }))
    expect(offered).toEqual(offeredSteps)
    for (const { title, input_parameters: inputs, output_parameters: outputs } of Object.values(declared)) {
      expect(title).toMatch(/^(Find|Log|Add) /)
      for (const each of [...Object.values(inputs), ...Object.values(outputs)])
        expect(each).toMatchObject({
          title: expect.stringMatching(/./),
          description: expect.stringMatching(/./),
        })
    }
  })

  test('needs nothing that only a paid plan has: what steps need stands in a manifest of its own, and nothing else does', () => {
    const { functions, settings, ...rest } = withSteps
    const { org_deploy_enabled, function_runtime, event_subscriptions, ...others } = settings
    expect({ org_deploy_enabled, function_runtime }).toEqual({
      org_deploy_enabled: true,
      function_runtime: 'remote',
    })
    const bot_events = event_subscriptions.bot_events.filter((event: string) => event !== 'function_executed')
    expect({
      ...rest,
      settings: { ...others, event_subscriptions: { bot_events }, org_deploy_enabled: false },
    }).toEqual(manifest)
    expect(Object.keys(functions)).toHaveLength(Object.keys(offeredSteps).length)
  })

  test('has a Home tab', () => {
    expect(manifest.features.app_home.home_tab_enabled).toBe(true)
  })

  test('people can write to the bot, press its buttons, and need no public address', () => {
    expect(manifest.features.app_home.messages_tab_enabled).toBe(true)
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false)
    expect(manifest.settings.interactivity.is_enabled).toBe(true)
    expect(manifest.settings.socket_mode_enabled).toBe(true)
  })

  test("its texts are of the length that Slack's directory wants", () => {
    const { name, description, long_description: long } = manifest.display_information
    expect(name.length).toBeLessThanOrEqual(35)
    expect(description.length).toBeLessThanOrEqual(140)
    expect(long.length).toBeGreaterThanOrEqual(175)
    expect(long.length).toBeLessThanOrEqual(4_000)
  })
})
