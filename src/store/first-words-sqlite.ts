import { type RawBuilder, sql } from 'kysely'
import { afterSpace, type FirstWordsDialect } from './first-words.js'

const firstOf: FirstWordsDialect['firstOf'] = (key) => sql`substr(${key}, 1, instr(${key} || ' ', ' ') - 1)`
const isPlain: FirstWordsDialect['isPlain'] = (word) =>
  sql`(${word} not glob '*[@/0-9]*' and ${word} not glob '*.?*')`

const wordOf = (row: 'new' | 'old'): RawBuilder<string> => firstOf(sql.ref(`${row}.key`))

/** Row by row; nearly always one look says that the word stands there, or that something else begins with it. */
export const sqliteFirstWords: FirstWordsDialect = {
  firstOf,
  isPlain,
  upkeep: [
    sql`create trigger first_words_added after insert on person_keys
      when ${isPlain(wordOf('new'))} and not exists (
        select 1 from first_words where workspace_id = new.workspace_id and word = ${wordOf('new')})
      begin
        insert or ignore into first_words (workspace_id, word) values (new.workspace_id, ${wordOf('new')});
      end`,
    sql`create trigger first_words_removed after delete on person_keys
      when ${isPlain(wordOf('old'))} and not exists (
        select 1 from person_keys as k where k.workspace_id = old.workspace_id
          and k.key >= ${wordOf('old')} and k.key < ${wordOf('old')} || ${sql.lit(afterSpace)}
          and ${firstOf(sql`k.key`)} = ${wordOf('old')})
      begin
        delete from first_words where workspace_id = old.workspace_id and word = ${wordOf('old')};
      end`,
  ],
}
