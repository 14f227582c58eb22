import type { OpenQuestions, Page } from '../app/ports/knowledge.js'
import type { OpenQuestion } from '../domain/open-question.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { openQuestionCodec } from './knowledge-codec.js'

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
    const rows = await this.#newestOf(personId).limit(limit).offset(offset).execute()
    return rows.map(openQuestionCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const query = this.#bound.openQuestions().where('e.person_id', '=', personId)
    return count((await query.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n)
  }

  async open(personId: string, limit?: number): Promise<readonly OpenQuestion[]> {
    const query = this.#newestOf(personId).where('e.answered_on', 'is', null)
    const rows = await (limit === undefined ? query : query.limit(limit)).execute()
    return rows.map(openQuestionCodec.decode)
  }

  #newestOf(personId: string) {
    const query = this.#bound.openQuestions().selectAll('e').where('e.person_id', '=', personId)
    return query.orderBy('e.happened_on', 'desc').orderBy('e.id', 'desc')
  }
}
