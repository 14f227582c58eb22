import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What is known about people. Each entry has a home and an author of its own. The keys to people are looked at when
 * a transaction ends, so that an act may be taken back in any order.
 */
export const entries =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const about = sql`
      workspace_id ${text} not null,
      id ${text} not null,
      person_id ${text} not null,
      home ${text} not null,
      written_by ${text} not null,
      act_seq integer not null,
      primary key (workspace_id, id),
      foreign key (workspace_id, person_id) references people (workspace_id, id)
        deferrable initially deferred`
    await sql`create table roles (
      title ${text} not null,
      company ${text} not null,
      company_key ${text} not null,
      since_on ${text},
      until_on ${text},
      written_at ${text} not null, ${about}
    )`.execute(db)
    await sql`create index roles_of_person on roles (workspace_id, person_id)`.execute(db)
    await sql`create index roles_at_company on roles (workspace_id, company_key)`.execute(db)

    await sql`create table notes (
      happened_on ${text} not null,
      kind ${text} not null,
      text ${text} not null,
      facets ${text} not null,
      interaction_id ${text},
      written_at ${text} not null, ${about}
    )`.execute(db)
    await sql`create index notes_of_person on notes (workspace_id, person_id, happened_on)`.execute(db)
    await sql`create index notes_of_interaction on notes (workspace_id, interaction_id)
      where interaction_id is not null`.execute(db)
    await sql`create index notes_with_facets on notes (workspace_id, written_by)
      where facets <> '[]'`.execute(db)

    await sql`create table interactions (
      happened_on ${text} not null,
      kind ${text} not null,
      text ${text} not null,
      teammates ${text} not null,
      written_at ${text} not null, ${about}
    )`.execute(db)
    await sql`create index interactions_of_person on interactions (workspace_id, person_id, happened_on)`.execute(
      db,
    )
    await sql`create index interactions_since on interactions (workspace_id, person_id, act_seq)`.execute(db)

    await sql`create table news (
      happened_on ${text} not null,
      kind ${text} not null,
      role_id ${text} not null,
      before_role_id ${text},
      ends_role_id ${text},
      written_at ${text} not null, ${about}
    )`.execute(db)
    await sql`create index news_of_person on news (workspace_id, person_id)`.execute(db)
    // A role that ended for those alone who may see the news of it.
    await sql`create index news_ending_roles on news (workspace_id, ends_role_id)
      where ends_role_id is not null`.execute(db)
    await sql`create index news_by_act on news (workspace_id, act_seq, id)`.execute(db)

    await sql`create table marks (
      channel_id ${text} not null,
      message_ts ${text} not null,
      user_id ${text} not null,
      emoji ${text} not null,
      entry_kind ${text} not null,
      entry_id ${text} not null, ${about}
    )`.execute(db)
    await sql`create index marks_on_message on marks (workspace_id, channel_id, message_ts)`.execute(db)
  }
