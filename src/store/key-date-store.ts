import type { KeyDates, Page } from '../app/ports/knowledge.js'
import type { KeyDate } from '../domain/key-date.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'
import { keyDateCodec } from './knowledge-codec.js'
import { sortedBy } from './sorted-by.js'

export class KeyDateStore implements KeyDates {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<KeyDate | null> {
    const row = await this.#bound.keyDates().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : keyDateCodec.decode(row)
  }

  async of(personId: string, { limit, offset }: Page): Promise<readonly KeyDate[]> {
    const rows = await this.#bound.ask(newest, { personId, limit, offset })
    return rows.map(keyDateCodec.decode)
  }

  async on(personId: string, monthDay: string): Promise<readonly KeyDate[]> {
    const query = this.#bound.keyDates().selectAll('e').where('e.person_id', '=', personId)
    const rows = await query.where('e.month_day', '=', monthDay).orderBy(sortedBy('e.id')).execute()
    return rows.map(keyDateCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const query = this.#bound.keyDates().where('e.person_id', '=', personId)
    return count((await query.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n)
  }
}

type OfPerson = { readonly personId: string; readonly limit: number; readonly offset: number }
const newest = new KeptQuery((bound: Bound, { personId, limit, offset }: Given<OfPerson>) =>
  bound
    .keyDates()
    .selectAll('e')
    .where('e.person_id', '=', personId)
    .orderBy('e.happened_on', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .offset(offset),
)
