import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ActingQuotes, AllowedQuote, KnownName, KnownTo, Quotes } from '../app/ports/quotes.js'
import type { Page } from '../app/ports.js'
import type { Bound } from './bound.js'
import { count, noteCodec } from './codec.js'
import { keyOf } from './derived.js'
import type { Recorder } from './recorder.js'
import { queryWords, quoteWord } from './search-index.js'
import type { Database } from './tables.js'

export class QuoteStore implements Quotes {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  get wholeWords(): boolean {
    return this.#bound.dialect.search.cipher !== null
  }

  async of(noteIds: readonly string[]): Promise<readonly AllowedQuote[]> {
    if (noteIds.length === 0) return []
    return (await ofNotesQuery(this.#bound, noteIds).execute()).flatMap(quoted)
  }

  async about(words: readonly string[], page: Page): Promise<readonly AllowedQuote[]> {
    const wanted = queryWords(words)
    if (wanted.length === 0) return []
    return (await aboutQuery(this.#bound, wanted, page).execute()).flatMap(quoted)
  }

  async names(words: readonly string[], knownTo: KnownTo): Promise<readonly KnownName[]> {
    const asked = [...new Set(words.map(keyOf))]
    if (asked.length === 0) return []
    const rows = await namesQuery(this.#bound, asked, knownTo).execute()
    const is = (n: number): boolean => count(n) === 1
    return rows.map(({ word, names, beginsName, beginsCompany }) => ({
      word,
      names: is(names),
      beginsName: is(beginsName),
      beginsCompany: is(beginsCompany),
    }))
  }
}

export class ActingQuoteStore extends QuoteStore implements ActingQuotes {
  readonly #recorder: Recorder
  constructor(bound: Bound, recorder: Recorder) {
    super(bound)
    this.#recorder = recorder
  }

  async takeBack(noteId: string, by: string): Promise<boolean> {
    const [quote] = await this.of([noteId])
    if (quote?.by !== by) return false
    await this.#recorder.change('notes', noteId, { quote: null })
    return true
  }
}

const quoted = (row: Database['notes'] & { readonly name: string }): AllowedQuote[] => {
  const { id: noteId, personId, by, on, facets, quote } = noteCodec.decode(row)
  return quote ? [{ ...quote, noteId, personId, by, personName: row.name, on, facets }] : []
}

export const ofNotesQuery = (bound: Bound, noteIds: readonly string[]) =>
  bound.quoted
    .quotes()
    .selectAll('n')
    .select('p.name')
    .where(bound.dialect.oneOf('n.id', [...new Set(noteIds)]))
    .orderBy('n.happened_on', 'desc')
    .orderBy('n.id', 'desc')

export const aboutQuery = (bound: Bound, words: readonly string[], { limit, offset }: Page) => {
  const { workspaceId, dialect } = bound
  const { cipher, hits, newestFirst } = dialect.search
  const ways = words.map(quoteWord).map((word) => [word, ...(cipher?.wordMarks(workspaceId, word) ?? [])])
  return bound.quoted
    .among(hits(workspaceId, ways))
    .selectAll('n')
    .select('p.name')
    .orderBy(newestFirst)
    .limit(limit)
    .offset(offset)
}

/** Each word is looked up by itself, and no further than to the first who is called so, however many are. */
export const namesQuery = (bound: Bound, words: readonly string[], knownTo: KnownTo) => {
  const { quoted } = bound
  const longer = (column: string) =>
    sql<SqlBool>`${sql.ref(column)} >= w.word || ' ' and ${sql.ref(column)} < w.word || '!'`
  const whether = (is: RawBuilder<SqlBool>) => sql<number>`case when ${is} then 1 else 0 end`
  const isNamed = sql<SqlBool>`(${quoted.isCalled(sql`k.key = w.word`, knownTo)}
    or ${quoted.isCompany(sql`e.company_key = w.word`, knownTo)})`
  return bound
    .words(words)
    .select(whether(isNamed).as('names'))
    .select(whether(quoted.isCalled(longer('k.key'), knownTo)).as('beginsName'))
    .select(whether(quoted.isCompany(longer('e.company_key'), knownTo)).as('beginsCompany'))
}
