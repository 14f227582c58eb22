import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Dialect } from './dialect.js'
import type { Term, Terms } from './terms.js'

/** The person `p` that an entry `e` is about. */
export const ofPerson = sql<SqlBool>`p.workspace_id = e.workspace_id and p.id = e.person_id`

/** The rules of who sees what, as conditions of a query. */
export class Conditions {
  readonly #dialect: Dialect
  readonly #terms: Terms

  constructor(dialect: Dialect, terms: Terms) {
    this.#dialect = dialect
    this.#terms = terms
  }

  /** In the workspace. */
  here(alias: string): RawBuilder<SqlBool> {
    return sql`${sql.ref(`${alias}.workspace_id`)} = ${this.#terms.workspaceId}`
  }

  /** `maySeePerson` of the domain: where homes are open to authors alone, the owner sees the person too. */
  seenPerson(alias: 'p' | 'q' = 'p'): RawBuilder<SqlBool> {
    const [author, owner] = [sql.ref(`${alias}.written_by`), sql.ref(`${alias}.owner_id`)]
    return this.seen(alias, (userId) => sql`(${author} = ${userId} or ${owner} = ${userId})`)
  }

  /** `maySee` of the domain. */
  seen(
    alias: string,
    isTheirs = (userId: Term): RawBuilder<SqlBool> => sql`${sql.ref(`${alias}.written_by`)} = ${userId}`,
  ): RawBuilder<SqlBool> {
    const here = this.here(alias)
    const { audience } = this.#terms
    if (audience === 'everything') return here
    const { userId, homes, authoredHomes, rows } = audience
    const open = this.#dialect.among(`${alias}.home`, homes, rows)
    if (userId === null || authoredHomes === null) return sql`(${here} and ${open})`
    const authored = this.#dialect.among(`${alias}.home`, authoredHomes, rows)
    return sql`(${here} and (${open} or (${isTheirs(userId)} and ${authored})))`
  }

  /** Whether news that the asker may see says that a role ended, which others go on seeing as held. */
  endedInNews(roleId: string): RawBuilder<SqlBool> {
    return sql`exists (select 1 from news as n
      where n.ends_role_id = ${sql.ref(roleId)} and ${this.seen('n')})`
  }
}
