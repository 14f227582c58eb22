import { searchWords } from '../../domain/names.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Corrected, corrected } from '../entries/put-right-by.js'
import type { Found, PersonName, UnitOfWork } from '../ports.js'

export type Findings = {
  readonly words: readonly string[]
  /** They come first, on as many pages as they need. */
  readonly people: readonly PersonName[]
  readonly entries: readonly Corrected<Found>[]
  readonly offset: number
  readonly more: boolean
  /** See `Search`. */
  readonly wholeWords: boolean
}

const pageLength = 8
/** More words than this narrow nothing. */
const mostWords = 12

/** `find`: people by name and role first, then every note, quote and contact that has all the words. */
export const find = (uow: UnitOfWork, asker: Asker, text: string, offset: number): Promise<Findings> => {
  const words = [...new Set(searchWords(text))].slice(0, mostWords)
  return uow.read(scopeOf(asker), async ({ search, journal }) => {
    const { wholeWords } = search
    if (words.length === 0) return { words, people: [], entries: [], offset, more: false, wholeWords }
    const named = await search.people(words, { limit: offset + pageLength + 1, offset: 0 })
    const people = named.slice(offset, offset + pageLength)
    // Where further people follow, what was written is for later pages.
    if (named.length > offset + pageLength)
      return { words, people, entries: [], offset, more: true, wholeWords }
    const room = pageLength - people.length
    const page = { limit: room + 1, offset: Math.max(0, offset - named.length) }
    const entries = await search.entries(words, page)
    const shown = await corrected(journal, entries.slice(0, room))
    return { words, people, entries: shown, offset, more: entries.length > room, wholeWords }
  })
}
