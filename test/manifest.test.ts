import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { command, events, shortcuts } from '../src/slack/listeners.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'))

/** What Slack wants for each event, for what we use it for. */
const scopesOfEvents: Record<(typeof events)[number], readonly string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
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
        /client\s*\.((?:auth|chat|conversations|users|views|files|reactions|team|bots)\.\w+)\(/g,
      ),
    ].map(([, method]) => method ?? ''),
  ),
)

describe('manifest.yml', () => {
  test('declares the command that is listened to, with mentions as ids', () => {
    const declared = manifest.features.slash_commands
    expect(declared).toHaveLength(1)
    expect(declared[0]).toMatchObject({ command, should_escape: true })
    expect(declared[0].usage_hint).toBeTruthy()
  })

  test('subscribes to the events that are listened to', () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual([...events].sort())
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
