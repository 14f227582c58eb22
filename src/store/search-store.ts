import type { Found, Page, PersonName, Search } from '../app/ports.js'
import { together } from '../domain/together.js'
import type { Bound } from './bound.js'
import { textsOf } from './found-texts.js'
import { namesOf, withRoles } from './person-names.js'
import { findPeople } from './person-search.js'
import type { Among } from './search-dialect.js'
import { queryWords } from './search-index.js'

export class SearchStore implements Search {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  get wholeWords(): boolean {
    return this.#bound.dialect.search.cipher !== null
  }

  async entries(words: readonly string[], page: Page): Promise<readonly Found[]> {
    const wanted = queryWords(words)
    if (wanted.length === 0) return []
    const hits = await this.#hits(wanted, page)
    const { texts, people } = await together({
      texts: textsOf(this.#bound, hits),
      people: namesOf(
        this.#bound,
        hits.map((hit) => hit.person_id),
      ),
    })
    const byId = new Map(people.map((person) => [person.id, person]))
    return hits.flatMap((hit) => {
      const person = byId.get(hit.person_id)
      const entry = texts.get(hit.entry_id)
      if (person === undefined || entry === undefined || hit.kind === 'quote') return []
      const kind = hit.kind === 'past-role' || hit.kind === 'person' ? 'role' : hit.kind
      return [{ kind, id: hit.entry_id, person, ...entry }]
    })
  }

  /** Of a common word there are enough among the newest, and it is not looked any further. */
  async #hits(words: readonly string[], page: Page) {
    if (this.#bound.dialect.search.looksAmongNewest(words)) {
      const newest = await entriesQuery(this.#bound, words, page, 'newest').execute()
      if (newest.length === page.limit) return newest
    }
    return entriesQuery(this.#bound, words, page).execute()
  }

  async people(words: readonly string[], page: Page): Promise<readonly PersonName[]> {
    return withRoles(this.#bound, await findPeople(this.#bound, words, page))
  }
}

export const entriesQuery = (
  bound: Bound,
  words: readonly string[],
  { limit, offset }: Page,
  among: Among = 'everything',
) =>
  bound.searching
    .hits(words, among)
    .select(['e.entry_id', 'e.source', 'e.kind', 'e.person_id'])
    .where('e.source', 'not in', ['people', 'quotes'])
    .orderBy(bound.dialect.search.newestFirst)
    .limit(limit)
    .offset(offset)
