import { oneRhythmAfter } from '../../../src/domain/cadence.js'
import { type Cells, interactionCodec, noteCodec, personCodec, roleCodec } from '../../../src/store/codec.js'
import { backwardsOf, keysFor } from '../../../src/store/derived.js'
import { entryOf } from '../../../src/store/search-index.js'
import type { SearchEntryRow } from '../../../src/store/search-tables.js'
import { workspaceId } from './life.js'
import { actIdOf, type WrittenAct } from './written.js'

/** A row in the order of `columns`. */
export type Row = readonly (string | number | null)[]

/** The tables that a made-up past fills, and in which order its rows have their cells. */
export const columns = {
  people: [
    ...['workspace_id', 'id', 'name', 'home', 'written_by', 'introduced_at', 'introduced_on', 'owner_id'],
    ...['rhythm', 'rhythm_set_on', 'first_due_on', 'let_be_on', 'later_until', 'slack_user_id', 'prefers'],
    ...['offstage', 'addresses', 'source', 'act_seq', 'last_contact_on', 'due_on', 'open_news'],
  ],
  person_keys: ['workspace_id', 'key', 'kind', 'person_id', 'backwards'],
  roles: [
    ...['workspace_id', 'id', 'person_id', 'home', 'written_by', 'written_at', 'title', 'company'],
    ...['company_key', 'since_on', 'until_on', 'source', 'act_seq'],
  ],
  notes: [
    ...['workspace_id', 'id', 'person_id', 'home', 'written_by', 'written_at', 'happened_on', 'kind', 'text'],
    ...['facets', 'interaction_id', 'source', 'act_seq'],
  ],
  interactions: [
    ...['workspace_id', 'id', 'person_id', 'home', 'written_by', 'written_at', 'happened_on', 'kind', 'text'],
    ...['teammates', 'act_seq'],
  ],
  acts: [
    ...['workspace_id', 'id', 'seq', 'kind', 'written_by', 'written_at', 'place', 'person_id', 'cause'],
    ...['part_of', 'undone_by'],
  ],
  changes: [
    ...['workspace_id', 'act_seq', 'ordinal', 'table_name', 'row_id', 'person_id', 'row_before', 'row_after'],
  ],
  search_entries: [
    ...['workspace_id', 'source', 'entry_id', 'kind', 'person_id', 'home', 'written_by', 'place', 'words'],
  ],
} as const
export type FilledTable = keyof typeof columns

/** Takes the rows of a past as they come; `words` of a search entry is a list of words with spaces between. */
export type Sink = (table: FilledTable, row: Row) => void

/**
 * Writes an act as the recorder of the stores does, row by row and past it: its tests hold the two together. What
 * follows from later acts (the last contact) is written at once.
 */
export const writeAct = async (sink: Sink, act: WrittenAct, lastContactOn: string): Promise<void> => {
  const { seq, kind, by, at, place, personId } = act
  sink('acts', [workspaceId, actIdOf(seq), seq, kind, by, at, place, personId, null, null, null])
  const { person, role, note, interaction } = act
  if (person !== null) {
    const due = oneRhythmAfter(lastContactOn, person.rhythm)
    const derived = { last_contact_on: lastContactOn, due_on: due, open_news: 0 }
    const cells = personCodec.encode(person)
    await add(sink, act, 'people', 0, 0, cells, derived)
    for (const { key, kind } of keysFor(cells))
      sink('person_keys', [workspaceId, key, kind, personId, backwardsOf(key)])
  }
  if (role !== null) await add(sink, act, 'roles', 1, 1, roleCodec.encode(role))
  if (note !== null) await add(sink, act, 'notes', 0, 0, noteCodec.encode(note))
  if (interaction !== null) await add(sink, act, 'interactions', 0, 0, interactionCodec.encode(interaction))
}

type Source = 'people' | 'roles' | 'notes' | 'interactions'

/**
 * What is typed here are plain words with spaces between: they are not taken apart as texts are, which takes longer than
 * everything else. `later`: how many places after the one it would have, where another entry of the same moment stands. */
const add = async (
  sink: Sink,
  { seq, personId }: WrittenAct,
  table: Source,
  ordinal: number,
  later: number,
  encoded: Cells,
  derived: Cells = {},
): Promise<void> => {
  const cells: Cells = { ...encoded, act_seq: seq }
  const id = String(cells.id)
  const cellOf = (column: string) =>
    column === 'workspace_id' ? workspaceId : (cells[column] ?? derived[column] ?? null)
  sink(table, columns[table].map(cellOf))
  sink('changes', [workspaceId, seq, ordinal, table, id, personId, null, JSON.stringify(cells)])
  const plain = typeof cells.text === 'string' ? cells.text : null
  const entry = await entryOf(
    noDatabase,
    workspaceId,
    table,
    id,
    plain === null ? cells : { ...cells, text: 'x' },
  )
  if (entry === null) return
  const { home, written_by: by } = entry
  const words = plain === null ? entry.words : [...new Set(plain.split(' ')), ...entry.words.slice(1)]
  const said = [table, id, entry.kind satisfies SearchEntryRow['kind'], entry.person_id, home, by]
  sink('search_entries', [workspaceId, ...said, entry.wishedPlace + later, words.join(' ')])
}

/** Ties alone are looked up, and nobody is tied to anybody here. */
const noDatabase = null as never
