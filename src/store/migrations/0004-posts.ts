import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** The outbox: digests, posts, and the nudges in them. */
export const posts =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    // Whichever process writes the row first has fixed the morning's digest.
    await sql`create table digests (
      workspace_id ${text} not null,
      place ${text} not null,
      on_day ${text} not null,
      fixed_at ${text} not null,
      primary key (workspace_id, place, on_day)
    )`.execute(db)
    await sql`create table posts (
      workspace_id ${text} not null,
      id ${text} not null,
      place ${text} not null,
      kind ${text} not null,
      on_day ${text} not null,
      planned_at ${text} not null,
      state ${text} not null,
      claimed_by ${text},
      claimed_until ${text},
      channel_id ${text},
      message_ts ${text},
      attempts integer not null,
      looks integer not null,
      not_before ${text},
      first_attempt_at ${text},
      failed_why ${text},
      version integer not null,
      shown_version integer not null,
      primary key (workspace_id, id)
    )`.execute(db)
    await sql`create index posts_to_send on posts (workspace_id, planned_at)
      where state in ('planned', 'claimed', 'uncertain')`.execute(db)
    await sql`create index posts_to_put_right on posts (workspace_id, planned_at)
      where version > shown_version`.execute(db)
    await sql`create index posts_in_slack on posts (workspace_id, channel_id, message_ts)
      where message_ts is not null`.execute(db)
    await sql`create index posts_in_place on posts (workspace_id, place, kind, planned_at)`.execute(db)
    // A nudge outlives its person: the post that carried it is put right, not forgotten.
    await sql`create table nudges (
      workspace_id ${text} not null,
      id ${text} not null,
      person_id ${text} not null,
      post_id ${text} not null,
      on_day ${text} not null,
      reasons ${text} not null,
      times integer not null,
      question_id ${text},
      planned_seq integer not null,
      answer ${text},
      moot integer not null,
      primary key (workspace_id, id),
      foreign key (workspace_id, post_id) references posts (workspace_id, id)
    )`.execute(db)
    await sql`create index nudges_of_person on nudges (workspace_id, person_id, id)`.execute(db)
    await sql`create index nudges_of_post on nudges (workspace_id, post_id)`.execute(db)
    // Nobody is brought up twice for one reason on one day in one place, whatever races.
    await sql`create table nudge_reasons (
      workspace_id ${text} not null,
      place ${text} not null,
      person_id ${text} not null,
      on_day ${text} not null,
      kind ${text} not null,
      nth integer not null,
      occasion ${text} not null,
      nudge_id ${text} not null,
      primary key (workspace_id, place, person_id, on_day, kind, nth),
      foreign key (workspace_id, nudge_id) references nudges (workspace_id, id)
        deferrable initially deferred
    )`.execute(db)
    await sql`create index nudge_reasons_of_occasion on nudge_reasons (workspace_id, person_id, occasion)`.execute(
      db,
    )
    await sql`create index nudge_reasons_of_nudge on nudge_reasons (workspace_id, nudge_id)`.execute(db)
  }
