import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * `name_spellings` has every name and part of a name once, however many people are called so, by its first letters with up
 * to two of them left out: whatever is near to it leaves the same letters when as few are left out. The engine keeps it by
 * triggers on `person_keys`, so that whatever writes or removes a key does both.
 */
export type SpellingDialect = {
  /** What keeps it; said once. */
  readonly upkeep: readonly RawBuilder<unknown>[]
}

/** Of as many letters some are left out. What differs behind them is told when the whole names are compared. */
const headLength = 7
/** So many letters may be left out. */
export const mostLeftOut = 2
/** Of so few letters no two are left out: what remained would be alike by chance. */
const fewLetters = 3

/** Whether a row of `person_keys` is a name that may be misspelt; whole names of several words are put together of these. */
export const isSpelled = (row: 'k' | 'new' | 'old'): RawBuilder<SqlBool> => {
  const [kind, key] = [sql.ref(`${row}.kind`), sql.ref(`${row}.key`)]
  return sql`(${key} <> '' and (${kind} in ('given', 'family') or ${kind} = 'full' and ${key} not like '% %'))`
}

/** The first letters of a name, by which the name itself stands there. */
export const headOf = (key: RawBuilder<string>): RawBuilder<string> =>
  sql`substr(${key}, 1, ${sql.lit(headLength)})`

/** The rows for `names`, a query of `workspace_id`, `key` and its `head`; a row may come twice. */
export const rowsFor = (names: RawBuilder<unknown>): RawBuilder<unknown> => {
  const places = sql.join(
    Array.from({ length: headLength }, (_, n) => sql`select ${sql.lit(n + 1)} as n`),
    sql` union all `,
  )
  return sql`
    select workspace_id, head as left_out, key from (${names}) as k
    union all
    select workspace_id, substr(head, 1, i.n - 1) || substr(head, i.n + 1), key
      from (${names}) as k join (${places}) as i on i.n <= length(head)
      where length(head) > 1
    union all
    select workspace_id, substr(head, 1, i.n - 1) || substr(head, i.n + 1, j.n - i.n - 1) || substr(head, j.n + 1), key
      from (${names}) as k join (${places}) as i on i.n < length(head) join (${places}) as j on j.n > i.n and j.n <= length(head)
      where length(head) > ${sql.lit(fewLetters)}`
}

/** The same of a name in the program: with up to `most` letters left out. */
export const leftOut = (name: string, most: number): string[] => {
  const head = [...name].slice(0, headLength)
  const ways = new Set([head.join('')])
  for (let i = 0; i < head.length && head.length > 1 && most > 0; i++) {
    const one = head.toSpliced(i, 1)
    ways.add(one.join(''))
    if (head.length > fewLetters && most > 1)
      for (let j = i; j < one.length; j++) ways.add(one.toSpliced(j, 1).join(''))
  }
  return [...ways]
}
