import { sql } from 'kysely'
import { type Acquaintances, type AtWork, looked, type ToldOf } from '../app/ports/acquaintances.js'
import { groupBy } from '../domain/group-by.js'
import { compare } from '../domain/order.js'
import type { Bound } from './bound.js'
import { count, interactionCodec, noteCodec, roleCodec } from './codec.js'
import { rolesThereQuery } from './company-store.js'
import { queryWords } from './search-index.js'

export class AcquaintanceStore implements Acquaintances {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async at(companyKey: string, except: string, limit: number): Promise<readonly AtWork[]> {
    const people = await acquaintedAtQuery(this.#bound, companyKey, except, limit).execute()
    if (people.length === 0) return []
    const ids = people.map(({ id }) => id)
    const rows = await rolesThereQuery(this.#bound, companyKey, ids).execute()
    const roles = groupBy(rows, (row) => row.person_id)
    return people.map(({ id, name }) => ({
      personId: id,
      name,
      roles: (roles.get(id) ?? []).map((row) => roleCodec.decode({ ...row, until_on: row.ended_on })),
    }))
  }

  async told(words: readonly string[], except: string, limit: number): Promise<readonly ToldOf[]> {
    const wanted = queryWords(words)
    if (wanted.length === 0) return []
    const all = await howManyTellQuery(this.#bound, wanted).executeTakeFirst()
    if (count(all?.n) > looked.texts) return []
    const hits = await toldQuery(this.#bound, wanted, except, limit).execute()
    if (hits.length === 0) return []
    const names = new Map(hits.map(({ person_id, name }) => [person_id, name]))
    const these = this.#bound.dialect.oneOf(
      'e.id',
      hits.map(({ entry_id }) => entry_id),
    )
    // The texts themselves, read through the same bounds once more.
    const notes = await this.#bound.notes().selectAll('e').where(these).execute()
    const contacts = await this.#bound.interactions().selectAll('e').where(these).execute()
    const told = [
      ...notes.map((row) => noteCodec.decode(row)),
      ...contacts.map((row) => ({ ...interactionCodec.decode(row), kind: 'interaction' as const })),
    ]
    return told
      .toSorted((a, b) => compare(b.on, a.on) || compare(b.id, a.id))
      .map(({ personId, text, kind, on }) => ({
        personId,
        name: names.get(personId) ?? '',
        text,
        kind,
        on,
      }))
  }
}

/** Of the roles at a company some, as they lie: at one where everybody is, nobody waits until all were read. */
export const acquaintedAtQuery = (bound: Bound, companyKey: string, except: string, limit: number) => {
  const some = sql<boolean>`e.id in (select r.id from roles as r
    where r.workspace_id = ${bound.workspaceId} and r.company_key = ${companyKey} limit ${sql.lit(looked.atOneCompany)})`
  return (
    bound
      .roles()
      .select(['p.id', 'p.name'])
      .select(bound.lastSpokenOn().as('spoken_on'))
      .where(some)
      .where('p.id', '<>', except)
      .where(bound.spokenWith())
      // By the key of a person, on which all else about them depends.
      .groupBy(['p.workspace_id', 'p.id'])
      .orderBy('spoken_on', 'desc')
      .orderBy('p.id')
      .limit(limit)
  )
}

/** Whoever may see them: what half the workspace is told of brings nobody together, and is not walked through. */
export const howManyTellQuery = (bound: Bound, words: readonly string[]) => {
  const some = bound
    .unbound()
    .searching.hits(words)
    .select('e.entry_id')
    .limit(looked.texts + 1)
  return bound.over(some.as('q')).select((eb) => eb.fn.countAll().as('n'))
}

export const toldQuery = (bound: Bound, words: readonly string[], except: string, limit: number) =>
  bound.searching
    .hits(words)
    .select(['e.entry_id', 'e.person_id', 'p.name'])
    .where('e.source', 'in', ['notes', 'interactions'])
    .where('e.person_id', '<>', except)
    .where(bound.spokenWith())
    .orderBy(bound.dialect.search.newestFirst)
    .limit(limit)
