import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What it takes to forget somebody for good, and none of it says who they were: keyed hashes by which an import knows
 * them, the bot's answers that told of people and have to be taken back, and the tidying that a forgetting leaves to do.
 */
export const forgetting =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table secrets (
      workspace_id ${text} not null,
      name ${text} not null,
      value ${text} not null,
      primary key (workspace_id, name)
    )`.execute(db)
    await sql`create table tombstones (
      workspace_id ${text} not null,
      hash ${text} not null,
      primary key (workspace_id, hash)
    )`.execute(db)
    // Answers in DMs are messages that stay, and no other table knows where they stand.
    await sql`create table told (
      workspace_id ${text} not null,
      kind ${text} not null,
      channel_id ${text} not null,
      ref ${text} not null,
      person_id ${text} not null,
      primary key (workspace_id, kind, channel_id, ref, person_id)
    )`.execute(db)
    await sql`create index told_of_person on told (workspace_id, person_id)`.execute(db)
    // Answers that named nobody who was known then: somebody may be introduced by that name later.
    await sql`create table unclaimed (
      workspace_id ${text} not null,
      channel_id ${text} not null,
      ref ${text} not null,
      words ${text} not null,
      primary key (workspace_id, channel_id, ref)
    )`.execute(db)
    await sql`create table retractions (
      workspace_id ${text} not null,
      kind ${text} not null,
      channel_id ${text} not null,
      ref ${text} not null,
      not_before ${text},
      primary key (workspace_id, kind, channel_id, ref)
    )`.execute(db)
    await sql`create table chores (
      name ${text} not null primary key,
      mark ${text} not null,
      not_before ${text}
    )`.execute(db)
    // A post that cannot be put right in Slack any more is taken away when it names somebody who is forgotten.
    await sql`alter table posts add column names_forgotten integer not null default 0`.execute(db)
  }
