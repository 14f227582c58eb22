import { sql } from 'kysely'
import { idOf, type Kept, type KeptKind, type KeptRow } from '../../app/ports/archive.js'
import * as codec from '../codec.js'
import * as knowledge from '../knowledge-codec.js'
import { personaClaimCodec, personaCodec, trialCodec } from '../persona-codec.js'
import { rowOf, settingsOf } from '../place-store.js'
import { roleQuestionCodec, sightingCodec } from '../role-change-codec.js'
import type { Database, Db, JournalledRows, JournalledTable, PlaceRow } from '../tables.js'

/** Rows read at once. */
const pageLength = 500

type ReadPage = (db: Db, workspaceId: string, after: string) => Promise<readonly KeptRow[]>

const pageOf = async <Row>(
  db: Db,
  table: keyof Database,
  key: string,
  workspaceId: string,
  after: string,
): Promise<readonly Row[]> => {
  const page = await sql<Row>`
    select * from ${sql.table(table)}
    where workspace_id = ${workspaceId} and ${sql.ref(key)} > ${after}
    order by ${sql.ref(key)} limit ${sql.lit(pageLength)}`.execute(db)
  return page.rows
}

/** The journalled tables whose rows know their place in the journal. */
type Ordered = Exclude<JournalledTable, 'places' | 'nudges' | 'minded'>

const journalled =
  <K extends KeptKind, T extends Ordered>(kind: K, { table, decode }: codec.Codec<Kept[K], T>) =>
  async (db: Db, workspaceId: string, after: string) =>
    (await pageOf<JournalledRows[T]>(db, table, 'id', workspaceId, after)).map((row) => ({
      kind,
      order: row.act_seq,
      it: decode(row),
    }))

const pages: Readonly<Record<KeptKind, ReadPage>> = {
  place: async (db, workspaceId, after) =>
    (await pageOf<PlaceRow>(db, 'places', 'home', workspaceId, after)).map((row) => ({
      kind: 'place',
      order: 0,
      it: settingsOf(row),
    })),
  source: async (db, workspaceId, after) =>
    (await pageOf<Database['sources']>(db, 'sources', 'source', workspaceId, after)).map((row) => ({
      kind: 'source',
      order: 0,
      it: { source: row.source, isOff: row.is_off === 1, lastSpokeAt: row.last_spoke_at },
    })),
  secret: async (db, workspaceId, after) =>
    (await pageOf<Database['secrets']>(db, 'secrets', 'name', workspaceId, after)).map(({ name, value }) => ({
      kind: 'secret',
      order: 0,
      it: { name, value },
    })),
  forgotten: async (db, workspaceId, after) =>
    (await pageOf<Database['tombstones']>(db, 'tombstones', 'hash', workspaceId, after)).map(({ hash }) => ({
      kind: 'forgotten',
      order: 0,
      it: { hash },
    })),
  person: journalled('person', codec.personCodec),
  role: journalled('role', codec.roleCodec),
  interaction: journalled('interaction', codec.interactionCodec),
  note: journalled('note', codec.noteCodec),
  news: journalled('news', codec.newsCodec),
  commitment: journalled('commitment', knowledge.commitmentCodec),
  date: journalled('date', knowledge.keyDateCodec),
  question: journalled('question', knowledge.openQuestionCodec),
  tie: journalled('tie', knowledge.tieCodec),
  mark: journalled('mark', codec.markCodec),
  sighting: journalled('sighting', sightingCodec),
  claim: journalled('claim', roleQuestionCodec),
  sketch: journalled('sketch', personaCodec),
  'sketch-claim': journalled('sketch-claim', personaClaimCodec),
  trial: journalled('trial', trialCodec),
}

/** All rows of a kind, a page at a time, in the order of their ids. */
export async function* pagesOf(
  db: Db,
  workspaceId: string,
  kind: KeptKind,
): AsyncGenerator<readonly KeptRow[]> {
  let after = ''
  for (;;) {
    const page = await pages[kind](db, workspaceId, after)
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    if (page.length < pageLength) return
    after = idOf(last)
  }
}

export type StoredRow = { readonly table: keyof Database; readonly id: string; readonly cells: codec.Cells }

/** A thing as the row that it becomes, without its workspace. */
export const storedRow = (row: KeptRow): StoredRow => {
  switch (row.kind) {
    case 'place':
      return { table: 'places', id: row.it.home, cells: { ...rowOf(row.it), id: row.it.home } }
    case 'source': {
      const { source, isOff, lastSpokeAt } = row.it
      const cells = { source, is_off: codec.flag(isOff), last_spoke_at: lastSpokeAt }
      return { table: 'sources', id: source, cells }
    }
    case 'secret':
      return { table: 'secrets', id: row.it.name, cells: row.it }
    case 'forgotten':
      return { table: 'tombstones', id: row.it.hash, cells: row.it }
    case 'person':
      return stored(codec.personCodec, row)
    case 'role':
      return stored(codec.roleCodec, row)
    case 'interaction':
      return stored(codec.interactionCodec, row)
    case 'note':
      return stored(codec.noteCodec, row)
    case 'news':
      return stored(codec.newsCodec, row)
    case 'commitment':
      return stored(knowledge.commitmentCodec, row)
    case 'date':
      return stored(knowledge.keyDateCodec, row)
    case 'question':
      return stored(knowledge.openQuestionCodec, row)
    case 'tie':
      return stored(knowledge.tieCodec, row)
    case 'mark':
      return stored(codec.markCodec, row)
    case 'sighting':
      return stored(sightingCodec, row)
    case 'claim':
      return stored(roleQuestionCodec, row)
    case 'sketch':
      return stored(personaCodec, row)
    case 'sketch-claim':
      return stored(personaClaimCodec, row)
    case 'trial':
      return stored(trialCodec, row)
  }
}

const stored = <T extends { readonly id: string }>(
  { table, encode }: codec.Codec<T, Ordered>,
  { it, order }: { readonly it: T; readonly order: number },
): StoredRow => ({ table, id: it.id, cells: { ...encode(it), act_seq: order } })
