import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { aTeam } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'
import { countingStatements } from './counting-statements.js'
import { linesTyped } from './lines-typed.js'

/** What grows with people, or with what is known of them. */
const large =
  'people|person_keys|roles|notes|interactions|news|commitments|key_dates|open_questions|ties|acts|changes|search_entries|nudges|posts|told|marks'
/** As the queries call them. */
const aliases = 'p|q|k|e|i|n|t|a|c|o|r|s'
const readsAll = new RegExp(`^(SCAN|SEARCH) (${large}|${aliases})\\b(?! VIRTUAL)`)
/** An index of which only the workspace is used leads through all that the workspace has. */
const narrows = /\((?!workspace_id=\?\))[^)]*[=<>][^)]*\)/

/** Of these there are few: what is open, or waits; and of one row alone the greatest is asked for. */
const few =
  /INDEX (posts_to_send|posts_to_put_right|role_questions_open|people_with_news|imports_|sqlite_autoindex_imports_)/
const isWhole = (sql: string) => (line: string) => {
  if (!readsAll.test(line) || few.test(line) || /^select max\(\S+\) as "last" from "acts"/.test(sql))
    return false
  const [, alias = ''] = line.split(' ')
  if (line.startsWith('SCAN')) return !sql.includes(`) as "${alias}"`)
  return line.includes('(workspace_id=?)') && !narrows.test(line)
}
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
  const whole = [...found].filter(([sql, plan]) => !isOfAllPairs(sql) && plan.some(isWhole(sql)))
  expect(
    whole.map(([sql, plan]) => `${plan.filter(isWhole(sql)).join(' | ')}  <=  ${sql.replace(/\s+/g, ' ')}`),
  ).toEqual([])
})
