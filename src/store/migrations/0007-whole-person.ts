import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** What makes a person whole: what was promised and when, the days that matter, what to ask, and who stands behind. */
export const wholePerson =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const about = sql`
      workspace_id ${text} not null,
      id ${text} not null,
      person_id ${text} not null,
      home ${text} not null,
      written_by ${text} not null,
      written_at ${text} not null,
      act_seq integer not null,
      primary key (workspace_id, id),
      foreign key (workspace_id, person_id) references people (workspace_id, id)
        deferrable initially deferred`
    await sql`create table commitments (
      happened_on ${text} not null,
      kind ${text} not null,
      text ${text} not null,
      due_on ${text},
      closed_as ${text},
      closed_on ${text},
      closed_by ${text}, ${about}
    )`.execute(db)
    await sql`create index commitments_of_person on commitments (workspace_id, person_id)`.execute(db)
    await sql`create index commitments_due on commitments (workspace_id, due_on)
      where closed_as is null and due_on is not null`.execute(db)
    await sql`create index commitments_of_teammate on commitments (workspace_id, written_by, due_on)
      where closed_as is null and due_on is not null`.execute(db)

    await sql`create table key_dates (
      happened_on ${text} not null,
      kind ${text} not null,
      text ${text} not null,
      month_day ${text} not null,
      year integer,
      yearly integer not null, ${about}
    )`.execute(db)
    await sql`create index key_dates_of_person on key_dates (workspace_id, person_id)`.execute(db)
    await sql`create index key_dates_in_year on key_dates (workspace_id, month_day)`.execute(db)

    await sql`create table open_questions (
      happened_on ${text} not null,
      text ${text} not null,
      answered_on ${text},
      answered_by ${text},
      answer_note_id ${text}, ${about}
    )`.execute(db)
    await sql`create index open_questions_of_person on open_questions (workspace_id, person_id)`.execute(db)

    await sql`create table ties (
      kind ${text} not null,
      other_id ${text} not null, ${about},
      foreign key (workspace_id, other_id) references people (workspace_id, id)
        deferrable initially deferred
    )`.execute(db)
    await sql`create index ties_of_person on ties (workspace_id, person_id)`.execute(db)
    await sql`create index ties_to_person on ties (workspace_id, other_id)`.execute(db)
  }
