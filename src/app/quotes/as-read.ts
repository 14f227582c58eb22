import { anonymous, saysSomething } from '../../domain/anonymous.js'
import type { Facet } from '../../domain/note.js'
import type { RoleKind } from '../../domain/role-kind.js'
import type { Asker } from '../asker.js'
import type { AllowedQuote, KnownTo } from '../ports/quotes.js'
import type { Stores } from '../ports.js'
import { knownNames, wordsOfName } from './known-names.js'

/** A quote as anybody may read it: nothing in it tells whose it is. */
export type ReadQuote = {
  readonly words: string
  readonly role: RoleKind | null
  readonly facets: readonly Facet[]
  /** `2026-11`: the day would tell who was spoken to. */
  readonly month: string
  /** The note, where whoever reads it wrote it down: they may take it back. Null for everybody else. */
  readonly ownNoteId: string | null
}

/**
 * Quotes as the asker may read them, by the notes that they are of, in the order given. Whoever became known since they were
 * allowed is taken out of them too, and what then says nothing is left out. Of what others wrote down goes every name that anybody
 * here knows, also of those whom neither they nor the asker may see; one's own words would tell then who they are.
 */
export const asRead = async (
  stores: Pick<Stores, 'quotes'>,
  { userId }: Asker,
  quotes: readonly AllowedQuote[],
): Promise<ReadonlyMap<string, ReadQuote>> => {
  const namesIn = (their: readonly AllowedQuote[], knownTo: KnownTo) => {
    const texts = their.map(({ words }) => words)
    return texts.length === 0 ? null : knownNames(stores, texts, knownTo)
  }
  const isOwn = ({ by }: AllowedQuote): boolean => by === userId
  const inOwn = await namesIn(quotes.filter(isOwn), 'asker')
  const inOthers = await namesIn(
    quotes.filter((quote) => !isOwn(quote)),
    'anybody',
  )
  const read = quotes.flatMap((quote) => {
    const { noteId, personName, words, role, facets, on } = quote
    const known = isOwn(quote) ? inOwn : inOthers
    const shown = known === null ? '' : anonymous(words, { ...known, own: new Set(wordsOfName(personName)) })
    return saysSomething(shown)
      ? [
          [
            noteId,
            { words: shown, role, facets, month: on.slice(0, 7), ownNoteId: isOwn(quote) ? noteId : null },
          ] as const,
        ]
      : []
  })
  return new Map(read)
}
