import type { Instant, LocalDate } from '../domain/local-time.js'
import { searchWords } from '../domain/names.js'
import { roleText } from '../domain/role.js'
import { inFewSizes, type NewRow } from './cells.js'
import type { Cells } from './codec.js'
import { kindWord } from './kind-word.js'
import type { SearchDialect } from './search-dialect.js'
import type { SearchEntryRow } from './search-tables.js'
import type { Db, JournalledTable } from './tables.js'

/** Longest word told apart: the engines have limits, and nobody types more. */
const longestWord = 60
const mostWords = 24

/** The words of a text as they are indexed. Punctuation within a word becomes a plain letter to both engines. */
export const indexWords = (text: string): string[] => {
  const words = searchWords(text).map((word) =>
    [...word.replace(/[^\p{L}\p{N}\p{M}]/gu, '_')].slice(0, longestWord).join(''),
  )
  return [...new Set(words)].filter((word) => word !== '')
}

/** The words of a query; beyond a couple of dozen they narrow nothing. */
export const queryWords = (words: readonly string[]): string[] =>
  indexWords(words.join(' ')).slice(0, mostWords)

/**
 * A word of a quote. It stands apart from the same word elsewhere, since others may read it: what looks for quotes walks over
 * nothing else, and what looks for entries never over these.
 */
export const quoteWord = (word: string): string => `__said_${word}`

/** Which rows the index has of a table. How somebody likes to be reached is found beside their name, never by it; a quote, beside its note. */
export const sourcesOf: Readonly<Record<string, readonly Source[]>> = {
  people: ['people', 'prefers'],
  roles: ['roles'],
  notes: ['notes', 'quotes'],
  interactions: ['interactions'],
  commitments: ['commitments'],
  key_dates: ['key_dates'],
  open_questions: ['open_questions'],
  ties: ['ties'],
} satisfies { [K in JournalledTable]?: readonly Source[] }
type Source = SearchEntryRow['source']

/** The columns that decide what the index says of a row. */
const watched: ReadonlySet<string> = new Set([
  'name',
  'addresses',
  'prefers',
  'title',
  'company',
  'until_on',
  'text',
  'quote',
  'kind',
  'home',
  'written_by',
  'person_id',
  'happened_on',
  'other_id',
])
export const changesIndex = (columns: readonly string[]): boolean =>
  columns.some((column) => watched.has(column))

/** Puts a row into the index as it is now, or takes it out when it is gone. */
export const indexRow = async (
  db: Db,
  search: SearchDialect,
  workspaceId: string,
  table: string,
  id: string,
  cells: Cells | null,
): Promise<void> => {
  const sources = sourcesOf[table] ?? []
  if (sources.length === 0) return
  await db
    .deleteFrom('search_entries')
    .where('workspace_id', '=', workspaceId)
    .where('source', 'in', sources)
    .where('entry_id', '=', id)
    .execute()
  if (cells !== null) await indexNewRows(db, search, workspaceId, table, [{ id, cells }])
}

/** Puts rows into the index that are not in it. */
export const indexNewRows = async (
  db: Db,
  search: SearchDialect,
  workspaceId: string,
  table: string,
  rows: readonly NewRow[],
): Promise<void> => {
  const entries = []
  for (const { id, cells } of rows)
    for (const source of sourcesOf[table] ?? []) {
      const entry = await entryOf(db, workspaceId, source, id, cells)
      if (entry !== null) entries.push({ source, entry_id: id, ...entry })
    }
  if (entries.length === 0) return
  const places = await search.freePlaces(
    db,
    entries.map(({ wishedPlace }) => wishedPlace),
  )
  const written = entries.map(({ wishedPlace, words, ...said }, nth) => {
    const cipher = isReadable(said.source) ? null : search.cipher
    const hidden = (word: string) =>
      cipher === null || word === kindWord(said.kind) ? word : cipher.wordMark(workspaceId, word)
    return {
      workspace_id: workspaceId,
      ...said,
      place: places[nth] ?? wishedPlace,
      words: search.indexed(workspaceId, words.map(hidden)),
    }
  })
  for (const some of inFewSizes(written)) await db.insertInto('search_entries').values(some).execute()
}

/** What the index says of a row; null for one without words. */
export const entryOf = async (db: Db, workspaceId: string, source: Source, id: string, cells: Cells) => {
  const text = source === 'ties' ? await tieText(db, workspaceId, cells) : textOf(source, cells)
  const plain = indexWords(text)
  const words = source === 'quotes' ? plain.map(quoteWord) : plain
  if (words.length === 0) return null
  const kind = kindOf(source, cells)
  const on = String(cells.happened_on ?? cells.since_on ?? cells.introduced_on ?? cells.written_at)
  const at = String(cells.written_at ?? cells.introduced_at)
  return {
    kind,
    person_id: String(cells.person_id ?? id),
    home: String(cells.home),
    written_by: String(cells.written_by),
    wishedPlace: placeOf(on.slice(0, 10), at),
    words: [...words, kindWord(kind)],
  }
}

/** What stands in columns that are never sealed (`cipher/sealed-columns.ts`). */
const isReadable = (source: Source): boolean => source === 'people' || source === 'roles' || source === 'ties'

/** A tie is found by how it is said and by the name of the other. */
const tieText = async (db: Db, workspaceId: string, { kind, other_id }: Cells): Promise<string> => {
  const others = db.selectFrom('people').select('name').where('workspace_id', '=', workspaceId)
  const other = await others.where('id', '=', String(other_id)).executeTakeFirst()
  return `${kind} ${other?.name ?? ''}`
}

/** Somebody is called otherwise from now on: so are they in what ties others to them. */
export const indexTiesTo = async (
  db: Db,
  search: SearchDialect,
  workspaceId: string,
  personId: string,
): Promise<void> => {
  const ties = db.selectFrom('ties').selectAll().where('workspace_id', '=', workspaceId)
  for (const { id, ...cells } of await ties.where('other_id', '=', personId).execute())
    await indexRow(db, search, workspaceId, 'ties', id, cells)
}

const textOf = (table: Source, cells: Cells): string => {
  if (table === 'quotes') return String(cells.quote ?? '')
  if (table === 'prefers') return String(cells.prefers ?? '')
  if (table === 'people') return `${cells.name} ${JSON.parse(String(cells.addresses)).join(' ')}`
  if (table === 'roles') return roleText({ title: String(cells.title), company: String(cells.company) })
  return String(cells.text)
}

const kindOf = (table: Source, cells: Cells): SearchEntryRow['kind'] => {
  if (table === 'quotes') return 'quote'
  if (table === 'people') return 'person'
  if (table === 'prefers') return 'prefers'
  if (table === 'roles') return cells.until_on === null ? 'role' : 'past-role'
  if (table === 'interactions') return 'interaction'
  if (table === 'open_questions') return 'question'
  if (table === 'ties') return 'tie'
  return entryKinds.find((kind) => kind === cells.kind) ?? 'note'
}

const entryKinds = ['heard', 'situation', 'promise', 'step', 'date', 'trigger'] as const

const dayMs = 86_400_000
const firstDay = Date.UTC(1900, 0, 1) / dayMs
const firstMoment = Date.UTC(2020, 0, 1)
const perDay = 2 ** 36

/**
 * Where an entry stands in the order of all: by the day it is about (17 bits), then by when it was typed, in
 * steps of 64 ms (36 bits). One number, so that SQLite can walk its index newest first.
 */
const placeOf = (on: LocalDate, at: Instant): number => {
  const day = within(Date.parse(on) / dayMs - firstDay, 2 ** 17)
  return day * perDay + within((Date.parse(at) - firstMoment) / 64, perDay)
}
const within = (n: number, end: number): number => Math.min(Math.max(Math.floor(n) || 0, 0), end - 1)
