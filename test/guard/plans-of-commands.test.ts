import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { wordsAtHand } from '../../src/store/matching-sqlite.js'
import { aTeam } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'
import { countingStatements } from './counting-statements.js'
import { linesTyped } from './lines-typed.js'
import { readsWhole } from './whole-tables.js'

/** `merge` without anybody compares all names with each other, as far as it gets. */
const isOfAllPairs = (sql: string): boolean => sql.includes('cross join "person_keys" as "l"')

it('no statement of any command reads all that a workspace has', async () => {
  const databaseUrl = await temporaryDatabase()
  if (!databaseUrl.startsWith('file:')) return
  const statements = countingStatements()
  const { types, ana, customers, pass } = await aTeam({ databaseUrl, slack: { ackTimeoutMs: 20_000 } })
  // What makes the tables runs once.
  statements.sinceLastLook()
  for (const line of linesTyped) await types(ana, customers, line)
  await pass('2026-12-23T16:00:00.000Z')
  const file = new SQLite(databaseUrl.slice('file:'.length), { readonly: true })
  for (const table of wordsAtHand) file.exec(table)
  const found = new Map<string, string[]>()
  const heard = statements.sinceLastLook()
  for (const { sql, given } of heard) {
    if (!/^\s*(select|update|delete|with)\b/i.test(sql) || found.has(sql)) continue
    const plan = file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...given)
    found.set(
      sql,
      plan.map(({ detail }) => detail),
    )
  }
  file.close()
  expect(found.size).toBeGreaterThan(60)
  // A limit that is a value has the statement planned anew at each execution.
  expect([...found.keys()].filter((sql) => /limit\s*[?(]/.test(sql))).toEqual([])
  const whole = [...found].filter(([sql, plan]) => !isOfAllPairs(sql) && plan.some(readsWhole(sql)))
  expect(
    whole.map(
      ([sql, plan]) => `${plan.filter(readsWhole(sql)).join(' | ')}  <=  ${sql.replace(/\s+/g, ' ')}`,
    ),
  ).toEqual([])
})
