import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What sources say of roles: the last word of each, with which its next is compared, and the changes that came of it,
 * recorded or asked about.
 */
export const roleChanges =
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
    await sql`create table sightings (
      source ${text} not null,
      source_key ${text} not null,
      title ${text} not null,
      company ${text} not null,
      observed_at ${text} not null, ${about}
    )`.execute(db)
    await sql`create index sightings_of_person on sightings (workspace_id, person_id)`.execute(db)
    await sql`create index sightings_by_key on sightings (workspace_id, source, source_key)`.execute(db)

    await sql`create table role_questions (
      source ${text} not null,
      observed_at ${text} not null,
      words ${text},
      change ${text} not null,
      why ${text} not null,
      successor ${text},
      answered_as ${text},
      answered_by ${text},
      answered_at ${text},
      recorded ${text},
      news_id ${text}, ${about}
    )`.execute(db)
    await sql`create index role_questions_of_person on role_questions (workspace_id, person_id)`.execute(db)
    // Few wait for an answer; they are looked for at every pass.
    await sql`create index role_questions_open on role_questions (workspace_id, act_seq)
      where answered_as is null`.execute(db)
    await sql`create index role_questions_told on role_questions (workspace_id, home)
      where news_id is not null`.execute(db)
  }
