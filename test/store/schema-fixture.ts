import { sql } from 'kysely'
import { quietDueOn } from '../../src/domain/cadence.js'
import type { Cells } from '../../src/store/codec.js'
import { writeKeys } from '../../src/store/derived.js'
import type { Handle } from '../../src/store/dialect.js'
import { indexRow } from '../../src/store/search-index.js'

const at = '2026-11-20T15:00:00.000Z'
const place = 'channel:C1'
const typed = { home: place, written_by: 'U1', written_at: at, act_seq: 1 }
const about = { ...typed, person_id: 'frank', happened_on: '2026-11-20' }
const rhythm = { every: 30, unit: 'day' } as const
const person = (id: string, name: string, more: Cells = {}): Cells => ({
  ...{ id, name, home: place, written_by: 'U1', act_seq: 1, introduced_at: at, introduced_on: '2026-11-20' },
  ...{ owner_id: 'U1', rhythm: JSON.stringify(rhythm), rhythm_set_on: null, first_due_on: '2026-12-20' },
  ...{ let_be_on: null, later_until: null, slack_user_id: null, prefers: null, offstage: 0, addresses: '[]' },
  source: null,
  ...more,
})
const role = (id: string, title: string, until: string | null): Cells => ({
  ...{ ...typed, id, person_id: 'frank', title, company: 'Acme', company_key: 'acme', source: null },
  ...{ since_on: '2025-01-01', until_on: until },
})

/** A row or two of every table that an act ever wrote, with all columns that it ever had. */
const journalled: readonly (readonly [table: string, cells: Cells])[] = [
  [
    'people',
    person('frank', 'Frank Ortiz', { addresses: '["frank@acme.example"]', prefers: 'carrier pigeon' }),
  ],
  ['people', person('susan', 'Susan Bell')],
  ['roles', role('role', 'facilities manager', null)],
  ['roles', role('past', 'night porter', '2024-12-31')],
  ['interactions', { ...about, id: 'met', kind: 'met', text: 'walked the plant', teammates: '["U1"]' }],
  [
    'notes',
    {
      ...{
        ...about,
        id: 'heard',
        kind: 'heard',
        text: 'my daughter starts at Ohio State',
        facets: '["story"]',
      },
      ...{ interaction_id: 'met', source: null, quote: 'my daughter starts at …', quote_role: 'facilities' },
    },
  ],
  [
    'news',
    { ...about, id: 'news', kind: 'new-role', role_id: 'role', before_role_id: 'past', ends_role_id: null },
  ],
  [
    'marks',
    {
      ...{ ...typed, id: 'mark', person_id: 'frank', channel_id: 'C1', message_ts: '1.1', user_id: 'U1' },
      ...{ emoji: 'ear', entry_kind: 'note', entry_id: 'heard' },
    },
  ],
  [
    'commitments',
    {
      ...{ ...about, id: 'promise', kind: 'promise', text: 'send the sample', due_on: '2026-11-27' },
      ...{ closed_as: null, closed_on: null, closed_by: null },
    },
  ],
  [
    'key_dates',
    { ...about, id: 'day', kind: 'date', text: 'birthday', month_day: '03-14', year: null, yearly: 1 },
  ],
  [
    'open_questions',
    { ...about, id: 'question', text: 'what would the crew miss?', answered_on: null, answer_note_id: null },
  ],
  ['ties', { ...typed, id: 'tie', person_id: 'frank', other_id: 'susan', kind: 'reports to' }],
  [
    'merges',
    {
      ...{ ...typed, id: 'merge', person_id: 'frank', merged_id: 'francis', name_key: 'francis ortiz' },
      taken: '{"addresses":[]}',
    },
  ],
  [
    'sightings',
    {
      ...{ ...typed, id: 'sighting', person_id: 'frank', source: 'csv', source_key: 'frank@acme.example' },
      ...{ title: 'facilities manager', company: 'Acme', observed_at: at },
    },
  ],
  ['personas', { ...typed, id: 'sketch', name: 'Plant managers', quiet: 0 }],
  [
    'persona_claims',
    {
      ...{ ...typed, id: 'sketch-claim', persona_id: 'sketch', text: 'price comes first' },
      ...{ wording: 'sketch-claim', told: null },
    },
  ],
  [
    'persona_trials',
    {
      ...{ ...about, id: 'trial', claim_id: 'sketch-claim', wording: 'sketch-claim', holds: 1 },
      note_id: 'heard',
    },
  ],
]

/** What the bot itself keeps, past every act. */
const kept: readonly (readonly [table: string, cells: Cells])[] = [
  [
    'places',
    {
      ...{
        id: place,
        home: place,
        zone: 'America/Chicago',
        digest_hour: 9,
        days: '[1,2,3,4,5]',
        from_hour: 9,
      },
      ...{ to_hour: 17, cap: 5, rhythm: JSON.stringify(rhythm), zone_untold: 0, postable: 1 },
      ...{ holidays: '[]', reactions: '{}', zone_set: 1, week: 0, mindful: 0, mirror: 0 },
    },
  ],
  ['digests', { place, on_day: '2026-11-20', fixed_at: at }],
  ['weeks', { place, begins_on: '2026-11-16', up_to_seq: 1 }],
  [
    'posts',
    {
      ...{
        id: 'post',
        place,
        kind: 'digest',
        on_day: '2026-11-20',
        planned_at: at,
        state: 'sent',
        attempts: 1,
      },
      ...{ looks: 0, channel_id: 'C1', message_ts: '2.2', version: 0, shown_version: 0 },
    },
  ],
  [
    'nudges',
    {
      ...{ id: 'nudge', person_id: 'frank', post_id: 'post', on_day: '2026-11-20', times: 1, planned_seq: 1 },
      ...{ reasons: '[{"kind":"quiet","occasion":"quiet:2026-11-20"}]', moot: 0 },
    },
  ],
  [
    'nudge_reasons',
    {
      ...{ place, person_id: 'frank', on_day: '2026-11-20', kind: 'quiet', nth: 0, apart: '0' },
      ...{ occasion: 'quiet:2026-11-20', nudge_id: 'nudge' },
    },
  ],
  [
    'drafts',
    { id: 'draft', user_id: 'U1', text: 'note frank hello', expires_at: '2031-01-01T00:00:00.000Z' },
  ],
  ['reactions', { key: 'C1 1.1 U1 ear', event_ts: '3.3', is_on: 1 }],
  ['tombstones', { hash: 'a hash' }],
  ['minded', { id: 'U1', told_at: at, stopped: 1 }],
  ['told', { kind: 'message', channel_id: 'D1', ref: '4.4', person_id: 'frank' }],
  ['sources', { source: 'csv', is_off: 0, last_spoke_at: at }],
  [
    'installations',
    {
      ...{ enterprise_id: null, is_org: 0, app_id: 'A1', name: 'Acme', bot_user_id: 'UBOT', bot_id: 'BBOT' },
      ...{ scopes: '["chat:write"]', installer_id: 'U1', installed_at: at, token: 'xoxe', generation: 1 },
      ...{ refresh_token: null, token_expires_at: null, state: 'active', since_at: at, why: null },
    },
  ],
]

/** Puts into a database what the program of its schema would have written, as far as it knew of it. */
export const fillAsOfThen = async (
  { db, dialect }: Handle,
  workspaceId = 'T1',
): Promise<readonly string[]> => {
  const tables = new Map(
    (await db.introspection.getTables()).map(({ name, columns }) => [name, columns.map((each) => each.name)]),
  )
  const insert = async (table: string, row: Cells): Promise<Cells | null> => {
    const columns = (tables.get(table) ?? []).filter((column) => column in row)
    if (columns.length === 0) return null
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.id(column)))})
      values (${sql.join(columns.map((column) => sql`${row[column] ?? null}`))})`.execute(db)
    return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
  }
  const workspace = { workspace_id: workspaceId }
  const act = { ...workspace, id: 'act', seq: 1, kind: 'add', written_by: 'U1', written_at: at, place }
  await insert('acts', { ...act, person_id: 'frank', cause: 'Ev1' })
  const written: string[] = []
  for (const [ordinal, [table, cells]] of journalled.filter(([name]) => tables.has(name)).entries()) {
    const row = await insert(table, { ...workspace, ...cells, ...derivedOf(tables, table, cells) })
    if (row === null) continue
    const { workspace_id: _, last_contact_on, due_on, open_news, ...image } = row
    const whole = table === 'people' ? image : { ...image, ...('due_on' in row ? { due_on } : {}) }
    const change = { ...workspace, act_seq: 1, ordinal, table_name: table, row_id: String(cells.id) }
    const personId = String(cells.person_id ?? cells.id)
    await insert('changes', {
      ...change,
      person_id: personId,
      row_before: null,
      row_after: JSON.stringify(whole),
    })
    if (table === 'people') await writeKeys(db, workspaceId, String(cells.id), cells)
    if (tables.has('search_entries'))
      await indexRow(db, dialect.search, workspaceId, table, String(cells.id), row)
    written.push(table)
  }
  for (const [table, cells] of kept) await insert(table, { ...workspace, ...cells })
  return written
}

/** News is told by the newest schema alone of what an interaction of the same act did not settle. */
const derivedOf = (tables: ReadonlyMap<string, unknown>, table: string, { id }: Cells): Cells => {
  if (table !== 'people') return {}
  const lastContactOn = id === 'frank' && tables.has('interactions') ? '2026-11-20' : null
  const given = { rhythm, lastContactOn, firstDueOn: '2026-12-20', letBeOn: null, laterUntil: null }
  return {
    ...{ last_contact_on: lastContactOn, due_on: quietDueOn(given) },
    open_news: id === 'frank' && tables.has('news') ? 1 : 0,
  }
}
