import type { SearchEntryRow } from './search-tables.js'

/**
 * A word that nobody types, by which the people or the roles among many hits are found without looking at all. A dash
 * would part it into two, of which the second is typed.
 */
export const kindWord = (kind: SearchEntryRow['kind']): string => `__${kind.replace('-', '_')}`

/** It is a whole word always: as a beginning the index would put all of them together. The words of quotes are none. */
export const isKindWord = (word: string): boolean => /^__(?!said_)/.test(word)
