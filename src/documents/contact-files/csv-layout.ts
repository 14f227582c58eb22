import { type ColumnChoice, type ColumnField, columnFields } from '../../domain/contact-file.js'
import type { ContactFormat } from '../../domain/imported-contact.js'
import { lineOf } from './cells.js'
import { csvFormats, type Field, fieldsOf, headerKey, likelyHeaders } from './csv-formats.js'
import { type Dialect, headRecords } from './csv-records.js'

/** For each field its columns, the one to read first in front. */
export type Columns = ReadonlyMap<Field, readonly number[]>

export type Layout = {
  readonly format: ContactFormat
  readonly dialect: Dialect
  /** Its cells: what stands before it is no contact. */
  readonly header: readonly string[]
  readonly columns: Columns
}

/** Where a header may stand: preambles and titles of reports are shorter. */
const deepestHeader = 60
const delimiters = [',', ';', '\t', '|'] as const

/** One way to cut the beginning of a file. */
export type Cut = { readonly dialect: Dialect; readonly records: readonly (readonly string[])[] }

/** The beginning cut by each delimiter. */
export const cuts = (head: string): Cut[] => {
  // A file of old Macs ends its lines with CR alone; elsewhere a lone CR stands inside a cell.
  const recordDelimiters = head.includes('\n') ? ['\r\n', '\n'] : ['\r\n', '\n', '\r']
  return delimiters.map((delimiter) => {
    const dialect = { delimiter, recordDelimiters }
    return { dialect, records: headRecords(head, dialect, deepestHeader) }
  })
}

/** A file of a format whose headers are known, wherever they stand; null for any other. */
export const knownLayout = (ways: readonly Cut[]): Layout | null => {
  for (const { dialect, records } of ways)
    for (const cells of records) {
      const keys = cells.map(headerKey)
      const format = csvFormats.find(({ is }) =>
        is(
          (...headers) => headers.every((header) => keys.includes(header)),
          (header) => keys.some((key) => header.test(key)),
        ),
      )
      if (format === undefined) continue
      const columns = new Map(
        fieldsOf(format.headers).map(([field, headers]) => [
          field,
          headers.flatMap((header) => placesOf(keys, header)),
        ]),
      )
      return { format: format.format, dialect, header: cells, columns }
    }
  return null
}

const placesOf = (keys: readonly string[], header: string | RegExp): number[] =>
  keys.flatMap((key, at) => ((typeof header === 'string' ? key === header : header.test(key)) ? [at] : []))

/** A file whose columns somebody chose: the first record that has all of them. Null when none has, or no name is chosen. */
export const chosenLayout = (ways: readonly Cut[], choice: ColumnChoice): Layout | null => {
  const chosen = columnFields.flatMap((field): [ColumnField, string][] => {
    const header = headerKey(choice[field] ?? '')
    return header === '' ? [] : [[field, header]]
  })
  if (!chosen.some(([field]) => field === 'name' || field === 'given' || field === 'family')) return null
  for (const { dialect, records } of ways)
    for (const cells of records) {
      const keys = cells.map(headerKey)
      if (!chosen.every(([, header]) => keys.includes(header))) continue
      const columns = new Map<Field, number[]>(
        chosen.map(([field, header]) => [field, placesOf(keys, header)]),
      )
      return { format: 'csv', dialect, header: cells, columns }
    }
  return null
}

/** The headers of a CSV that nobody knows, and the rows beneath; null for a text that is no table. */
export const likelyTable = (
  ways: readonly Cut[],
): { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] } | null => {
  const tables = ways.flatMap(({ records }) => {
    const rows = records.filter((cells) => cells.some((cell) => cell.trim() !== ''))
    const width = commonest(rows.map((cells) => cells.length))
    const at = rows.findIndex((cells) => cells.length === width && cells.every(isHeader) && isFilled(cells))
    const beneath = rows.slice(at + 1)
    const fitting = beneath.filter((cells) => cells.length === width)
    const isTable = width > 1 && at >= 0 && fitting.length > 0 && fitting.length * 2 >= beneath.length
    return isTable ? [{ width, headers: rows[at] ?? [], rows: beneath }] : []
  })
  const [best] = tables.sort((a, b) => b.width - a.width)
  if (best === undefined) return null
  // Two columns of one name cannot be told apart by it: the first stands for both.
  const headers = best.headers.map((header) => lineOf(header))
  const kept = headers.flatMap((header, nth) =>
    header !== '' && headers.indexOf(header) === nth ? [nth] : [],
  )
  return {
    headers: kept.map((nth) => headers[nth] ?? ''),
    rows: best.rows.map((cells) => kept.map((nth) => lineOf(cells[nth] ?? ''))),
  }
}

/** A header has letters, and is no address and no sentence. */
const isHeader = (cell: string): boolean =>
  cell.trim() === '' || (/\p{L}/u.test(cell) && !/@|:\/\/|[.!?]\s*$/.test(cell) && cell.length <= 100)

/** A title above a table fills one cell of its row. */
const isFilled = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell.trim() !== '').length >= Math.max(2, cells.length / 2)

const commonest = (lengths: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].sort(([a, times], [b, others]) => others - times || b - a)[0]?.[0] ?? 0
}

/** Which columns their headers suggest, each for one thing. */
export const guessed = (headers: readonly string[]): ColumnChoice => {
  const keys = headers.map(headerKey)
  const taken = new Set<string>()
  const choice: { [field in ColumnField]?: string } = {}
  for (const field of columnFields) {
    const found = (likelyHeaders[field] ?? [])
      .flatMap((header) => placesOf(keys, header))
      .map((at) => headers[at] ?? '')
      .find((header) => !taken.has(header))
    if (found === undefined) continue
    choice[field] = found
    taken.add(found)
  }
  return choice
}
