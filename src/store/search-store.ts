import type { Found, Page, PersonName, Search } from '../app/ports.js'
import { roleText } from '../domain/role.js'
import { tiePhrases } from '../domain/tie.js'
import type { Bound } from './bound.js'
import { keyDateCodec, tieKindOf } from './knowledge-codec.js'
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
    const texts = await this.#texts(hits.map((hit) => hit.entry_id))
    const people = await namesOf(
      this.#bound,
      hits.map((hit) => hit.person_id),
    )
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

  /** The entries themselves, read through the same bounds once more. */
  async #texts(ids: readonly string[]): Promise<Map<string, Pick<Found, 'on' | 'by' | 'text' | 'day'>>> {
    const these = this.#bound.dialect.oneOf('e.id', ids)
    const columns = ['e.id', 'e.written_by as by', 'e.happened_on as on', 'e.text'] as const
    const notes = await this.#bound.notes().select(columns).where(these).execute()
    const interactions = await this.#bound.interactions().select(columns).where(these).execute()
    const commitments = await this.#bound.commitments().select(columns).where(these).execute()
    const dates = await this.#bound.keyDates().selectAll('e').where(these).execute()
    const questions = await this.#bound.openQuestions().select(columns).where(these).execute()
    const preferring = await this.#bound
      .people()
      .select(['p.id', 'p.written_by as by', 'p.introduced_on as on', 'p.prefers as text'])
      .where(this.#bound.dialect.oneOf('p.id', ids))
      .execute()
    const roles = await this.#bound.roles().selectAll('e').where(these).execute()
    const ties = await this.#bound
      .ties()
      .select(['e.id', 'e.written_by as by', 'e.written_at as at', 'e.kind', 'q.name as other'])
      .where(these)
      .execute()
    const texts = new Map<string, Pick<Found, 'on' | 'by' | 'text' | 'day'>>()
    for (const { id, ...entry } of [...notes, ...interactions, ...commitments, ...questions])
      texts.set(id, entry)
    for (const row of dates) {
      const { id, on, by, text, monthDay, year, yearly } = keyDateCodec.decode(row)
      texts.set(id, { on, by, text, day: { monthDay, year, yearly } })
    }
    for (const { id, text, ...entry } of preferring) if (text !== null) texts.set(id, { ...entry, text })
    for (const role of roles) {
      const on = role.since_on ?? role.written_at.slice(0, 10)
      texts.set(role.id, { on, by: role.written_by, text: roleText(role) })
    }
    for (const { id, by, at, kind, other } of ties)
      texts.set(id, { on: at.slice(0, 10), by, text: `${tiePhrases[tieKindOf(kind)]} ${other}` })
    return texts
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
    .select(['e.entry_id', 'e.kind', 'e.person_id'])
    .where('e.source', 'not in', ['people', 'quotes'])
    .orderBy(bound.dialect.search.newestFirst)
    .limit(limit)
    .offset(offset)
