import { sql } from 'kysely'
import { afterSpace, type FirstWordsDialect } from './first-words.js'

const firstOf: FirstWordsDialect['firstOf'] = (key) => sql`split_part(${key}, ' ', 1)`
const isPlain: FirstWordsDialect['isPlain'] = (word) => sql`(${word} !~ '[@/0-9]|[.].')`

const words = (rows: 'added' | 'removed') => {
  const word = firstOf(sql`k.key`)
  return sql`select distinct k.workspace_id, ${word} as word from ${sql.table(rows)} as k where ${isPlain(word)}`
}

/** Once for each statement, by all rows that it adds or removes; writers of a workspace come one after another. */
export const postgresFirstWords: FirstWordsDialect = {
  firstOf,
  isPlain,
  upkeep: [
    sql`create or replace function first_words_added() returns trigger language plpgsql as $do$
      begin
        insert into first_words (workspace_id, word)
          select * from (${words('added')}) as a where not exists (
            select 1 from first_words as f where f.workspace_id = a.workspace_id and f.word = a.word)
          on conflict do nothing;
        return null;
      end $do$`,
    sql`create trigger first_words_added after insert on person_keys referencing new table as added
      for each statement execute function first_words_added()`,
    sql`create or replace function first_words_removed() returns trigger language plpgsql as $do$
      begin
        delete from first_words as f using (${words('removed')}) as r
          where f.workspace_id = r.workspace_id and f.word = r.word and not exists (
            select 1 from person_keys as k where k.workspace_id = r.workspace_id
              and k.key >= r.word and k.key < r.word || ${sql.lit(afterSpace)}
              and ${firstOf(sql`k.key`)} = r.word);
        return null;
      end $do$`,
    sql`create trigger first_words_removed after delete on person_keys referencing old table as removed
      for each statement execute function first_words_removed()`,
  ],
}
