import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { composeBot } from '../../src/compose.js'
import { createLog } from '../../src/logging.js'
import { ask, notReady } from '../support/asking.js'
import { type PostgresServer, startPostgres } from '../support/postgres-server.js'
import { startBot } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import {
  ana,
  aWorkspace,
  configOf,
  customers,
  saturday,
  settingsFor,
  tuesday,
  type Workspace,
} from '../support/process-team.js'

/** A PostgreSQL that can be stopped, with an empty database. */
const aServer = async (): Promise<PostgresServer> => {
  const server = await startPostgres()
  onTestFinished(() => server.drop())
  const client = new pg.Client({ connectionString: `${server.url}postgres` })
  await client.connect()
  await client.query('create database personable')
  await client.end()
  return server
}

const settingsOn = (server: PostgresServer, workspace: Workspace, mode: 'socket' | 'http') => ({
  ...settingsFor(workspace, 'unused', mode),
  DATABASE_URL: `${server.url}personable`,
})

describe.each(['socket', 'http'] as const)('the database is gone for a while, over %s', (mode) => {
  it('what is typed is answered, what is not acknowledged comes again, and the same process goes on', {
    timeout: 90_000,
  }, async () => {
    const server = await aServer()
    const workspace = await aWorkspace()
    const { slack } = workspace
    const bot = await aBot(workspace, settingsOn(server, workspace, mode))
    const port = bot.logged().find(({ msg }) => msg.includes('Personable is listening'))?.port ?? 0
    expect(await workspace.types('/person add Frank Ortiz')).toContain('Frank Ortiz')
    const said = await slack.as(ana).say(customers, 'Great call with Frank Ortiz today')
    await slack.idle()

    await server.stop()
    const answer = await workspace.types('/person add Susan Porter')
    expect(answer).toMatch(/cannot reach my database, so this was not kept/)
    expect(answer).toContain('/person add Susan Porter')
    expect(await workspace.types('/person frank')).toContain('cannot reach my database')
    await slack.as(ana).react(customers, said.ts, 'telephone_receiver')
    await bot.says('An event from Slack could not be handled')
    expect((await bot.health()).status).toBe(200)
    expect((await ask(port, '/readyz')).status).toBe(503)

    await server.start()
    expect(await workspace.types('/person add Susan Porter')).toContain('Susan Porter')
    expect(await workspace.types('/person frank')).not.toContain('called')
    slack.redeliverNow()
    await expect
      .poll(() => workspace.types('/person frank'), { timeout: 20_000 })
      .toContain('You called them')
    await expect.poll(async () => 'database' in (await notReady(port)), { timeout: 20_000 }).toBe(false)
    bot.kill('SIGTERM')
    expect(await bot.ended).toEqual({ code: 0, signal: null })
    expect(isCalm(bot)).toBe(true)
    // As it is meant: Slack is not told that the reaction came while it could not be kept.
    const others = slack.problems.filter(
      ({ kind, subject }) => kind !== 'not_acknowledged' || subject !== 'reaction_added',
    )
    expect(others).toEqual([])
  })
})

it('the beat in which the database was gone is cut short, and the next one does its work', {
  timeout: 60_000,
}, async () => {
  const server = await aServer()
  const workspace = await aWorkspace()
  const config = configOf(settingsOn(server, workspace, 'socket'))
  let now = saturday
  const bot = await composeBot({ config, log: createLog({ level: 'silent' }), clock: () => now })
  if ('problem' in bot) throw new Error(bot.problem)
  onTestFinished(() => bot.stop())
  await workspace.types('/person add Frank Ortiz')
  await workspace.types('/person met Frank Ortiz 60 days ago: walked the plant')
  now = tuesday
  await server.stop()
  await bot.beat()
  expect(workspace.posts(customers)).toEqual([])
  await server.start()
  await bot.beat()
  expect(workspace.posts(customers).join('\n')).toContain('Frank Ortiz')
  await bot.beat()
  expect(workspace.posts(customers)).toHaveLength(1)
})

it('a bot that starts while the database is gone says so in a sentence, and ends', async () => {
  const server = await aServer()
  const workspace = await aWorkspace()
  await server.stop()
  const bot = startBot(settingsOn(server, workspace, 'socket'))
  expect(await bot.ended).toEqual({ code: 1, signal: null })
  expect(bot.err()).toMatch(/PostgreSQL server at .*\/personable cannot be reached.*Start it, or put right/)
  expect(bot.err()).not.toMatch(/\n\s+at |node:internal/)
})

it('three bots that start at once on an empty database all come up', { timeout: 90_000 }, async () => {
  const server = await aServer()
  const workspace = await aWorkspace()
  const settings = settingsOn(server, workspace, 'http')
  const bots = await Promise.all([1, 2, 3].map(() => aBot(workspace, settings)))
  expect(await workspace.types('/person add Frank Ortiz')).toContain('Frank Ortiz')
  for (const bot of bots) bot.kill('SIGTERM')
  for (const bot of bots) expect(await bot.ended).toEqual({ code: 0, signal: null })
})
