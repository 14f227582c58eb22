import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Config, readConfig } from '../src/config.js'

const bot = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' }
const socket = { ...bot, SLACK_APP_TOKEN: 'xapp-1-A1-2-def' }

const configOf = (env: Record<string, string>): Config => {
  const config = readConfig(env)
  if ('problem' in config) throw new Error(config.problem)
  return config
}
const problemOf = (env: Record<string, string>) => {
  const config = readConfig(env)
  if (!('problem' in config)) throw new Error('It was accepted')
  return config
}

describe('What the environment decides', () => {
  test('two tokens are enough for Socket Mode', () => {
    expect(configOf(socket)).toEqual({
      slack: {
        install: { kind: 'token', botToken: 'xoxb-1-2-abc' },
        apiUrl: 'https://slack.com/api/',
        connection: { kind: 'socket', appToken: 'xapp-1-A1-2-def' },
      },
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'file:data/personable.db',
      encryption: { key: null, before: [] },
      logLevel: 'info',
      hooks: { people: null, hubspot: null, publicUrl: '' },
      lookAgainMs: 60_000,
      metricsToken: null,
      databaseConnections: 12,
    })
  })

  test('without an app-level token the signing secret makes it HTTP, open to the outside', () => {
    const config = configOf({ ...bot, SLACK_SIGNING_SECRET: 'a1b2c3', SLACK_APP_TOKEN: '  ' })
    expect(config.slack.connection).toEqual({
      kind: 'http',
      signingSecret: 'a1b2c3',
      path: '/slack/events',
    })
    expect(config.host).toBeNull()
  })

  test('with both, Socket Mode wins, and the secret cannot be wrong', () => {
    expect(configOf({ ...socket, SLACK_SIGNING_SECRET: 'xoxb-pasted-here' }).slack.connection.kind).toBe(
      'socket',
    )
  })

  test('everything else can be chosen', () => {
    const config = configOf({
      ...socket,
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://me:secret@db.example/personable',
      LOG_LEVEL: 'debug',
      DATABASE_CONNECTIONS: '40',
      LOOK_AGAIN_SECONDS: '0.5',
      METRICS_TOKEN: 'a-token-of-the-watch',
    })
    expect(config).toMatchObject({
      slack: { apiUrl: 'http://127.0.0.1:4000/api/' },
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgres://me:secret@db.example/personable',
      databaseConnections: 40,
      logLevel: 'debug',
      lookAgainMs: 500,
      metricsToken: 'a-token-of-the-watch',
    })
  })

  test('it cannot be changed afterwards', () => {
    const config = configOf(socket)
    expect(() => Object.assign(config.slack.install, { botToken: 'other' })).toThrow(TypeError)
  })
})

describe('Sources of role changes', () => {
  const secret = 'sixteen-letters!'

  test('are switched on by their secrets', () => {
    const { hooks } = configOf({
      ...socket,
      PEOPLE_HOOK_SECRET: secret,
      HUBSPOT_CLIENT_SECRET: secret,
      PUBLIC_URL: 'https://bot.example/',
    })
    expect(hooks).toEqual({ people: secret, hubspot: secret, publicUrl: 'https://bot.example' })
  })

  test('a secret that can be guessed is refused and not repeated, and HubSpot needs the public address', () => {
    const { problem, variables } = problemOf({
      ...socket,
      PEOPLE_HOOK_SECRET: 'short-one',
      HUBSPOT_CLIENT_SECRET: secret,
    })
    expect([...variables].sort()).toEqual(['PEOPLE_HOOK_SECRET', 'PUBLIC_URL'])
    expect(problem).not.toContain('short-one')
  })
})

describe('An app that many workspaces install', () => {
  const many = {
    SLACK_CLIENT_ID: '12.34',
    SLACK_CLIENT_SECRET: 'c1i2e3n4t',
    SLACK_SIGNING_SECRET: 'a1b2c3',
    PUBLIC_URL: 'https://bot.example/',
    ENCRYPTION_KEY: Buffer.alloc(32, 'k').toString('base64'),
  }

  test('has credentials of its own, an address, and a key for the tokens', () => {
    expect(configOf(many).slack).toMatchObject({
      install: {
        kind: 'oauth',
        clientId: '12.34',
        clientSecret: 'c1i2e3n4t',
        publicUrl: 'https://bot.example',
      },
      connection: { kind: 'http', signingSecret: 'a1b2c3' },
    })
  })

  test('is told of all that is missing, at once', () => {
    expect([...problemOf({ SLACK_CLIENT_ID: '12.34' }).variables].sort()).toEqual([
      'ENCRYPTION_KEY',
      'PUBLIC_URL',
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
    ])
  })

  test.each([
    [{ ...bot }, 'SLACK_BOT_TOKEN', 'take one of them out'],
    [{ SLACK_APP_TOKEN: 'xapp-1-A1-2-def' }, 'SLACK_APP_TOKEN', 'reached over HTTP'],
    [{ PUBLIC_URL: 'http://bot.example' }, 'PUBLIC_URL', 'https://'],
    [{ SLACK_CLIENT_ID: 'A123' }, 'SLACK_CLIENT_ID', 'two numbers'],
    [{ SLACK_CLIENT_SECRET: 'xoxb-1' }, 'SLACK_CLIENT_SECRET', 'is not a client secret'],
  ])('does not go together with %o', (given, variable, says) => {
    const { problem, variables } = problemOf({ ...many, ...given })
    expect(variables).toEqual([variable])
    expect(problem).toContain(says)
  })
})

describe('Settings that are not right', () => {
  test('nothing set: all that is needed is named, where it is found, and how to try without Slack', () => {
    const { problem, variables } = problemOf({})
    expect(variables).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])
    expect(problem).toContain('Bot User OAuth Token')
    expect(problem).toContain('App-Level Tokens')
    expect(problem).toContain('Signing Secret')
    expect(problem).toContain('npm run practice')
  })

  test('every fault is named at once, and no value is repeated', () => {
    const bad = {
      SLACK_BOT_TOKEN: 'xoxp-private',
      SLACK_APP_TOKEN: 'xoxb-private',
      SLACK_API_URL: 'ftp://private',
      PORT: '65536',
      DATABASE_URL: 'mysql://private',
      LOG_LEVEL: 'private',
      LOOK_AGAIN_SECONDS: 'private',
    }
    const { problem, variables } = problemOf(bad)
    expect(variables).toEqual(Object.keys(bad))
    expect(problem).not.toContain('private')
  })

  test.each(['', 'abc', '-1', '70000', '3000.5'])('PORT=%s', (port) => {
    const config = readConfig({ ...socket, PORT: port })
    if (port === '') expect('problem' in config).toBe(false)
    else expect(config).toMatchObject({ variables: ['PORT'] })
  })

  test.each(['3', '201', '0', 'all', '12.5', '-12', '012'])('DATABASE_CONNECTIONS=%s', (connections) => {
    const config = readConfig({ ...socket, DATABASE_CONNECTIONS: connections })
    expect(config).toMatchObject({ variables: ['DATABASE_CONNECTIONS'] })
  })
  test.each([4, 9, 10, 99, 100, 200])(
    'DATABASE_CONNECTIONS=%s, as few and as many as there may be',
    (connections) => {
      const config = configOf({ ...socket, DATABASE_CONNECTIONS: String(connections) })
      expect(config.databaseConnections).toBe(connections)
    },
  )

  test.each(['file:', 'data/x.db', 'postgres:', 'sqlite://x'])('DATABASE_URL=%s', (url) => {
    expect(readConfig({ ...socket, DATABASE_URL: url })).toMatchObject({ variables: ['DATABASE_URL'] })
  })
})

test('.env.example lists every setting', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const listed = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
  const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8')
  const read = [...source.matchAll(/^ {2}([A-Z_]+): z/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(read.sort())
})
