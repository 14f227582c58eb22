import { sql } from 'kysely'
import type { Found, Page, PersonName, Search } from '../app/ports.js'
import { fold } from '../domain/names.js'
import { roleText } from '../domain/role.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import { namesOf, withRoles } from './person-names.js'
import { queryWords } from './search-index.js'

export class SearchStore implements Search {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async entries(words: readonly string[], page: Page): Promise<readonly Found[]> {
    const wanted = queryWords(words)
    if (wanted.length === 0) return []
    const hits = await entriesQuery(this.#bound, wanted, page).execute()
    const texts = await this.#texts(hits.map((hit) => hit.entry_id))
    const people = await namesOf(
      this.#bound,
      hits.map((hit) => hit.person_id),
    )
    const byId = new Map(people.map((person) => [person.id, person]))
    return hits.flatMap((hit) => {
      const person = byId.get(hit.person_id)
      const entry = texts.get(hit.entry_id)
      if (person === undefined || entry === undefined) return []
      const kind = hit.kind === 'past-role' || hit.kind === 'person' ? 'role' : hit.kind
      return [{ kind, id: hit.entry_id, person, ...entry }]
    })
  }

  async people(words: readonly string[], page: Page): Promise<readonly PersonName[]> {
    const wanted = queryWords(words)
    if (wanted.length === 0) return []
    const rows = await peopleQuery(this.#bound, wanted, fold(words.join(' ')), page).execute()
    return withRoles(this.#bound, rows)
  }

  /** The entries themselves, read through the same bounds once more. */
  async #texts(ids: readonly string[]): Promise<Map<string, Pick<Found, 'on' | 'by' | 'text'>>> {
    const these = this.#bound.dialect.oneOf('e.id', ids)
    const columns = ['e.id', 'e.written_by as by', 'e.happened_on as on', 'e.text'] as const
    const notes = await this.#bound.notes().select(columns).where(these).execute()
    const interactions = await this.#bound.interactions().select(columns).where(these).execute()
    const roles = await this.#bound.roles().selectAll('e').where(these).execute()
    const texts = new Map<string, Pick<Found, 'on' | 'by' | 'text'>>()
    for (const { id, ...entry } of [...notes, ...interactions]) texts.set(id, entry)
    for (const role of roles) {
      const on = role.since_on ?? role.written_at.slice(0, 10)
      texts.set(role.id, { on, by: role.written_by, text: roleText(role) })
    }
    return texts
  }
}

export const entriesQuery = (bound: Bound, words: readonly string[], { limit, offset }: Page) =>
  bound
    .hits(words)
    .select(['e.entry_id', 'e.kind', 'e.person_id'])
    .where('e.source', '<>', 'people')
    .orderBy('e.place', 'desc')
    .limit(limit)
    .offset(offset)

/**
 * Each word may stand in the name, an address or a present role. First those who are called exactly so, then those
 * with all the words in name and addresses, then the others; among equals whoever was spoken to last.
 */
export const peopleQuery = (bound: Bound, words: readonly string[], whole: string, page: Page) => {
  const having = (wanted: readonly string[], kinds: readonly ('person' | 'role')[]) =>
    bound.hits(wanted).select('e.person_id').where('e.kind', 'in', kinds)
  const exact = bound.keys().select('k.person_id').where('k.key', '=', keyOf(whole))
  let query = bound.people().select(['p.id', 'p.name'])
  for (const word of words) query = query.where('p.id', 'in', having([word], ['person', 'role']))
  return query
    .orderBy((eb) => eb.case().when('p.id', 'in', exact).then(0).else(1).end())
    .orderBy((eb) =>
      eb
        .case()
        .when('p.id', 'in', having(words, ['person']))
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy(sql`case when p.last_contact_on is null then 1 else 0 end`)
    .orderBy('p.last_contact_on', 'desc')
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(page.limit)
    .offset(page.offset)
}
