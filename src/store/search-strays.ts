import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from './tables.js'

/** As much as is looked at before the process may turn to something else. */
const atOnce = 10_000

/**
 * Compares a full-text index of SQLite with the words of the entries. Its own check of that is written as an insert,
 * which would hold up every writer: here a view of the index is read, which is made in the connection and not in the
 * file, and both sides are added up, whatever their order.
 */
export const straysIn = async (db: Db, { index, of }: WordIndex): Promise<number> => {
  await sql`create virtual table temp.words_found using fts5vocab(main, ${sql.raw(index)}, row)`.execute(db)
  await sql`create virtual table temp.places_found using fts5vocab(main, ${sql.raw(index)}, instance)`.execute(
    db,
  )
  try {
    const [found, held] = [await sumOfFound(db), await sumOfHeld(db, of)]
    if (found.count !== held.count) return Math.abs(found.count - held.count)
    return found.sum === held.sum ? 0 : 1
  } finally {
    await sql`drop table temp.words_found`.execute(db)
    await sql`drop table temp.places_found`.execute(db)
  }
}

/** An index of words, and what it is of. */
export type WordIndex = { readonly index: string; readonly of: string }

type Sum = { readonly count: number; readonly sum: bigint }

const sumOfFound = async (db: Db): Promise<Sum> => {
  const { rows: terms } = await sql<{ term: string; cnt: number }>`
    select term, cnt from temp.words_found order by term`.execute(db)
  let [count, sum] = [0, 0n]
  for (let from = 0; from < terms.length; ) {
    let [until, many] = [from, 0]
    while (until < terms.length && (many === 0 || many + (terms[until]?.cnt ?? 0) <= atOnce))
      many += terms[until++]?.cnt ?? 0
    const { rows } = await sql<{ term: string; doc: number }>`select term, doc from temp.places_found
      where term >= ${terms[from]?.term} and term <= ${terms[until - 1]?.term}`.execute(db)
    for (const { term, doc } of rows) sum += weight(term, doc)
    count += rows.length
    from = until
    await turn()
  }
  return { count, sum }
}

const sumOfHeld = async (db: Db, of: string): Promise<Sum> => {
  let [count, sum] = [0, 0n]
  for (let last = -1; ; ) {
    const { rows } = await sql<{ place: number; words: string }>`select place, words from ${sql.raw(of)}
      where place > ${last} order by place limit 1000`.execute(db)
    for (const { place, words } of rows)
      for (const word of words.split(' ')) {
        // The tokenizer folds what is left of ASCII's capitals.
        sum += weight(
          word.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
          place,
        )
        count++
      }
    if (rows.length < 1000) return { count, sum }
    last = rows.at(-1)?.place ?? last
    await turn()
  }
}

/** Differs from word to word and from place to place; sums of it differ when what is added does. */
const weight = (word: string, place: number): bigint => {
  let hash = 0x811c9dc5
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193) >>> 0
  return (BigInt(hash) + 1n) * (BigInt(place) + 0x9e3779b9n)
}
