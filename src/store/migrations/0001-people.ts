import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** People, and every key that they can be called by. Keys are folded in TypeScript: the engines fold differently. */
export const people =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table people (
      workspace_id ${text} not null,
      id ${text} not null,
      name ${text} not null,
      home ${text} not null,
      written_by ${text} not null,
      introduced_at ${text} not null,
      introduced_on ${text} not null,
      owner_id ${text} not null,
      rhythm ${text} not null,
      rhythm_set_on ${text},
      first_due_on ${text},
      let_be_on ${text},
      later_until ${text},
      slack_user_id ${text},
      prefers ${text},
      offstage integer not null,
      addresses ${text} not null,
      act_seq integer not null,
      last_contact_on ${text},
      due_on ${text},
      open_news integer not null default 0,
      primary key (workspace_id, id)
    )`.execute(db)
    // Whom a place brings up, who comes up next, and whom an owner has let wait.
    await sql`create index people_by_home on people (workspace_id, home, due_on)`.execute(db)
    await sql`create index people_by_due on people (workspace_id, due_on, id)`.execute(db)
    await sql`create index people_by_owner on people (workspace_id, owner_id, due_on)`.execute(db)
    await sql`create index people_with_news on people (workspace_id, home) where open_news = 1`.execute(db)
    await sql`create table person_keys (
      workspace_id ${text} not null,
      key ${text} not null,
      kind ${text} not null,
      person_id ${text} not null,
      backwards ${text} not null,
      primary key (workspace_id, key, kind, person_id),
      foreign key (workspace_id, person_id) references people (workspace_id, id)
        deferrable initially deferred
    )`.execute(db)
    await sql`create index person_keys_backwards on person_keys (workspace_id, backwards)`.execute(db)
    await sql`create index person_keys_of_person on person_keys (workspace_id, person_id)`.execute(db)
  }
