import { sql } from 'kysely'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import type { List } from './dialect.js'
import { afterSpace, firstWord, isPlainWord } from './first-words.js'
import { type Given, KeptQuery } from './kept-query.js'

/** More keys than this are those of a text, of which most call nobody. */
const fewKeys = 24

/** Whether so many keys may be those of a text. */
export const isOfText = (keys: readonly string[]): boolean => keys.length > fewKeys

/**
 * Keys as they are stored, each once; of those of a text the ones whose first word is, or begins, what anybody is called by,
 * whoever sees whom.
 */
export const likelyKeys = async (bound: Bound, keys: readonly string[]): Promise<readonly string[]> => {
  const stored = keys.map(keyOf)
  if (!isOfText(keys)) return [...new Set(stored)]
  const firsts = stored.map(firstWord)
  const known = await thoseThatBegin(bound, new Set(firsts))
  return [...new Set(stored.filter((_, nth) => known.has(firsts[nth] ?? '')))]
}

const thoseThatBegin = async (bound: Bound, words: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
  // In the order of the index: what lies near each other in it is read together.
  const sorted = [...words].sort()
  const plain = await bound.ask(amongFirstWords, { words: sorted.filter(isPlainWord) })
  const others = sorted.filter((word) => !isPlainWord(word))
  const found = others.length === 0 ? plain : [...plain, ...(await bound.ask(beginsKeys, { words: others }))]
  return new Set(found.map(({ word }) => word))
}

type These = { readonly words: readonly string[] }
export const amongFirstWordsQuery = (bound: Bound, words: List) =>
  bound
    .words(words)
    .where(({ exists }) =>
      exists(bound.byKey.firstWords().select('f.word').where('f.word', '=', sql<string>`w.word`)),
    )
const amongFirstWords = new KeptQuery((bound: Bound, { words }: Given<These>) =>
  amongFirstWordsQuery(bound, words),
)

/** Of words that are not plain, by the keys themselves. */
export const beginsKeysQuery = (bound: Bound, words: List) =>
  bound.words(words).where(({ exists }) =>
    exists(
      bound.byKey
        .keys()
        .select('k.key')
        .where('k.key', '>=', sql<string>`w.word`)
        .where('k.key', '<', sql<string>`w.word || ${sql.lit(afterSpace)}`),
    ),
  )
const beginsKeys = new KeptQuery((bound: Bound, { words }: Given<These>) => beginsKeysQuery(bound, words))
