import { sql } from 'kysely'
import { headOf, isSpelled, rowsFor, type SpellingDialect } from './spelling.js'

const nameOf = (row: 'new' | 'old') => {
  const key = sql<string>`${sql.ref(`${row}.key`)}`
  return sql`select ${sql.ref(`${row}.workspace_id`)} as workspace_id, ${key} as key, ${headOf(key)} as head`
}

/** Row by row; nearly always one look says that the name stands there, or that somebody else has it. */
export const sqliteSpelling: SpellingDialect = {
  upkeep: [
    sql`create trigger person_keys_added after insert on person_keys
      when ${isSpelled('new')} and not exists (
        select 1 from name_spellings where workspace_id = new.workspace_id
          and left_out = ${headOf(sql`new.key`)} and key = new.key)
      begin
        insert or ignore into name_spellings (workspace_id, left_out, key) ${rowsFor(nameOf('new'))};
      end`,
    sql`create trigger person_keys_removed after delete on person_keys
      when ${isSpelled('old')} and not exists (
        select 1 from person_keys as k where k.workspace_id = old.workspace_id and k.key = old.key
          and ${isSpelled('k')})
      begin
        delete from name_spellings where workspace_id = old.workspace_id and key = old.key
          and left_out in (select left_out from (${rowsFor(nameOf('old'))}));
      end`,
  ],
}
