import { searchWords } from '../../domain/names.js'
import { type Asker, scopeOf } from '../asker.js'
import type { AllowedQuote } from '../ports/quotes.js'
import type { Stores, UnitOfWork } from '../ports.js'
import { asRead, type ReadQuote } from './as-read.js'

export type InTheirWords = {
  readonly quotes: readonly ReadQuote[]
  /** Who said them: never to be shown, and by whom what shows them is taken away when somebody is forgotten. */
  readonly personIds: readonly string[]
  readonly offset: number
  readonly more: boolean
  /** See `Search`. */
  readonly wholeWords: boolean
}

export const quotesOnAPage = 8
/** More is no page to read, and no file to write from. */
export const mostExported = 200
/** More words than this narrow nothing. */
const mostWords = 12

/** `words TOPIC`: what people said about it, whoever they were; the newest first. */
export const inTheirWords = (
  uow: UnitOfWork,
  asker: Asker,
  topic: string,
  offset: number,
): Promise<InTheirWords> => read(uow, asker, topic, { offset, limit: quotesOnAPage })

/** All of it that goes into a file. */
export const allTheirWords = (uow: UnitOfWork, asker: Asker, topic: string): Promise<InTheirWords> =>
  read(uow, asker, topic, { offset: 0, limit: mostExported })

const read = (
  uow: UnitOfWork,
  asker: Asker,
  topic: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<InTheirWords> =>
  uow.read(scopeOf(asker), async (stores) => {
    const words = [...new Set(searchWords(topic))].slice(0, mostWords)
    const found = await stores.quotes.about(words, { limit: limit + 1, offset })
    const quotes = await stillAbout(stores, asker, found.slice(0, limit), words)
    return {
      quotes: quotes.map(([, quote]) => quote),
      personIds: [...new Set(quotes.map(([{ personId }]) => personId))],
      offset,
      more: found.length > limit,
      wholeWords: stores.quotes.wholeWords,
    }
  })

/** Where a word that was looked for is somebody's name by now, nothing was said about it. */
const stillAbout = async (
  stores: Stores,
  asker: Asker,
  found: readonly AllowedQuote[],
  words: readonly string[],
): Promise<readonly (readonly [AllowedQuote, ReadQuote])[]> => {
  const shown = await asRead(stores, asker, found)
  return found.flatMap((quote) => {
    const read = shown.get(quote.noteId)
    if (read === undefined) return []
    const said = searchWords(read.words)
    const isAbout = words.every((word) => said.some((each) => each.startsWith(word)))
    return isAbout ? [[quote, read] as const] : []
  })
}
