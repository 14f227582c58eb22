import { sql } from 'kysely'
import type { Home } from '../domain/audience.js'
import { channelOf } from '../domain/audience.js'
import type { Db } from './tables.js'

/** Everything that has a home. */
const homed = [
  'people',
  'roles',
  'notes',
  'interactions',
  'news',
  'commitments',
  'key_dates',
  'open_questions',
  'ties',
  'merges',
  'marks',
  'search_entries',
] as const
/** What was planned or fixed for a place. */
const placed = ['posts', 'digests', 'nudge_reasons', 'acts'] as const

/**
 * A channel that Slack gave another id is the same place: all that lives there moves along, and so does what the
 * journal would put back. Not an act of anybody, and not journalled.
 */
export const rehome = async (db: Db, workspaceId: string, from: Home, to: Home): Promise<void> => {
  const settled = await db
    .selectFrom('places')
    .select('home')
    .where('workspace_id', '=', workspaceId)
    .where('home', '=', to)
    .executeTakeFirst()
  for (const table of homed)
    await db
      .updateTable(table)
      .set({ home: to })
      .where('workspace_id', '=', workspaceId)
      .where('home', '=', from)
      .execute()
  const places = { workspace_id: workspaceId, home: from }
  if (settled !== undefined) {
    // The new id was in use before we heard of it: its own digests and settings stand.
    await db
      .deleteFrom('places')
      .where('workspace_id', '=', places.workspace_id)
      .where('home', '=', from)
      .execute()
  } else {
    await db
      .updateTable('places')
      .set({ home: to })
      .where('workspace_id', '=', workspaceId)
      .where('home', '=', from)
      .execute()
    for (const table of placed)
      await db
        .updateTable(table)
        .set({ place: to })
        .where('workspace_id', '=', workspaceId)
        .where('place', '=', from)
        .execute()
  }
  await moveMessages(db, workspaceId, channelOf(from), channelOf(to))
  const [before, after] = [`"${from}"`, `"${to}"`]
  await db
    .updateTable('changes')
    .set({
      row_before: sql`replace(row_before, ${before}, ${after})`,
      row_after: sql`replace(row_after, ${before}, ${after})`,
    })
    .where('workspace_id', '=', workspaceId)
    .execute()
}

/** Messages keep their time stamps when their channel gets another id. */
const moveMessages = async (
  db: Db,
  workspaceId: string,
  from: string | null,
  to: string | null,
): Promise<void> => {
  if (from === null || to === null) return
  for (const table of ['marks', 'posts', 'told', 'unclaimed', 'retractions'] as const)
    await db
      .updateTable(table)
      .set({ channel_id: to })
      .where('workspace_id', '=', workspaceId)
      .where('channel_id', '=', from)
      .execute()
}
