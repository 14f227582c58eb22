import type pg from 'pg'
import { type Bot, startBot } from './bot.js'
import { workspaceIds } from './copies.js'
import { asFilled, connected, filled } from './filled.js'
import type { Options } from './options.js'
import { PlayedClock } from './played-clock.js'
import { spreadOf } from './report.js'
import type { Server } from './server.js'
import { SlackStandIn } from './slack-stand-in.js'
import { TappedQueries } from './tapped-queries.js'

const dayMs = 86_400_000
/** A Monday before anybody is due; in two of four zones it is working time. */
const firstMs = Date.parse('2026-10-05T15:00:00Z')
const rounds = 24
const turnsARound = 10
const looksARound = 5
/** Ten thousand, where a workspace knows a thousand. */
export const fewPeople = { workspaces: 10, whole: 10 }

type Side = {
  readonly bot: Bot
  readonly db: pg.Client
  readonly ids: readonly string[]
  readonly measured: Measured
}
type Measured = { readonly lookMs: number[]; readonly turnMs: number[]; readonly statements: number[] }

/**
 * How long a sweep takes with nobody due, over ten thousand people and over as many as there are: one that finds no turn to
 * take, and one with ten turns in which the morning's digests are decided and fixed, empty. By turns in one process, so that
 * what else goes on on the machine befalls both.
 */
export const measureSweeps = async (
  server: Server,
  options: Options,
  say: (line: string) => void,
): Promise<boolean> => {
  const { people, seed, workspaces, whole } = options
  const names = [
    await filled(server, { ...fewPeople, people, seed }, say),
    await filled(server, { workspaces, whole, people, seed }, say),
  ] as const
  const clock = new PlayedClock(firstMs)
  globalThis.fetch = new SlackStandIn({ now: () => clock.now(), nth: 0, answerMs: 0, onPosted: refuse }).fetch
  const queries = new TappedQueries()
  const onTrouble = (line: string): void => say(line)
  const [fewUrl, manyUrl] = [server.database(names[0]), server.database(names[1])]
  return connected(fewUrl, (fewDb) =>
    connected(manyUrl, async (manyDb) => {
      const side = async (databaseUrl: string, db: pg.Client, count: number): Promise<Side> => ({
        bot: await startBot({ databaseUrl, connections: 12, clock, onTrouble }),
        db,
        ids: workspaceIds(count),
        measured: { lookMs: [], turnMs: [], statements: [] },
      })
      for (const db of [fewDb, manyDb]) {
        await asFilled(db)
        await putBirthdaysAside(db)
      }
      const few = await side(fewUrl, fewDb, fewPeople.workspaces)
      const many = await side(manyUrl, manyDb, workspaces)
      try {
        for (let round = 0; round < rounds; round++) {
          const ms = firstMs + (Math.floor(round / 5) * 7 + (round % 5)) * dayMs
          const both = round % 2 === 0 ? [few, many] : [many, few]
          for (const each of both) await putOff(each, ms)
          clock.runs(ms)
          for (const each of both) await measure(each, queries, clock, round)
          clock.stands()
        }
      } finally {
        await few.bot.stop()
        await many.bot.stop()
        for (const db of [fewDb, manyDb]) await putBirthdaysBack(db)
      }
      const shown = ({ lookMs, turnMs, statements }: Measured) => ({
        lookMs: spreadOf(lookMs),
        tenTurnsMs: spreadOf(turnMs),
        statementsInTenTurns: spreadOf(statements),
      })
      const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0
      const ratio = (of: (measured: Measured) => number[]): number =>
        Math.round((middle(of(many.measured)) / middle(of(few.measured))) * 100) / 100
      say(`over ${fewPeople.workspaces * people} people: ${JSON.stringify(shown(few.measured))}`)
      say(`over ${workspaces * people} people: ${JSON.stringify(shown(many.measured))}`)
      const ratios = { look: ratio(({ lookMs }) => lookMs), tenTurns: ratio(({ turnMs }) => turnMs) }
      say(`times as long: ${JSON.stringify(ratios)}`)
      return ratios.look <= 2 && ratios.tenTurns <= 2
    }),
  )
}

/** Somebody has one on every day of the year. */
const putBirthdaysAside = async (db: pg.Client): Promise<void> => {
  // A run before this one was cut short.
  if ((await db.query(`select 1 from pg_tables where tablename = 'key_dates_aside'`)).rowCount === 1)
    await putBirthdaysBack(db)
  await db.query('alter table key_dates rename to key_dates_aside')
  await db.query('create table key_dates (like key_dates_aside including all)')
}
const putBirthdaysBack = async (db: pg.Client): Promise<void> => {
  await db.query('drop table key_dates')
  await db.query('alter table key_dates_aside rename to key_dates')
}

const refuse = (): void => {
  throw new Error('Somebody was due after all')
}

/** Nobody's turn comes by itself, and nobody is told that the bot was away since the day before. */
const putOff = async ({ db }: Side, ms: number): Promise<void> => {
  await db.query('delete from pulses')
  await db.query(`update turns set wake_at = $1, rest_until = '', claimed_by = null, claimed_until = null`, [
    new Date(ms + 30 * 60_000).toISOString(),
  ])
}

const measure = async (
  { bot, db, ids, measured }: Side,
  queries: TappedQueries,
  clock: PlayedClock,
  round: number,
): Promise<void> => {
  await bot.workspaces.caughtUp()
  for (let n = 0; n < looksARound; n++) measured.lookMs.push(await timed(() => bot.workspaces.caughtUp()))
  const some = Array.from({ length: turnsARound }, (_, n) => ids[(round * turnsARound + n) % ids.length])
  await db.query(`update turns set wake_at = $1 where workspace_id = any($2)`, [clock.instant(), some])
  const before = queries.statements
  const turns = queries.turns
  measured.turnMs.push(await timed(() => bot.workspaces.caughtUp()))
  measured.statements.push(queries.statements - before)
  if (queries.turns - turns < turnsARound)
    throw new Error(`${queries.turns - turns} turns in place of ${turnsARound}`)
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
