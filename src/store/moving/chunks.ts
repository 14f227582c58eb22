import { chunksTable } from './gate.js'
import type { MovedTable } from './moved-tables.js'
import { type MoveRefused, targetDiffers } from './refusals.js'
import type { ServerSession } from './server-session.js'
import { deleting, inserting, summing } from './server-sql.js'
import type { Range } from './source-file.js'
import type { MovedRow } from './sums.js'

/** A range of a table on the server, with what was put there last; `sum` is null where nothing stands. */
export type Chunk = Range & { readonly nth: number; readonly rows: number; readonly sum: string | null }

type ChunkRow = {
  nth: number
  after_key: string | null
  up_to_key: string | null
  row_count: number
  sum: string | null
}

/** What was copied of one table: ranges without a gap between, from the beginning to the end. */
export class Chunks {
  readonly table: MovedTable
  readonly #server: ServerSession
  #last = 0
  constructor(server: ServerSession, table: MovedTable) {
    this.#server = server
    this.table = table
  }

  /** In the order of their keys. At first all of it is one. */
  async all(): Promise<readonly Chunk[]> {
    const found = await this.#server.ask<ChunkRow>({
      text: `select nth, after_key, up_to_key, row_count, sum from ${chunksTable} where table_name = $1`,
      values: [this.table.name],
    })
    this.#last = Math.max(0, ...found.map(({ nth }) => nth))
    if (found.length === 0) {
      const whole: Chunk = { nth: ++this.#last, after: null, upTo: null, rows: 0, sum: null }
      await this.#note(whole)
      return [whole]
    }
    const byBeginning = new Map(found.map((row) => [row.after_key, row]))
    const chunks: Chunk[] = []
    for (let row = byBeginning.get(null); row !== undefined; ) {
      const { nth, after_key, up_to_key, row_count, sum } = row
      chunks.push({ nth, after: parsed(after_key), upTo: parsed(up_to_key), rows: row_count, sum })
      row = up_to_key === null ? undefined : byBeginning.get(up_to_key)
    }
    if (chunks.length !== found.length || chunks.at(-1)?.upTo !== null)
      throw new Error(`what was copied of ${this.table.name} does not join up`)
    return chunks
  }

  /** Takes away what stands there, since it is not as the file has it any more. */
  async empty(chunk: Chunk): Promise<Chunk> {
    const emptied = { ...chunk, rows: 0, sum: null }
    await this.#server.atOnce(async () => {
      await this.#server.ask(deleting(this.table, chunk))
      await this.#note(emptied)
    })
    return emptied
  }

  /**
   * Puts rows into a range where nothing is, and looks whether it then says the same. `upTo`: the range is parted there,
   * and what is left of it is answered, empty as before.
   */
  async fill(
    empty: Chunk,
    upTo: Range['upTo'],
    rows: readonly MovedRow[],
    sum: string,
  ): Promise<Chunk | null> {
    const filled: Chunk = { ...empty, upTo, rows: rows.length, sum }
    const rest = upTo === empty.upTo ? null : { ...empty, after: upTo, nth: ++this.#last }
    await this.#server.atOnce(async () => {
      if (rows.length > 0) await this.#server.ask(inserting(this.table, rows))
      if ((await this.sumThere(filled)) !== sum) throw this.differs()
      await this.#note(filled)
      if (rest !== null) await this.#note(rest)
    })
    return rest
  }

  async sumThere(range: Range): Promise<string> {
    const [said] = await this.#server.ask<{ sum: string }>(summing(this.table, range))
    return said?.sum ?? ''
  }

  differs(): MoveRefused {
    return targetDiffers(this.#server.where, this.table.name)
  }

  async #note({ nth, after, upTo, rows, sum }: Chunk): Promise<void> {
    await this.#server.ask({
      text: `insert into ${chunksTable} (table_name, nth, after_key, up_to_key, row_count, sum)
        values ($1, $2, $3, $4, $5, $6) on conflict (table_name, nth) do update set after_key = excluded.after_key,
        up_to_key = excluded.up_to_key, row_count = excluded.row_count, sum = excluded.sum`,
      values: [this.table.name, nth, written(after), written(upTo), rows, sum],
    })
  }
}

const written = (key: Range['after']): string | null => (key === null ? null : JSON.stringify(key))
const parsed = (key: string | null): Range['after'] => (key === null ? null : JSON.parse(key))
