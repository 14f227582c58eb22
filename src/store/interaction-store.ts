import type { ContactSince, Interactions, Page } from '../app/ports.js'
import type { Interaction } from '../domain/interaction.js'
import type { LocalDate } from '../domain/local-time.js'
import type { Bound } from './bound.js'
import { count, interactionCodec } from './codec.js'

export class InteractionStore implements Interactions {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Interaction | null> {
    const row = await this.#bound.interactions().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : interactionCodec.decode(row)
  }

  async of(personId: string, { limit, offset }: Page): Promise<readonly Interaction[]> {
    const rows = await this.#bound
      .interactions()
      .selectAll('e')
      .where('e.person_id', '=', personId)
      .orderBy('e.happened_on', 'desc')
      .orderBy('e.written_at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return rows.map(interactionCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const query = this.#bound.interactions().where('e.person_id', '=', personId)
    return count((await query.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n)
  }

  async between(
    personId: string,
    from: LocalDate,
    to: LocalDate,
    limit: number,
  ): Promise<readonly Interaction[]> {
    const rows = await betweenQuery(this.#bound, personId, from, to).limit(limit).execute()
    return rows.map(interactionCodec.decode)
  }

  async daysOf(personId: string, from: LocalDate): Promise<ReadonlyMap<LocalDate, number>> {
    const rows = await daysOfQuery(this.#bound, personId, from).execute()
    return new Map(rows.map((row) => [row.happened_on, count(row.n)]))
  }

  async since(personId: string, seq: number): Promise<readonly ContactSince[]> {
    const seen = await this.#bound.people().select('p.id').where('p.id', '=', personId).executeTakeFirst()
    return seen === undefined ? [] : contactsSince(this.#bound.unbound(), personId, seq)
  }
}

export const betweenQuery = (bound: Bound, personId: string, from: LocalDate, to: LocalDate) =>
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
export const daysOfQuery = (bound: Bound, personId: string, from: LocalDate) =>
  bound
    .interactions()
    .select(['e.happened_on', (eb) => eb.fn.countAll().as('n')])
    .where('e.person_id', '=', personId)
    .where('e.happened_on', '>=', from)
    .groupBy('e.happened_on')

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
