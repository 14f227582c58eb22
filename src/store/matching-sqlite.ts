import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isKindWord } from './kind-word.js'
import type { Ways } from './search-dialect.js'
import type { WordIndex } from './search-strays.js'

/** A full-text index of SQLite, and its words in their order, which are a table of the connection and not of the file. */
export type MatchedIndex = WordIndex & { readonly words: string }

export const indexes = {
  everything: { index: 'search_fts', of: 'search_entries', words: 'search_words' },
  people: { index: 'search_fts_people', of: 'search_people', words: 'search_words_people' },
} as const satisfies Record<string, MatchedIndex>

/** To be said once on each connection, before anything is looked for. */
export const wordsAtHand: readonly string[] = Object.values(indexes).map(
  ({ index, words }) =>
    `create virtual table if not exists temp.${words} using fts5vocab(main, ${index}, instance)`,
)

/** Whether an entry of the index has all the words, each in one of its ways. */
export const matching = (words: readonly Ways[], at: MatchedIndex): RawBuilder<SqlBool> =>
  sql`${sql.raw(at.index)} match ${expression(words, at)}`

/** A word stands in braces, which no word has, until it is spelled out: the text of a statement depends on how many there are. */
const expression = (words: readonly Ways[], at: MatchedIndex): RawBuilder<string> => {
  const whole = words.map((ways) => `(${ways.flatMap(beginning).join(' OR ')})`).join(' AND ')
  const parts = whole.split(/\{(.*?)\}/su)
  return sql.join(
    parts.map((part, nth) => (nth % 2 === 0 ? sql`${part}` : spelledOut(part, at))),
    sql` || `,
  )
}

/** The index has beginnings of so many letters, each in the order of their rows. */
const longestBeginning = 3

/**
 * Of one letter the index would put together all words that begin so before it answered, millions of rows: so it is asked for
 * each that can follow. So it would of a word longer than the beginnings that it has.
 */
const beginning = (word: string): string[] => {
  if (isKindWord(word)) return [`"${word}"`]
  if (isLetter(word)) return [`"${word}"`, ...seconds.map((next) => `"${word}${next}"*`)]
  return [[...word].length > longestBeginning ? `{${word}}` : `"${word}"*`]
}
const seconds = [...'abcdefghijklmnopqrstuvwxyz0123456789_', ...'àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžßłđčćğışž']

export const isLetter = (word: string): boolean => /^[a-z0-9]$/.test(word)

/** Whether such a column of words has one that the index would find by a letter. */
export const hasLetter = (column: string, letter: string): RawBuilder<SqlBool> =>
  sql`lower(' ' || ${sql.ref(column)} || ' ') glob ${`* ${letter}[ ${seconds.join('')}]*`}`

/** Nobody types the first letters of so many words to find one of them; all together are quicker then. */
const mostSpelledOut = 16

/**
 * All words of the index that begin like this, each whole: their rows are there in their order at once. Each is looked up
 * from the one before, since to walk from one to the next would be over all rows that have it.
 */
const spelledOut = (word: string, { words }: MatchedIndex): RawBuilder<string> => {
  const from = (least: string) => `(select term from temp.${words} where term >= ${least} limit 1)`
  const afterAll = `typed.word || char(${0x10ffff})`
  const [before, after] = [
    'with recursive typed (word) as (select lower(',
    `)), begun (term) as (
      select ${from('typed.word')} from typed
      union all
      select ${from('begun.term || char(1)')} from begun cross join typed
      where begun.term < ${afterAll} limit ${mostSpelledOut + 1})
    select case when count(begun.term) between 1 and ${mostSpelledOut}
      then group_concat('"' || begun.term || '"', ' OR ') else '"' || typed.word || '"*' end
    from typed left join begun on begun.term < ${afterAll}`,
  ]
  return sql`(${sql.raw(before)}${word}${sql.raw(after)})`
}
