import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Of promises and days there are several, and each is told by itself: a second promise typed after the morning's digest
 * is another thing to tell that day. So what is told is kept apart by the occasion, and not by counting. What has no day
 * of its own is told once a day, as before.
 */
export const reasonsApart =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`drop index nudge_reasons_of_occasion`.execute(db)
    await sql`drop index nudge_reasons_of_nudge`.execute(db)
    await sql`alter table nudge_reasons rename to reasons_by_number`.execute(db)
    await sql`create table nudge_reasons (
      workspace_id ${text} not null,
      place ${text} not null,
      person_id ${text} not null,
      on_day ${text} not null,
      kind ${text} not null,
      apart ${text} not null,
      occasion ${text} not null,
      nudge_id ${text} not null,
      primary key (workspace_id, place, person_id, on_day, kind, apart),
      foreign key (workspace_id, nudge_id) references nudges (workspace_id, id)
        deferrable initially deferred
    )`.execute(db)
    await sql`create index nudge_reasons_of_occasion on nudge_reasons (workspace_id, person_id, occasion)`.execute(
      db,
    )
    await sql`create index nudge_reasons_of_nudge on nudge_reasons (workspace_id, nudge_id)`.execute(db)
    // PostgreSQL changes no table into which rows were put just now: they come last.
    await sql`insert into nudge_reasons
      select workspace_id, place, person_id, on_day, kind, occasion, occasion, min(nudge_id)
      from reasons_by_number where kind in ('promise', 'step', 'date', 'trigger')
      group by workspace_id, place, person_id, on_day, kind, occasion`.execute(db)
    await sql`insert into nudge_reasons
      select workspace_id, place, person_id, on_day, kind, cast(nth as text), occasion, nudge_id
      from reasons_by_number where kind not in ('promise', 'step', 'date', 'trigger')`.execute(db)
    await sql`drop table reasons_by_number`.execute(db)
  }
