import type { Commitments, Page } from '../app/ports/knowledge.js'
import { type Commitment, openOnes } from '../domain/commitment.js'
import type { LocalDate } from '../domain/local-time.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'
import { commitmentCodec } from './knowledge-codec.js'
import type { Term } from './terms.js'

export class CommitmentStore implements Commitments {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Commitment | null> {
    const row = await this.#bound.commitments().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : commitmentCodec.decode(row)
  }

  async of(personId: string, { limit, offset }: Page): Promise<readonly Commitment[]> {
    const query = this.#bound.commitments().selectAll('e').where('e.person_id', '=', personId)
    const rows = await query
      .orderBy('e.happened_on', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return rows.map(commitmentCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const query = this.#bound.commitments().where('e.person_id', '=', personId)
    return count((await query.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n)
  }

  async open(personId: string, limit?: number): Promise<readonly Commitment[]> {
    const rows =
      limit === undefined
        ? await this.#bound.ask(soonest, { personId })
        : await this.#bound.ask(soonestFew, { personId, limit })
    return openOnes(rows.map(commitmentCodec.decode))
  }

  async countOpen(personId: string): Promise<number> {
    const [counted] = await this.#bound.ask(countOpen, { personId })
    return count(counted?.n)
  }

  async promisedBy(userId: string, dueBy: LocalDate, limit: number): Promise<readonly Commitment[]> {
    const rows = await promisedByQuery(this.#bound, userId, dueBy, limit).execute()
    return rows.map(commitmentCodec.decode)
  }
}

type OfPerson = { readonly personId: string }
const openOf = (bound: Bound, personId: Term) =>
  bound.commitments().where('e.person_id', '=', personId).where('e.closed_as', 'is', null)
const soonestOf = (bound: Bound, { personId }: Given<OfPerson>) =>
  openOf(bound, personId)
    .selectAll('e')
    // As `openOnes` of the domain has them: without a day comes last.
    .orderBy((eb) => eb.fn.coalesce('e.due_on', eb.val('9999-12-31')))
    .orderBy('e.id')
const soonest = new KeptQuery(soonestOf)
const soonestFew = new KeptQuery((bound: Bound, given: Given<OfPerson & { readonly limit: number }>) =>
  soonestOf(bound, given).limit(given.limit),
)
const countOpen = new KeptQuery((bound: Bound, { personId }: Given<OfPerson>) =>
  openOf(bound, personId).select((eb) => eb.fn.countAll().as('n')),
)

export const promisedByQuery = (bound: Bound, userId: string, dueBy: LocalDate, limit: number) =>
  bound
    .commitments()
    .selectAll('e')
    .where('e.written_by', '=', userId)
    .where('e.kind', '=', 'promise')
    .where('e.closed_as', 'is', null)
    // It says too that there is a day; saying that once more leads SQLite to an index over everybody's.
    .where('e.due_on', '<=', dueBy)
    .orderBy('e.due_on')
    .orderBy('e.id')
    .limit(limit)
