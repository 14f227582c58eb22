import type { Row, Rows } from './rows.js'

/** A word that is typed once, and by which everything that came of it is found again. */
const token = /zq[0-9a-z]{5}/g

/**
 * New ones, each with the same length, so that none is the beginning of another. No z but the first: beside a name with
 * letters left out begins the name itself, and both together must not look on the disk like somebody who was forgotten.
 */
export const newTokens = (): (() => string) => {
  let last = 0
  return () => `zq${(++last).toString(35).padStart(5, '0')}`
}

const columns = {
  people: ['name', 'prefers'],
  roles: ['company'],
  notes: ['text'],
  interactions: ['text'],
  commitments: ['text'],
  key_dates: ['text'],
  open_questions: ['text'],
  search_entries: ['words'],
} as const

/** The rows in which tokens stand, by token and table. */
export type Standing = { readonly in: (token: string, table: keyof typeof columns) => readonly Row[] }

export const standingIn = (rows: Rows): Standing => {
  const found = new Map<string, Row[]>()
  for (const [table, names] of Object.entries(columns))
    for (const row of rows[table] ?? []) {
      const text = names.map((name) => String(row[name] ?? '')).join(' ')
      for (const each of new Set(text.toLowerCase().match(token) ?? [])) {
        const key = `${table} ${each}`
        const before = found.get(key)
        if (before === undefined) found.set(key, [row])
        else before.push(row)
      }
    }
  return { in: (each, table) => found.get(`${table} ${each}`) ?? [] }
}
