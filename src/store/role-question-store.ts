import { sql } from 'kysely'
import type { RoleQuestions } from '../app/ports/role-changes.js'
import type { RoleQuestion } from '../domain/role-change/role-question.js'
import type { Bound } from './bound.js'
import { type Given, KeptQuery } from './kept-query.js'
import { roleQuestionCodec } from './role-change-codec.js'
import type { Term } from './terms.js'

export class RoleQuestionStore implements RoleQuestions {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<RoleQuestion | null> {
    const row = await this.#bound.roleQuestions().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : roleQuestionCodec.decode(row)
  }

  async of(personId: string): Promise<readonly RoleQuestion[]> {
    const rows = await newestOf(this.#bound, personId).execute()
    return rows.map(roleQuestionCodec.decode)
  }

  async open(personId: string): Promise<readonly RoleQuestion[]> {
    const rows = await this.#bound.ask(newestOpen, { personId })
    return rows.map(roleQuestionCodec.decode)
  }

  async recent(limit: number): Promise<readonly RoleQuestion[]> {
    const rows = await recentRoleQuestions(this.#bound, limit).execute()
    return rows.map(roleQuestionCodec.decode)
  }
}

const newestOf = (bound: Bound, personId: Term) => {
  const query = bound.roleQuestions().selectAll('e').where('e.person_id', '=', personId)
  return query.orderBy('e.act_seq', 'desc').orderBy('e.id', 'desc')
}
const newestOpen = new KeptQuery((bound: Bound, { personId }: Given<{ personId: string }>) =>
  newestOf(bound, personId).where('e.answered_as', 'is', null),
)

export const recentRoleQuestions = (bound: Bound, limit: number) =>
  openRoleQuestions(bound).selectAll('e').orderBy('e.act_seq', 'desc').orderBy('e.id', 'desc').limit(limit)

/** Those that wait for an answer. Written as a parameter it would not be seen to fit the partial index. */
export const openRoleQuestions = (bound: Bound) =>
  bound.roleQuestions().where(sql<boolean>`e.answered_as is null`)
