import { sql } from 'kysely'
import type { Notes, Page } from '../app/ports.js'
import type { Audience } from '../domain/audience.js'
import { type Facet, facets, type Note } from '../domain/note.js'
import type { FacetCounts } from '../domain/question.js'
import type { Bound } from './bound.js'
import { count, noteCodec } from './codec.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'
import { sortedBy } from './sorted-by.js'
import type { Term } from './terms.js'

export class NoteStore implements Notes {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Note | null> {
    const [row] = await this.#bound.ask(byId, { id })
    return row === undefined ? null : noteCodec.decode(row)
  }

  async of(
    personId: string,
    { kind, limit, offset }: Page & { readonly kind?: Note['kind'] },
  ): Promise<readonly Note[]> {
    const rows =
      kind === undefined
        ? await this.#bound.ask(newest, { personId, limit, offset })
        : await this.#bound.ask(newestOfKind, { personId, kind, limit, offset })
    return rows.map(noteCodec.decode)
  }

  async with(interactionId: string): Promise<readonly Note[]> {
    return (await this.#bound.ask(withInteraction, { interactionId })).map(noteCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const query = this.#bound.notes().where('e.person_id', '=', personId)
    return count((await query.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n)
  }

  async facetsOf(personId: string, readers?: Audience): Promise<FacetCounts> {
    const bound = readers === undefined ? this.#bound : this.#bound.readBy(readers)
    const rows = await bound.ask(countedByFacets, { personId })
    const counts: Partial<Record<Facet, number>> = {}
    for (const row of rows) {
      const named: readonly Facet[] = JSON.parse(row.facets)
      for (const facet of named) counts[facet] = (counts[facet] ?? 0) + count(row.n)
    }
    return counts
  }

  async situationsOf(personIds: readonly string[]): Promise<ReadonlyMap<string, Note>> {
    const rows = await this.#bound.ask(situations, { personIds: [...new Set(personIds)] })
    return new Map(rows.map((row) => [row.person_id, noteCodec.decode(row)]))
  }

  async hasFacet(userId: string, wanted: readonly Facet[]): Promise<boolean> {
    // A list of facets is kept as JSON text, and none of them is part of another's name.
    const known = facets.filter((facet) => wanted.includes(facet))
    if (known.length === 0) return false
    const row = await this.#bound
      .notes()
      .select('e.id')
      .where('e.written_by', '=', userId)
      .where(sql<boolean>`e.facets <> '[]'`)
      .where((eb) => eb.or(known.map((facet) => eb('e.facets', 'like', `%"${facet}"%`))))
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }
}

const byId = new KeptQuery((bound: Bound, { id }: Given<{ id: string }>) =>
  bound.notes().selectAll('e').where('e.id', '=', id),
)

type OfPerson = { readonly personId: string; readonly limit: number; readonly offset: number }
const newestOf = (bound: Bound, { personId, limit, offset }: Given<OfPerson>) =>
  bound
    .notes()
    .selectAll('e')
    .where('e.person_id', '=', personId)
    .orderBy('e.happened_on', 'desc')
    .orderBy('e.written_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .offset(offset)
const newest = new KeptQuery(newestOf)
const newestOfKind = new KeptQuery((bound: Bound, given: Given<OfPerson & { readonly kind: string }>) =>
  newestOf(bound, given).where('e.kind', '=', sql<Note['kind']>`${given.kind}`),
)

const countedByFacets = new KeptQuery((bound: Bound, { personId }: Given<{ personId: string }>) =>
  bound
    .notes()
    .where('e.person_id', '=', personId)
    .where('e.facets', '<>', '[]')
    .select(['e.facets', (eb) => eb.fn.countAll().as('n')])
    .groupBy('e.facets'),
)

export const withQuery = (bound: Bound, interactionId: Term) =>
  bound.notes().selectAll('e').where('e.interaction_id', '=', interactionId).orderBy(sortedBy('e.id'))
const withInteraction = new KeptQuery((bound: Bound, given: Given<{ interactionId: string }>) =>
  withQuery(bound, given.interactionId),
)

/** The newest word on what is going on for each of these people, typed as such or as a note with the hashtag. */
export const situationsQuery = (bound: Bound, personIds: List) => {
  const newest = sql<number>`row_number() over (
    partition by e.person_id order by e.happened_on desc, e.written_at desc, e.id desc)`
  const said = bound
    .notes()
    .selectAll('e')
    .select(newest.as('nth'))
    .where(bound.dialect.oneOf('e.person_id', personIds))
    .where((eb) =>
      eb.or([
        eb('e.kind', '=', 'situation'),
        eb.and([eb('e.kind', '=', 'note'), eb('e.facets', 'like', '%"situation"%')]),
      ]),
    )
  return bound.over(said.as('q')).selectAll('q').where('q.nth', '=', 1)
}
const situations = new KeptQuery((bound: Bound, given: Given<{ personIds: readonly string[] }>) =>
  situationsQuery(bound, given.personIds),
)
