import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What several processes have to know of each other. `heard`: that Slack said something changed, for those who remember it
 * otherwise; erased after minutes. `homes`: whose Home was opened, how often it was asked for anew, and from when on whoever
 * comes makes it. `answers`: events that are being answered, until somebody else may, or that were (`claimed_until` is null); erased
 * after an hour. `owed_answers`: commands that were acknowledged without an answer, with what is needed to do them again.
 * None of it is journalled, and none is of anybody but Slack's ids, save for the sealed payloads.
 */
export const heard =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table heard (
      workspace_id ${text} not null,
      id ${text} not null,
      heard_at ${text} not null,
      kind ${text} not null,
      subject_id ${text} not null,
      primary key (workspace_id, id)
    )`.execute(db)
    await sql`create index heard_by_time on heard (heard_at)`.execute(db)
    await sql`create table homes (
      workspace_id ${text} not null,
      user_id ${text} not null,
      opened_at ${text} not null,
      asked integer not null,
      due_at ${text},
      primary key (workspace_id, user_id)
    )`.execute(db)
    await sql`create index homes_due on homes (due_at) where due_at is not null`.execute(db)
    await sql`create index homes_by_opening on homes (opened_at)`.execute(db)
    await sql`create table answers (
      workspace_id ${text} not null,
      delivery_id ${text} not null,
      claimed_at ${text} not null,
      claimed_until ${text},
      primary key (workspace_id, delivery_id)
    )`.execute(db)
    await sql`create index answers_by_time on answers (claimed_at)`.execute(db)
    await sql`create table owed_answers (
      workspace_id ${text} not null,
      delivery_id ${text} not null,
      kind ${text} not null,
      payload ${text} not null,
      owed_at ${text} not null,
      due_at ${text} not null,
      claimed_by ${text} not null,
      tries integer not null,
      primary key (workspace_id, delivery_id)
    )`.execute(db)
    await sql`create index owed_answers_due on owed_answers (due_at)`.execute(db)
  }
