import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'

export type Dialect = { readonly delimiter: string; readonly recordDelimiters: readonly string[] }

/** `row` counts as a spreadsheet does: every record from 1, empty ones and those before the header too. */
export type CsvRecord = { readonly row: number; readonly cells: readonly string[] }
export type TornRecord = { readonly row: number; readonly skipped: 'broken' | 'too-large' }

/** Read in one go; the bot can do something else in between. */
const batch = 64 * 1024
/** A record longer than this is none, or has a quote that nobody closed. */
const longestRecord = 256 * 1024
/** So many unclosed quotes in a batch, and quotes mean nothing in it any more. */
const mostTorn = 8

type Parsed = { readonly cells: readonly string[]; readonly end: number }

/** The first records of the beginning of a file. */
export const headRecords = (head: string, dialect: Dialect, most: number): (readonly string[])[] => {
  const reader = new BatchReader(dialect, 0)
  reader.add(head)
  const records: (readonly string[])[] = []
  for (const record of reader.take(true)) {
    if ('cells' in record) records.push(record.cells)
    if (records.length >= most) break
  }
  return records
}

/** The records of a text with the offset behind each; `torn` when a quote is open at the end. */
const recordsIn = (
  text: Buffer,
  { delimiter, recordDelimiters }: Dialect,
  hasQuotes: boolean,
): { readonly records: readonly Parsed[]; readonly torn: boolean } => {
  const records: Parsed[] = []
  const keep = (cells: readonly string[], { bytes }: { readonly bytes: number }): null => {
    records.push({ cells, end: bytes })
    return null
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: [...recordDelimiters],
      relax_column_count: true,
      relax_quotes: true,
      ltrim: true,
      on_record: keep,
      ...(hasQuotes ? {} : { quote: null, escape: null }),
    })
    return { records, torn: false }
  } catch {
    return { records, torn: true }
  }
}

/**
 * The records of a CSV, a batch at a time: no more is held than the longest record. A row whose quote is never closed is
 * broken, and reading goes on with the line behind it. `width` is how many cells the header has.
 */
export async function* csvRecords(
  texts: AsyncIterable<string>,
  dialect: Dialect,
  width: number,
): AsyncGenerator<CsvRecord | TornRecord> {
  const reader = new BatchReader(dialect, width)
  for await (const text of texts) {
    if (!reader.add(text)) continue
    yield* reader.take(false)
    await setImmediate()
  }
  yield* reader.take(true)
}

class BatchReader {
  readonly #dialect: Dialect
  readonly #width: number
  #held: Buffer = Buffer.alloc(0)
  #added: string[] = []
  #addedLength = 0
  /** How much must be held until a look is worth it: what could not be read last time is not read again at once. */
  #worth = batch
  #row = 0
  /** Inside a line that was too long to hold. */
  #skipping = false

  constructor(dialect: Dialect, width: number) {
    this.#dialect = dialect
    this.#width = width
  }

  /** Whether there is enough for `take`. */
  add(text: string): boolean {
    this.#added.push(text)
    this.#addedLength += text.length
    return this.#held.length + this.#addedLength >= this.#worth
  }

  *take(isLast: boolean): Generator<CsvRecord | TornRecord> {
    this.#held = Buffer.concat([this.#held, Buffer.from(this.#added.join(''))])
    this.#added = []
    this.#addedLength = 0
    let torn = 0
    while (this.#held.length > 0) {
      if (this.#skipping) {
        this.#skipping = !this.#dropLine()
        if (this.#skipping) break
        continue
      }
      const read = recordsIn(this.#held, this.#dialect, torn < mostTorn)
      // The last record may go on in what has not been read yet.
      const whole = isLast || read.torn ? read.records : read.records.slice(0, -1)
      const tornAt = yield* this.#give(whole)
      const isStuck = tornAt || (read.torn ? isLast : false) || this.#held.length > longestRecord
      if (!isStuck) break
      torn += 1
      this.#row += 1
      yield { row: this.#row, skipped: tornAt || read.torn ? 'broken' : 'too-large' }
      this.#skipping = !this.#dropLine()
    }
    this.#worth = this.#held.length + batch
  }

  /** Gives records up to one that swallowed others; whether there was such a one. */
  *#give(records: readonly Parsed[]): Generator<CsvRecord | TornRecord, boolean> {
    let begin = 0
    for (const { cells, end } of records) {
      if (this.#isTorn(cells)) {
        this.#held = this.#held.subarray(begin)
        return true
      }
      this.#row += 1
      const row = this.#row
      yield end - begin > longestRecord ? { row, skipped: 'too-large' } : { row, cells }
      begin = end
    }
    this.#held = this.#held.subarray(begin)
    return false
  }

  /** A quote that was never closed ends at the next row's: the cell keeps it, has several lines, and the rest does not fit. */
  #isTorn(cells: readonly string[]): boolean {
    return cells.length !== this.#width && cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell))
  }

  /** Whether the line ended in what is held; all of it is dropped otherwise. */
  #dropLine(): boolean {
    const ends = this.#dialect.recordDelimiters.map((end) => ({ at: this.#held.indexOf(end), end }))
    const first = ends.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]
    this.#held = first === undefined ? Buffer.alloc(0) : this.#held.subarray(first.at + first.end.length)
    return first !== undefined
  }
}
