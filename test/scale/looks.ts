import type pg from 'pg'
import { instantAt } from '../../src/domain/local-time.js'
import { capADay, workingHours, zoneOf } from './town.js'

/** What can be read in the database from outside. */

/** Bytes of each table with its indexes. */
export const sizesOf = async (db: pg.Client): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await db.query<{ name: string; bytes: string }>(
    `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]))
}

export const rowsOf = async (db: pg.Client): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await db.query<{ name: string; rows: number }>(
    `select relname as name, reltuples::float as rows from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0`,
  )
  return new Map(rows.map(({ name, rows: count }) => [name, count]))
}

export const connectionsOf = async (db: pg.Client): Promise<number> => {
  const { rows } = await db.query<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and application_name = 'personable'`,
  )
  return Number(rows[0]?.count)
}

/** When the next turn comes; null when there is none. */
export const nextTurn = async (db: pg.Client): Promise<number | null> => {
  const { rows } = await db.query<{ at: string | null }>(`select min(wake_at) as at from turns`)
  return rows[0]?.at == null ? null : Date.parse(rows[0].at)
}

export type DayKept = {
  readonly planned: number
  readonly nudges: number
  readonly sent: number
  /** How long after its hour each digest was in Slack, in ms: of those whose hour was played. */
  readonly lagMs: readonly number[]
  /** Channels of a day in which more people came up than five. */
  readonly overCap: number
  /** Channels that have two digests of one day. */
  readonly doubled: number
}

/** What was planned for a local day, and what became of it. */
export const dayKept = async (db: pg.Client, on: string, playedFromMs: number): Promise<DayKept> => {
  const { rows: posts } = await db.query<{
    workspace_id: string
    state: string
    ts: string | null
    kind: string
  }>(`select workspace_id, state, message_ts as ts, kind from posts where on_day = $1`, [on])
  const digests = posts.filter(({ kind, ts }) => kind === 'digest' && ts !== null)
  const counted = async (text: string): Promise<number> => Number((await db.query(text, [on])).rows[0]?.count)
  const perPlace =
    'select p.workspace_id from posts as p join nudges as n on n.workspace_id = p.workspace_id and n.post_id = p.id'
  return {
    planned: posts.length,
    nudges: await counted('select count(*) from nudges where on_day = $1'),
    sent: posts.filter(({ state }) => state === 'sent').length,
    lagMs: digests.flatMap(({ workspace_id: id, ts }) => {
      const due = Date.parse(instantAt(on, workingHours.digest * 60, zoneOf(id)))
      return due < playedFromMs ? [] : [Math.max(0, Math.floor(Number(ts) * 1000) - due)]
    }),
    overCap: await counted(
      `select count(*) from (${perPlace} where p.on_day = $1 group by p.workspace_id, p.place
        having count(distinct n.person_id) > ${capADay}) as over`,
    ),
    doubled: await counted(
      `select count(*) from (select 1 from posts where on_day = $1 and kind = 'digest'
        group by workspace_id, place having count(*) > 1) as twice`,
    ),
  }
}

export const sentPosts = async (db: pg.Client): Promise<{ workspaceId: string; id: string }[]> =>
  (await db.query(`select workspace_id as "workspaceId", id from posts where state = 'sent'`)).rows

/** The statements that took longest in all, where the server counts them. */
export const heaviest = async (db: pg.Client, limit: number): Promise<readonly object[]> => {
  try {
    const { rows } = await db.query(
      `select calls::int, round(total_exec_time)::int as ms, round(mean_exec_time::numeric, 3)::float as mean_ms,
          round(rows::numeric / calls, 1)::float as rows_each, left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as query
        from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
        order by total_exec_time desc limit $1`,
      [limit],
    )
    return rows
  } catch {
    return []
  }
}
