import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { isObject, objectsAt } from '../../src/practice/json.js'
import { connect } from '../../src/store/dialect.js'
import { type Bot, startBot } from '../scale/bot.js'
import { copyTemplates, workspaceIds } from '../scale/copies.js'
import { PlayedClock } from '../scale/played-clock.js'
import { SlackStandIn } from '../scale/slack-stand-in.js'
import { typeTemplates } from '../scale/templates.js'
import { manyPeople } from '../store/many-rows.js'
import { type FreshDatabase, freshDatabase } from '../support/stores.js'

// A sweep that finds nobody due costs the same however many there are: the same statements, each of which touches as few
// rows. How long it takes is measured elsewhere (docs/scale.md).

/** A Wednesday before anybody is due; it is working time, and the digest's hour has come. */
const wednesday = Date.parse('2026-11-25T15:00:00Z')
const [looked = ''] = workspaceIds(1)

type Asked = readonly [text: string, values: readonly unknown[]]
type Town = { readonly bot: Bot; readonly db: pg.Client; readonly database: FreshDatabase }

const query = vi.spyOn(pg.Client.prototype, 'query')
const clock = new PlayedClock(wednesday)
const towns: Town[] = []

const aTown = async (workspaces: number, morePeople: number): Promise<Town> => {
  const database = await freshDatabase('PostgreSQL')
  const { url } = database
  await typeTemplates({ databaseUrl: url, people: 3, seed: 1, onKnown: () => {} })
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  await copyTemplates(db, { workspaces, whole: 4, say: () => {} })
  const handle = connect(url, 5_000)
  if (morePeople > 0) await manyPeople(handle, morePeople, looked)
  await handle.db.destroy()
  await handle.unhurried.db.destroy()
  await db.query('vacuum analyze')
  const slack = new SlackStandIn({
    now: () => clock.now(),
    nth: 0,
    answerMs: 0,
    onPosted: () => expect.unreachable(),
  })
  vi.stubGlobal('fetch', slack.fetch)
  const bot = await startBot({
    databaseUrl: url,
    connections: 6,
    clock,
    onTrouble: (line) => expect.fail(line),
  })
  await db.query(`update turns set wake_at = '2026-11-25T15:30:00.000Z'`)
  await bot.workspaces.caughtUp()
  const town = { bot, db, database }
  towns.push(town)
  return town
}

/** What the bot asks the database while it sweeps. */
const askedBy = async ({ bot }: Town): Promise<Asked[]> => {
  query.mockClear()
  await bot.workspaces.caughtUp()
  const calls: readonly (readonly unknown[])[] = query.mock.calls
  return calls.flatMap(([asked]): Asked[] => {
    const { text, values } = isObject(asked) ? asked : {}
    return typeof text === 'string' ? [[text, Array.isArray(values) ? values : []]] : []
  })
}

/** As many rows as the engine looks at to answer a question, in every step of its plan. */
const rowsTouched = async ({ db }: Town, [text, values]: Asked): Promise<number> => {
  const { rows } = await db.query({ text: `explain (analyze, format json) ${text}`, values: [...values] })
  const [plan]: unknown[] = rows[0]['QUERY PLAN']
  const count = (node: unknown): number => {
    if (!isObject(node)) return 0
    const each = ['Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Index Recheck']
    const rowsHere =
      each.reduce((sum, name) => sum + Number(node[name] ?? 0), 0) * Number(node['Actual Loops'] ?? 1)
    return rowsHere + objectsAt(node, 'Plans').reduce((sum, child) => sum + count(child), 0)
  }
  return isObject(plan) ? count(plan.Plan) : 0
}
const questions = (asked: readonly Asked[]): Asked[] => asked.filter(([text]) => text.startsWith('select'))
const texts = (asked: readonly Asked[]): string[] => asked.map(([text]) => text).sort()

let few: Town
let many: Town
beforeAll(async () => {
  few = await aTown(4, 0)
  many = await aTown(3_000, 20_000)
}, 120_000)
afterAll(async () => {
  vi.unstubAllGlobals()
  for (const { bot, db, database } of towns) {
    await bot.stop()
    await db.end()
    await database.drop('damaged')
  }
})

it('looks once where no turn has come, and writes nothing', async () => {
  const asked = await askedBy(many)
  expect(texts(asked)).toEqual(texts(await askedBy(few)))
  expect(questions(asked)).toHaveLength(1)
  expect(asked.filter(([text]) => /^(with|insert|update|delete)/.test(text))).toEqual([])
  for (const each of questions(asked)) expect(await rowsTouched(many, each)).toBeLessThanOrEqual(1)
})

it('decides a morning on which nobody is due by the same statements, and touches as few rows', async () => {
  const morning = async (town: Town): Promise<Asked[]> => {
    await town.db.query('update turns set wake_at = $1 where workspace_id = $2', [clock.instant(), looked])
    return askedBy(town)
  }
  const [ofFew, ofMany] = [await morning(few), await morning(many)]
  expect(texts(ofMany)).toEqual(texts(ofFew))
  // It went as far as the people who may be due.
  expect(texts(ofMany).filter((text) => text.includes('"p"."due_on" <='))).not.toEqual([])
  for (const each of questions(ofMany)) {
    const touched = await rowsTouched(many, each)
    // Places and settings of one workspace, and nobody's row.
    expect(touched, `${touched} rows for ${each[0]}`).toBeLessThanOrEqual(60)
  }
})
