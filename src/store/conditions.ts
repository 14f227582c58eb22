import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '../app/ports.js'
import type { Dialect } from './dialect.js'

/** The person `p` that an entry `e` is about. */
export const ofPerson = sql<SqlBool>`p.workspace_id = e.workspace_id and p.id = e.person_id`

/** The rules of who sees what, as conditions of a query. */
export class Conditions {
  readonly #dialect: Dialect
  readonly #scope: Scope

  constructor(dialect: Dialect, scope: Scope) {
    this.#dialect = dialect
    this.#scope = scope
    // Whoever asks sees the same from the first query to the last, and it is written out but once.
    if (scope.audience === 'everything') return
    Object.freeze(scope.audience.homes)
    Object.freeze(scope.audience.authoredHomes)
  }

  /** In the workspace. */
  here(alias: string): RawBuilder<SqlBool> {
    return sql`${sql.ref(`${alias}.workspace_id`)} = ${this.#scope.workspaceId}`
  }

  /** `maySeePerson` of the domain: where homes are open to authors alone, the owner sees the person too. */
  seenPerson(alias: 'p' | 'q' = 'p'): RawBuilder<SqlBool> {
    const [author, owner] = [sql.ref(`${alias}.written_by`), sql.ref(`${alias}.owner_id`)]
    return this.seen(alias, (userId) => sql`(${author} = ${userId} or ${owner} = ${userId})`)
  }

  /** `maySee` of the domain. */
  seen(
    alias: string,
    isTheirs = (userId: string): RawBuilder<SqlBool> => sql`${sql.ref(`${alias}.written_by`)} = ${userId}`,
  ): RawBuilder<SqlBool> {
    const here = this.here(alias)
    const { audience } = this.#scope
    if (audience === 'everything') return here
    const { userId, homes, authoredHomes } = audience
    const open = this.#dialect.among(`${alias}.home`, homes)
    if (userId === null || authoredHomes.length === 0) return sql`(${here} and ${open})`
    const authored = this.#dialect.among(`${alias}.home`, authoredHomes)
    return sql`(${here} and (${open} or (${isTheirs(userId)} and ${authored})))`
  }

  /** Whether news that the asker may see says that a role ended, which others go on seeing as held. */
  endedInNews(roleId: string): RawBuilder<SqlBool> {
    return sql`exists (select 1 from news as n
      where n.ends_role_id = ${sql.ref(roleId)} and ${this.seen('n')})`
  }
}
