import type { ContactSince, Interactions, Page } from '../app/ports.js'
import type { Interaction } from '../domain/interaction.js'
import type { LocalDate } from '../domain/local-time.js'
import type { Bound } from './bound.js'
import { count, interactionCodec } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'
import type { Term } from './terms.js'

export class InteractionStore implements Interactions {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Interaction | null> {
    const [row] = await this.#bound.ask(byId, { id })
    return row === undefined ? null : interactionCodec.decode(row)
  }

  async of(personId: string, { limit, offset }: Page): Promise<readonly Interaction[]> {
    const rows = await this.#bound.ask(newest, { personId, limit, offset })
    return rows.map(interactionCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const [counted] = await this.#bound.ask(countOf, { personId })
    return count(counted?.n)
  }

  async between(
    personId: string,
    from: LocalDate,
    to: LocalDate,
    limit: number,
  ): Promise<readonly Interaction[]> {
    const rows = await this.#bound.ask(between, { personId, from, to, limit })
    return rows.map(interactionCodec.decode)
  }

  async daysOf(personId: string, from: LocalDate): Promise<ReadonlyMap<LocalDate, number>> {
    const rows = await this.#bound.ask(daysOf, { personId, from })
    return new Map(rows.map((row) => [row.happened_on, count(row.n)]))
  }

  async since(personId: string, seq: number): Promise<readonly ContactSince[]> {
    const seen = await this.#bound.people().select('p.id').where('p.id', '=', personId).executeTakeFirst()
    return seen === undefined ? [] : contactsSince(this.#bound.unbound(), personId, seq)
  }
}

const byId = new KeptQuery((bound: Bound, { id }: Given<{ id: string }>) =>
  bound.interactions().selectAll('e').where('e.id', '=', id),
)
type OfPerson = { readonly personId: string; readonly limit: number; readonly offset: number }
const newest = new KeptQuery((bound: Bound, { personId, limit, offset }: Given<OfPerson>) =>
  bound
    .interactions()
    .selectAll('e')
    .where('e.person_id', '=', personId)
    .orderBy('e.happened_on', 'desc')
    .orderBy('e.written_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .offset(offset),
)
const countOf = new KeptQuery((bound: Bound, { personId }: Given<{ personId: string }>) =>
  bound
    .interactions()
    .where('e.person_id', '=', personId)
    .select((eb) => eb.fn.countAll().as('n')),
)

type Between = { readonly personId: string; readonly from: LocalDate; readonly to: LocalDate }
const between = new KeptQuery((bound: Bound, given: Given<Between & { readonly limit: number }>) =>
  betweenQuery(bound, given.personId, given.from, given.to).limit(given.limit),
)
export const betweenQuery = (bound: Bound, personId: Term, from: Term, to: Term) =>
  bound
    .interactions()
    .selectAll('e')
    .where('e.person_id', '=', personId)
    .where('e.happened_on', '>=', from)
    .where('e.happened_on', '<=', to)
    .orderBy('e.happened_on', 'desc')
    .orderBy('e.written_at', 'desc')
    .orderBy('e.id', 'desc')

/** A line a day, however often somebody was spoken to on it. */
export const daysOfQuery = (bound: Bound, personId: Term, from: Term) =>
  bound
    .interactions()
    .select(['e.happened_on', (eb) => eb.fn.countAll().as('n')])
    .where('e.person_id', '=', personId)
    .where('e.happened_on', '>=', from)
    .groupBy('e.happened_on')

const daysOf = new KeptQuery((bound: Bound, { personId, from }: Given<{ personId: string; from: string }>) =>
  daysOfQuery(bound, personId, from),
)

/** Contacts journalled after a point, oldest first: those that the asker may not see count as well. */
export const contactsSince = async (
  unbound: Bound,
  personId: string,
  seq: number,
): Promise<readonly ContactSince[]> => {
  const rows = await unbound
    .interactions()
    .select(['e.id', 'e.happened_on', 'e.written_at', 'e.act_seq'])
    .where('e.person_id', '=', personId)
    .where('e.act_seq', '>', seq)
    .orderBy('e.act_seq')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({
    interactionId: row.id,
    on: row.happened_on,
    loggedAt: row.written_at,
    seq: row.act_seq,
  }))
}
