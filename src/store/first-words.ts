import type { RawBuilder, SqlBool } from 'kysely'

/**
 * `first_words` has the first word of whatever people are called by once in a workspace, however many begin with it: few
 * enough to be at hand, where the keys of all people are not. The engine keeps it by triggers on `person_keys`, so that
 * whatever writes or removes a key does both.
 */
export type FirstWordsDialect = {
  /** The first word of a key: what stands before the first space. */
  firstOf(key: RawBuilder<string>): RawBuilder<string>
  /** `isPlainWord`, as the engine says it. */
  isPlain(word: RawBuilder<string>): RawBuilder<SqlBool>
  /** What keeps it; said once. */
  readonly upkeep: readonly RawBuilder<unknown>[]
}

export const firstWord = (key: string): string => {
  const end = key.indexOf(' ')
  return end < 0 ? key : key.slice(0, end)
}

/** Addresses, numbers and the ids of Slack are as many as people, and stand in their keys alone: most have one of these. */
export const isPlainWord = (word: string): boolean => !/[@/0-9]|\../su.test(word)

/** The character after a space: a key of words that a word begins is smaller than the word with it. */
export const afterSpace = '!'
