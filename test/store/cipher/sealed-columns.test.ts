import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { sealedColumnsOf } from '../../../src/store/cipher/sealed-columns.js'
import { connect } from '../../../src/store/dialect.js'
import { migrate } from '../../../src/store/migrate.js'

/** Columns whose name says that no words are in them, in whatever table. */
const neverWords: readonly (readonly [why: string, names: RegExp])[] = [
  [
    'an id of ours or of Slack',
    /^(id|.+_id|home|place|written_by|(closed|answered|claimed|undone)_by|cause)$/,
  ],
  ['an id of ours or of Slack', /^(part_of|row_id|message_ts|event_ts|ref|teammates)$/],
  ['an instant or a day', /^(.+_(on|at|until)|on_day|month_day|not_before)$/],
]

/** Every other column of a text that is not sealed, and why. A new one is named here, or is sealed. */
const plainBecause: Readonly<Record<string, readonly string[]>> = {
  'the database finds people by it': [
    'people.name',
    'people.addresses',
    'person_keys.key',
    'person_keys.backwards',
    'name_spellings.left_out',
    'name_spellings.key',
    'first_words.word',
    'merges.name_key',
    'source_words.word_key',
    'sightings.source_key',
  ],
  'it is a name, an address or a role as those of people are': [
    'roles.title',
    'roles.company',
    'roles.company_key',
    'sightings.title',
    'sightings.company',
    'source_words.name',
    'source_words.addresses',
    'source_words.title',
    'source_words.company',
  ],
  'it is one of a few words of ours': [
    'person_keys.kind',
    'notes.kind',
    'notes.facets',
    'notes.quote_role',
    'interactions.kind',
    'news.kind',
    'marks.entry_kind',
    'acts.kind',
    'changes.table_name',
    'posts.kind',
    'posts.state',
    'search_entries.source',
    'search_entries.kind',
    'commitments.kind',
    'commitments.closed_as',
    'key_dates.kind',
    'ties.kind',
    'nudge_reasons.kind',
    'secrets.name',
    'told.kind',
    'retractions.kind',
    'role_questions.why',
    'role_questions.answered_as',
    'imports.format',
    'imports.state',
    'import_rows.outcome',
    'source_words.live',
    'source_words.state',
    'chores.name',
    'place_troubles.kind',
    'installations.state',
    'heard.kind',
    'owed_answers.kind',
    'installations.scopes',
  ],
  'it names a source': [
    'people.source',
    'roles.source',
    'notes.source',
    'sightings.source',
    'role_questions.source',
    'sources.source',
    'source_words.source',
  ],
  'it is how a place or a person is set': [
    'people.rhythm',
    'imports.rhythm',
    'places.zone',
    'places.days',
    'places.rhythm',
    'places.holidays',
    'places.reactions',
  ],
  'it is ids, kinds and days alone': [
    'posts.about',
    'place_members.members',
    'nudges.reasons',
    'nudges.answer',
    'nudge_reasons.apart',
    'nudge_reasons.occasion',
    'role_questions.recorded',
    'imports.counts',
    'chores.mark',
    'reactions.key',
    // A method, with the channel that was posted to; instants and numbers.
    'paces.bucket',
    'paces.counted',
    'marks.emoji',
    'persona_claims.wording',
    'persona_claims.told',
    'persona_trials.wording',
  ],
  'it is a code of an error': ['posts.failed_why', 'place_troubles.why', 'installations.why'],
  'it is what Slack shows to everybody there': ['installations.name'],
  'it is a keyed hash, or has one for each word of a sealed text': [
    'tombstones.hash',
    'unclaimed.words',
    'source_marks.mark',
    'search_entries.words',
    'install_states.hash',
  ],
}

const textColumns = async (): Promise<readonly (readonly [table: string, column: string])[]> => {
  const handle = connect('file::memory:', 5_000)
  try {
    await migrate(handle, 5_000)
    const found: [string, string][] = []
    for (const table of await handle.dialect.tableNames(handle.db)) {
      if (/^(search_fts|personable_migration)/.test(table)) continue
      const { rows } = await sql<{ name: string; type: string }>`
        select name, type from pragma_table_info(${table})`.execute(handle.db)
      for (const { name, type } of rows) if (type === 'TEXT') found.push([table, name])
    }
    return found
  } finally {
    await handle.db.destroy()
  }
}

describe('every column of a text', () => {
  it('is sealed, or it is said why it is not', async () => {
    const plain = new Set(Object.values(plainBecause).flat())
    const all = await textColumns()
    expect(all.length).toBeGreaterThan(200)
    const unsaid = all.filter(
      ([table, column]) =>
        !sealedColumnsOf(table).includes(column) &&
        !plain.has(`${table}.${column}`) &&
        !neverWords.some(([, names]) => names.test(column)),
    )
    expect(unsaid.map((each) => each.join('.'))).toEqual([])
  })

  it('is not said twice, and is there', async () => {
    const all = new Set((await textColumns()).map((each) => each.join('.')))
    const said = Object.values(plainBecause).flat()
    expect(said.filter((each) => !all.has(each))).toEqual([])
    expect(
      said.filter((each) => sealedColumnsOf(each.split('.')[0] ?? '').includes(each.split('.')[1] ?? '')),
    ).toEqual([])
    expect(new Set(said).size).toBe(said.length)
  })
})
