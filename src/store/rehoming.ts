import { sql } from 'kysely'
import type { Home } from '../domain/audience.js'
import { channelOf } from '../domain/audience.js'
import { changeImages, everyChange } from './every-change.js'
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
  'imports',
  'sightings',
  'role_questions',
  'marks',
  'personas',
  'persona_claims',
  'persona_trials',
  'search_entries',
] as const
/** What was planned, fixed or done in a place. */
const placed = ['posts', 'digests', 'weeks', 'nudge_reasons', 'acts'] as const

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
  if (settled !== undefined) {
    // The new id was in use before we heard of it: its own settings stand.
    await db.deleteFrom('places').where('workspace_id', '=', workspaceId).where('home', '=', from).execute()
    await joinPlaces(db, workspaceId, from, to)
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
  await moveMembers(db, workspaceId, from, to)
  await moveMessages(db, workspaceId, channelOf(from), channelOf(to))
  const [before, after] = [`"${from}"`, `"${to}"`]
  await db
    .updateTable('posts')
    .set({ about: sql`replace(about, ${before}, ${after})` })
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'fell-silent')
    .execute()
  const [channelBefore, channelAfter] = [channelOf(from), channelOf(to)]
  const inChannel = (id: string): string => `"channel_id":"${id}"`
  const moved = (image: string | null): string | null => {
    const homed = image?.replaceAll(before, after) ?? null
    if (channelBefore === null || channelAfter === null) return homed
    // Marks stand on messages, which moved along.
    return homed?.replaceAll(inChannel(channelBefore), inChannel(channelAfter)) ?? null
  }
  // Not by the engine, which cannot look into what is sealed.
  for await (const change of everyChange(db, workspaceId)) {
    const images = { row_before: moved(change.row_before), row_after: moved(change.row_after) }
    await changeImages(db, workspaceId, change, images)
  }
}

/**
 * What was planned, fixed or done moves into a place that has its own of that. A post that nobody has tried to send
 * stays behind and is withdrawn: its people are decided anew where they live now. Of two digests of one day, two weeks that
 * begin on one, and two raisings of one thing, the one there stands.
 */
const joinPlaces = async (db: Db, workspaceId: string, from: Home, to: Home): Promise<void> => {
  await db
    .updateTable('acts')
    .set({ place: to })
    .where('workspace_id', '=', workspaceId)
    .where('place', '=', from)
    .execute()
  await db
    .updateTable('posts')
    .set({ place: to })
    .where('workspace_id', '=', workspaceId)
    .where('place', '=', from)
    .where('attempts', '>', 0)
    .execute()
  await sql`update digests set place = ${to} where workspace_id = ${workspaceId} and place = ${from}
    and not exists (select 1 from digests as o where o.workspace_id = digests.workspace_id
      and o.place = ${to} and o.on_day = digests.on_day)`.execute(db)
  await sql`update weeks set place = ${to} where workspace_id = ${workspaceId} and place = ${from}
    and not exists (select 1 from weeks as o where o.workspace_id = weeks.workspace_id
      and o.place = ${to} and o.begins_on = weeks.begins_on)`.execute(db)
  await sql`update nudge_reasons set place = ${to} where workspace_id = ${workspaceId} and place = ${from}
    and not exists (select 1 from nudge_reasons as o where o.workspace_id = nudge_reasons.workspace_id
      and o.place = ${to} and o.person_id = nudge_reasons.person_id and o.on_day = nudge_reasons.on_day
      and o.kind = nudge_reasons.kind and o.apart = nudge_reasons.apart)`.execute(db)
}

/** What Slack said under the new id stands. */
const moveMembers = async (db: Db, workspaceId: string, from: Home, to: Home): Promise<void> => {
  await sql`update place_members set home = ${to} where workspace_id = ${workspaceId} and home = ${from}
    and not exists (select 1 from place_members as o where o.workspace_id = place_members.workspace_id
      and o.home = ${to})`.execute(db)
  await db
    .deleteFrom('place_members')
    .where('workspace_id', '=', workspaceId)
    .where('home', '=', from)
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
