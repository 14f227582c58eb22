import { sql } from 'kysely'
import { headOf, isSpelled, rowsFor, type SpellingDialect } from './spelling.js'

const names = (rows: 'added' | 'removed') =>
  sql`select distinct k.workspace_id, k.key, ${headOf(sql`k.key`)} as head from ${sql.table(rows)} as k
    where ${isSpelled('k')}`

/**
 * Once for each statement, by all rows that it adds or removes. Writers of a workspace come one after another, so that of
 * two who add and remove the same name each sees what the other did.
 */
export const postgresSpelling: SpellingDialect = {
  upkeep: [
    sql`create or replace function person_keys_added() returns trigger language plpgsql as $do$
      begin
        insert into name_spellings (workspace_id, left_out, key)
          ${rowsFor(sql`select * from (${names('added')}) as a where not exists (
            select 1 from name_spellings as s
            where s.workspace_id = a.workspace_id and s.left_out = a.head and s.key = a.key)`)}
          on conflict do nothing;
        return null;
      end $do$`,
    sql`create trigger person_keys_added after insert on person_keys referencing new table as added
      for each statement execute function person_keys_added()`,
    sql`create or replace function person_keys_removed() returns trigger language plpgsql as $do$
      begin
        delete from name_spellings as s
          using (${rowsFor(sql`select * from (${names('removed')}) as a where not exists (
            select 1 from person_keys as k
            where k.workspace_id = a.workspace_id and k.key = a.key and ${isSpelled('k')})`)}) as r
          where s.workspace_id = r.workspace_id and s.left_out = r.left_out and s.key = r.key;
        return null;
      end $do$`,
    sql`create trigger person_keys_removed after delete on person_keys referencing old table as removed
      for each statement execute function person_keys_removed()`,
  ],
}
