import { type Chunk, Chunks } from './chunks.js'
import type { MovedTable } from './moved-tables.js'
import { MoveRefused } from './refusals.js'
import type { ServerSession } from './server-session.js'
import type { SourceFile } from './source-file.js'
import { type MovedRow, sumOf } from './sums.js'

/** What a round found: ranges with their sums, and how many had to be copied. */
export type Round = {
  readonly copied: number
  /** What another row stood in the way of, which moved meanwhile: the next round copies it. */
  readonly left: number
  readonly chunks: readonly Chunk[]
}

export type Rounds = {
  readonly source: SourceFile
  readonly server: ServerSession
  /** A range has about so many rows, and never twice as many: what is read and written at once. */
  readonly atOnce: number
  /** Called with every range that was looked at. */
  readonly onLooked: (rows: number) => void
}

/**
 * Goes through a table once, in ranges of its keys, and copies those whose rows are not as they were when they were copied
 * last. What changed is taken away before anything is put: else a row would stand in its own way that got another key.
 * `isLast`: nobody writes in the file any more, and what is there is looked at too, whether it was copied now or before.
 */
export const goThrough = async (rounds: Rounds, table: MovedTable, isLast: boolean): Promise<Round> => {
  const chunks = new Chunks(rounds.server, table)
  const looked: Chunk[] = []
  for (const chunk of await chunks.all()) looked.push(await lookAt(rounds, chunks, chunk, isLast))
  let [copied, left] = [0, 0]
  const all: Chunk[] = []
  for (const chunk of looked) {
    if (chunk.sum !== null) all.push(chunk)
    for (let rest = chunk.sum === null ? chunk : null; rest !== null; ) {
      const found = read(rounds, chunks, rest)
      const upTo = found.isWhole ? rest.upTo : keyIn(table, found.rows.at(-1) ?? [])
      try {
        const sum = sumOf(found.rows)
        const next: Chunk | null = await chunks.fill(rest, upTo, found.rows, sum)
        all.push({ ...rest, upTo, rows: found.rows.length, sum })
        copied++
        rest = next
      } catch (error) {
        if (isLast || !isInTheWay(error)) throw error
        left++
        rest = null
      }
      rounds.onLooked(found.rows.length)
    }
  }
  return { copied, left, chunks: all }
}

/** Whether a range is still as it was copied; empty when it was not. */
const lookAt = async (rounds: Rounds, chunks: Chunks, chunk: Chunk, isLast: boolean): Promise<Chunk> => {
  if (chunk.sum === null) return chunk
  // The server works it out while the file is read here.
  const there = isLast ? chunks.sumThere(chunk) : null
  there?.catch(() => {})
  const { rows, isWhole } = read(rounds, chunks, chunk)
  const isSame = isWhole && sumOf(rows) === chunk.sum
  const isThere = (await there) ?? chunk.sum
  if (isSame && isThere === chunk.sum) {
    rounds.onLooked(rows.length)
    return chunk
  }
  const emptied = await chunks.empty(chunk)
  if (isThere !== chunk.sum) throw chunks.differs()
  return emptied
}

/** The rows of a range, or of its beginning when it has grown. */
const read = (
  { source, atOnce }: Rounds,
  { table }: Chunks,
  chunk: Chunk,
): { readonly rows: readonly MovedRow[]; readonly isWhole: boolean } => {
  const rows = source.rows(table, chunk, 2 * atOnce)
  const isWhole = rows.length < 2 * atOnce
  return { rows: isWhole ? rows : rows.slice(0, atOnce), isWhole }
}

const keyIn = ({ columns, key }: MovedTable, row: MovedRow) =>
  key.map((name) => row[columns.findIndex((column) => column.name === name)] ?? null)

/** Another row has what may be there once alone. */
const isInTheWay = (error: unknown): boolean =>
  error instanceof MoveRefused &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === '23505'
