import { sql } from 'kysely'
import type { Gone } from '../../app/ports/forgetting.js'
import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'

/** Everything with a person's id in it, beside ties, nudges and the people themselves. */
const about = [
  'roles',
  'notes',
  'interactions',
  'news',
  'commitments',
  'key_dates',
  'open_questions',
  'merges',
  'marks',
  'persona_trials',
  'sightings',
  'role_questions',
] as const

/** The ids of all rows that are about these people, or ever were. */
export const rowsAbout = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const past = await db
    .selectFrom('changes')
    .select('row_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('person_id', ids))
    .execute()
  const present = await db
    .selectFrom('ties')
    .select('id as row_id')
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([dialect.oneOf('person_id', ids), dialect.oneOf('other_id', ids)]))
    .execute()
  const moved = await movedAway(db, dialect, workspaceId, ids)
  const theirs = [...past, ...present].map(({ row_id: id }) => id).filter((id) => !moved.has(id))
  return new Set([...ids, ...theirs])
}

/** What was about them once and is about somebody else now stays with whom it is about. */
const movedAway = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const away = new Set<string>()
  for (const table of about) {
    const rows = await sql<{ row_id: string }>`select distinct e.id as row_id from ${sql.table(table)} as e
      join changes as c on c.workspace_id = e.workspace_id and c.row_id = e.id
      where c.workspace_id = ${workspaceId} and ${dialect.oneOf('c.person_id', ids)}
        and not ${dialect.oneOf('e.person_id', ids)}`.execute(db)
    for (const { row_id: id } of rows.rows) away.add(id)
  }
  return away
}

type Removed = {
  readonly counts: Omit<Gone, 'nudges' | 'mentions'>
  /** Those whose cards showed a tie to them. */
  readonly tiedTo: readonly string[]
}

/** Takes out every row about these people, and what is derived from it. */
export const removeRows = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
): Promise<Removed> => {
  const ties = await db
    .deleteFrom('ties')
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([dialect.oneOf('person_id', ids), dialect.oneOf('other_id', ids)]))
    .returning(['id', 'person_id', 'other_id'])
    .execute()
  // A tie of somebody else is found by the name of the one who is forgotten.
  await db
    .deleteFrom('search_entries')
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', 'ties')
    .where(
      dialect.oneOf(
        'entry_id',
        ties.map(({ id }) => id),
      ),
    )
    .execute()
  const removed = new Map<string, number>()
  for (const table of [...about, 'search_entries', 'person_keys'] as const) {
    const rows = await db
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where(dialect.oneOf('person_id', ids))
      .executeTakeFirst()
    removed.set(table, Number(rows.numDeletedRows))
  }
  const people = await db
    .deleteFrom('people')
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('id', ids))
    .executeTakeFirst()
  const count = (table: (typeof about)[number]): number => removed.get(table) ?? 0
  return {
    counts: {
      people: Number(people.numDeletedRows),
      notes: count('notes'),
      contacts: count('interactions'),
      commitments: count('commitments'),
      dates: count('key_dates'),
      questions: count('open_questions'),
      ties: ties.length,
      roles: count('roles'),
      said: count('sightings') + count('role_questions'),
    },
    tiedTo: ties.flatMap((tie) => [tie.person_id, tie.other_id]).filter((id) => !ids.includes(id)),
  }
}
