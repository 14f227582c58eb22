import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { ContactFileTooLarge, mostRows } from '../../domain/contact-file.js'

export type Dialect = { readonly delimiter: string; readonly recordDelimiters: readonly string[] }

/** `row` counts as a spreadsheet does: every record from 1, empty ones and those before the header too. */
export type CsvRecord = { readonly row: number; readonly cells: readonly string[] }
export type TornRecord = { readonly row: number; readonly skipped: 'broken' | 'too-large' }

/** Read in one go; the bot can do something else in between. */
const batch = 64 * 1024
/** A record longer than this is none, or has a quote that nobody closed. */
const longestRecord = 256 * 1024
/** So many records, and the bot may do something else. */
const turn = 500
/** So many unclosed quotes in a batch, and quotes mean nothing in it any more. */
const mostTorn = 8

/** `empty`: how many lines without a sign came before it in its batch. */
type Parsed = { readonly cells: readonly string[]; readonly end: number; readonly empty: number }
type ReadBatch = {
  readonly records: readonly Parsed[]
  /** `open`: a quote is open at the end. `swallowed`: what comes next is a row that swallowed others. */
  readonly torn: 'open' | 'swallowed' | null
}

/** The first records of the beginning of a file; lines without a sign are none. */
export const headRecords = (head: string, dialect: Dialect, most: number): (readonly string[])[] => {
  const reader = new BatchReader(dialect, 0, most)
  reader.add(head)
  const records: (readonly string[])[] = []
  for (const record of reader.take(true)) {
    if ('cells' in record) records.push(record.cells)
    if (records.length >= most) break
  }
  return records
}

/** Thrown where reading a batch further is of no use. */
const enough = Symbol('enough')
const swallowed = Symbol('swallowed')

type Info = { readonly bytes: number; readonly empty_lines: number }
type How = { readonly hasQuotes: boolean; readonly width: number; readonly most: number }

/** The records of a text with the offset behind each; lines without a sign are passed over. */
const recordsIn = (
  text: Buffer,
  { delimiter, recordDelimiters }: Dialect,
  { hasQuotes, width, most }: How,
): ReadBatch => {
  const records: Parsed[] = []
  const keep = (cells: readonly string[], { bytes, empty_lines: empty }: Info): null => {
    if (isSwallower(cells, width)) throw swallowed
    records.push({ cells, end: bytes, empty })
    if (records.length >= most) throw enough
    return null
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: [...recordDelimiters],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      ltrim: true,
      on_record: keep,
      ...(hasQuotes ? {} : { quote: null, escape: null }),
    })
    return { records, torn: null }
  } catch (thrown) {
    if (thrown === enough) return { records, torn: null }
    return { records, torn: thrown === swallowed ? 'swallowed' : 'open' }
  }
}

/** A quote that was never closed ends at the next row's: the cell keeps it, has several lines, and the rest does not fit. */
const isSwallower = (cells: readonly string[], width: number): boolean =>
  cells.length !== width && cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell))

/**
 * The records of a CSV, a batch at a time: no more is held than the longest record. A row whose quote is never closed is
 * broken, and reading goes on with the line behind it. `width` is how many cells the header has. Throws
 * `ContactFileTooLarge` behind `mostRows` records.
 */
export async function* csvRecords(
  texts: AsyncIterable<string>,
  dialect: Dialect,
  width: number,
): AsyncGenerator<CsvRecord | TornRecord> {
  const reader = new BatchReader(dialect, width)
  let given = 0
  async function* inTurns(records: Iterable<CsvRecord | TornRecord>) {
    for (const record of records) {
      yield record
      given += 1
      if (given > mostRows) throw new ContactFileTooLarge('rows', mostRows)
      if (given % turn === 0) await setImmediate()
    }
  }
  for await (const text of texts) {
    if (!reader.add(text)) continue
    yield* inTurns(reader.take(false))
    await setImmediate()
  }
  yield* inTurns(reader.take(true))
}

class BatchReader {
  readonly #dialect: Dialect
  readonly #width: number
  readonly #most: number
  #held: Buffer = Buffer.alloc(0)
  #added: string[] = []
  #addedLength = 0
  /** How much must be held until a look is worth it: what could not be read last time is not read again at once. */
  #worth = batch
  #row = 0
  /** Inside a line that was too long to hold. */
  #skipping = false

  constructor(dialect: Dialect, width: number, most = Number.POSITIVE_INFINITY) {
    this.#dialect = dialect
    this.#width = width
    this.#most = most
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
      }
      const how = { hasQuotes: torn < mostTorn, width: this.#width, most: this.#most }
      const read = recordsIn(this.#held, this.#dialect, how)
      const last = read.records.at(-1)
      // A record at the very end may go on in what has not been read yet.
      const mayGoOn = !isLast && read.torn === null && last?.end === this.#held.length
      yield* this.#give(mayGoOn ? read.records.slice(0, -1) : read.records)
      this.#passEmptyLines(isLast)
      const isTorn = read.torn === 'swallowed' || (read.torn === 'open' && isLast)
      if (!isTorn && this.#held.length <= longestRecord) break
      torn += 1
      this.#row += 1
      yield { row: this.#row, skipped: read.torn === null ? 'too-large' : 'broken' }
      this.#skipping = !this.#dropLine()
    }
    this.#worth = this.#held.length + batch
  }

  *#give(records: readonly Parsed[]): Generator<CsvRecord | TornRecord> {
    let begin = 0
    let passed = 0
    for (const { cells, end, empty } of records) {
      this.#row += 1 + empty - passed
      const row = this.#row
      yield end - begin > longestRecord && sizeOf(cells) > longestRecord
        ? { row, skipped: 'too-large' }
        : { row, cells }
      begin = end
      passed = empty
    }
    this.#held = this.#held.subarray(begin)
  }

  /** Counts the lines without a sign in front of what is held, and lets go of them: there may be millions. */
  #passEmptyLines(isLast: boolean): void {
    const { delimiter, recordDelimiters } = this.#dialect
    const crEnds = recordDelimiters.includes('\r')
    const held = this.#held
    let begin = 0
    for (let at = 0; at < held.length; at++) {
      const sign = held[at]
      const isCrLf = sign === cr && held[at + 1] === lf
      // At the very end the other half of a CR LF may be yet to come.
      const isCr = sign === cr && crEnds && (at + 1 < held.length || isLast)
      if (isCrLf) at += 1
      if (isCrLf || isCr || sign === lf) {
        this.#row += 1
        begin = at + 1
      } else {
        const blank = blankAt(held, at)
        if (blank === 0 || sign === delimiter.charCodeAt(0)) break
        at += blank - 1
      }
    }
    this.#held = held.subarray(begin)
  }

  /** Whether the line ended in what is held; all of it is dropped otherwise. */
  #dropLine(): boolean {
    const ends = this.#dialect.recordDelimiters.map((end) => ({ at: this.#held.indexOf(end), end }))
    const first = ends.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]
    this.#held = first === undefined ? Buffer.alloc(0) : this.#held.subarray(first.at + first.end.length)
    return first !== undefined
  }
}

const [lf, cr] = [0x0a, 0x0d]

/** How many bytes of a sign that is passed over in front of a cell stand here; 0 for any other. */
const blankAt = (text: Buffer, at: number): number => {
  const [sign = ''] = text.toString('utf8', at, at + 4)
  return sign.trim() === '' ? Buffer.byteLength(sign) : 0
}

const sizeOf = (cells: readonly string[]): number =>
  cells.reduce((size, cell) => size + Buffer.byteLength(cell) + 1, 0)
