import { type Compilable, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Handle } from '../../src/store/dialect.js'
import { toldQuery } from '../../src/store/heard-store.js'
import { migrate } from '../../src/store/migrate.js'
import { dueQuery } from '../../src/store/open-home-store.js'
import { owedQuery } from '../../src/store/owed-store.js'
import { planIn, scans } from '../support/query-plan.js'
import { engines, type FreshDatabase, freshDatabase } from '../support/stores.js'

const now = '2026-11-23T16:00:00.000Z'
const due = { now, furthest: '2026-11-23T17:00:00.000Z' }
const rows = 5_000
const at = (n: number): string => new Date(Date.parse(now) - (n % 600) * 1_000).toISOString()

/** What a busy installation has of each: few Homes are to be made, and few answers are owed for long. */
const fill = async ({ db }: Handle): Promise<void> => {
  for (let n = 0; n < rows; n += 500) {
    const some = Array.from({ length: 500 }, (_, k) => n + k)
    await db
      .insertInto('heard')
      .values(
        some.map((k) => ({
          workspace_id: `W${k % 50}`,
          id: `h${k}`,
          heard_at: at(k),
          kind: 'user' as const,
          subject_id: `U${k}`,
        })),
      )
      .execute()
    await db
      .insertInto('homes')
      .values(
        some.map((k) => ({
          workspace_id: `W${k % 50}`,
          user_id: `U${k}`,
          opened_at: at(k),
          asked: 1,
          due_at: k % 500 === 0 ? at(k) : null,
        })),
      )
      .execute()
    await db
      .insertInto('owed_answers')
      .values(
        some.map((k) => ({
          workspace_id: `W${k % 50}`,
          delivery_id: `d${k}`,
          kind: 'command' as const,
          payload: '{}',
          owed_at: at(k),
          due_at: new Date(Date.parse(now) + 1_000 + k).toISOString(),
          claimed_by: 'me',
          tries: 1,
        })),
      )
      .execute()
  }
  await sql`analyze`.execute(db)
}

describe.each(engines)(
  'what processes look at every few seconds is answered from an index, on %s',
  (engine) => {
    let database: FreshDatabase
    let handle: Handle
    beforeAll(async () => {
      database = await freshDatabase(engine)
      handle = connect(database.url, 5_000)
      await migrate(handle, 5_000)
      await fill(handle)
    }, 60_000)
    afterAll(async () => {
      await handle.db.destroy()
      await database.drop('damaged')
    })

    it.each<[string, () => Compilable, RegExp]>([
      ['what others heard', () => toldQuery(handle.db, at(10)), /heard_by_time/],
      ['Homes to make', () => dueQuery(handle.db, due).limit(1), /homes_due/],
      ['Homes to make in one workspace', () => dueQuery(handle.db, due, 'W1').limit(1), /homes/],
      ['answers that are owed', () => owedQuery(handle.db, now).limit(1), /owed_answers_due/],
    ])('%s', async (_, query, index) => {
      const plan = await planIn(handle, query())
      expect(plan.join('\n')).toMatch(index)
      const whole = plan.filter((line) => line.includes('Seq Scan on'))
      expect([...scans(plan).filter((line) => !line.includes('USING INDEX')), ...whole]).toEqual([])
    })
  },
)
