import type { OpenQuestions, Page } from '../app/ports/knowledge.js'
import type { OpenQuestion } from '../domain/open-question.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'
import { openQuestionCodec } from './knowledge-codec.js'
import type { Term } from './terms.js'

export class OpenQuestionStore implements OpenQuestions {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<OpenQuestion | null> {
    const row = await this.#bound.openQuestions().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : openQuestionCodec.decode(row)
  }

  async of(personId: string, { limit, offset }: Page): Promise<readonly OpenQuestion[]> {
    const rows = await newestOf(this.#bound, personId).limit(limit).offset(offset).execute()
    return rows.map(openQuestionCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const query = this.#bound.openQuestions().where('e.person_id', '=', personId)
    return count((await query.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n)
  }

  async open(personId: string, limit?: number): Promise<readonly OpenQuestion[]> {
    const rows =
      limit === undefined
        ? await openOf(this.#bound, personId).execute()
        : await this.#bound.ask(newestOpen, { personId, limit })
    return rows.map(openQuestionCodec.decode)
  }
}

const newestOf = (bound: Bound, personId: Term) => {
  const query = bound.openQuestions().selectAll('e').where('e.person_id', '=', personId)
  return query.orderBy('e.happened_on', 'desc').orderBy('e.id', 'desc')
}
const openOf = (bound: Bound, personId: Term) => newestOf(bound, personId).where('e.answered_on', 'is', null)
const newestOpen = new KeptQuery(
  (bound: Bound, { personId, limit }: Given<{ personId: string; limit: number }>) =>
    openOf(bound, personId).limit(limit),
)
