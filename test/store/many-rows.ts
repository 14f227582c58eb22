import { sql } from 'kysely'
import type { Handle } from '../../src/store/dialect.js'

const upTo = (count: number) =>
  sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(count)})`

/** Turns of so many workspaces, none of which has come before 2027. */
export const manyTurns = async ({ db }: Handle, count: number): Promise<void> => {
  await sql`insert into turns (workspace_id, wake_at, wakes, rest_until)
    ${upTo(count)} select 'T' || i, '2027-01-01T00:00:00.000Z', 0, '' from n`.execute(db)
}

/**
 * So many people of a workspace, in the channels C0 to C399, none of whom is due before 2027 and of whom nothing is new:
 * their rows alone, past everything that keeps them in step.
 */
export const manyPeople = async ({ db }: Handle, count: number, workspaceId = 'W1'): Promise<void> => {
  await sql`insert into people (workspace_id, id, name, home, written_by, introduced_at, introduced_on, owner_id,
      rhythm, offstage, addresses, act_seq, due_on, open_news)
    ${upTo(count)} select ${workspaceId}, 'p' || i, 'Frank Ortiz', 'channel:C' || (i % 400), 'U1',
      '2026-11-20T15:00:00.000Z', '2026-11-20', 'U' || (i % 50), '{"every":30,"unit":"day"}', 0, '[]', 1,
      case i % 3 when 0 then null when 1 then '2027-01-15' else '2027-02-20' end, 0 from n`.execute(db)
}

/** So many posts that were sent and are right. */
export const manyPosts = async ({ db }: Handle, count: number, workspaceId = 'W1'): Promise<void> => {
  await sql`insert into posts (workspace_id, id, place, kind, on_day, planned_at, state, attempts, looks, version,
      shown_version, channel_id, message_ts, names_forgotten)
    ${upTo(count)} select ${workspaceId}, 't' || i, 'channel:C' || (i % 400), 'digest', '2026-11-20',
      '2026-11-20T15:00:00.000Z', 'sent', 1, 0, 0, 0, 'C1', '1.' || i, 0 from n`.execute(db)
}
