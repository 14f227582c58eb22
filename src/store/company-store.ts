import { type RawBuilder, sql } from 'kysely'
import { whereabouts } from '../app/ports/companies.js'
import type {
  AtCompany,
  Companies,
  CompanyName,
  CompanyTally,
  Everybody,
  Page,
  Whereabouts,
} from '../app/ports.js'
import { groupBy } from '../domain/group-by.js'
import { heldBefore, heldNow, type Role } from '../domain/role.js'
import type { Bound } from './bound.js'
import { count, roleCodec } from './codec.js'
import { keysBeginning, named, near } from './company-names.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'
import type { PersonRow } from './tables.js'
import type { Term } from './terms.js'

export class CompanyStore implements Companies {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  keysBeginning(key: string, limit: number): Promise<readonly string[]> {
    return keysBeginning(this.#bound, key, limit)
  }
  async beginning(key: string, limit: number): Promise<readonly CompanyName[]> {
    return named(this.#bound, await this.keysBeginning(key, limit))
  }
  async called(keys: readonly string[]): Promise<readonly CompanyName[]> {
    return named(this.#bound, [...new Set(keys)].sort())
  }
  near(key: string, limit: number): Promise<readonly CompanyName[]> {
    return near(this.#bound, key, limit)
  }

  async tally(key: string): Promise<CompanyTally> {
    const rows = await tallyQuery(this.#bound, key).execute()
    const of = (where: Whereabouts) => rows.filter(({ rank }) => whereabouts[count(rank)] === where)
    const sum = (some: typeof rows) => some.reduce((sum, { n }) => sum + count(n), 0)
    const voices = [...of('there'), ...of('offstage')].filter(({ spoken }) => count(spoken) === 1)
    return {
      counts: { there: sum(of('there')), offstage: sum(of('offstage')), gone: sum(of('gone')) },
      onlyVoice: sum(voices) === 1 ? (voices[0]?.name ?? null) : null,
    }
  }

  async everybody(key: string, page: Page): Promise<Everybody> {
    // Roles without a company are at none.
    if (key === '') return nobodyThere
    const rows = await everybodyQuery(this.#bound, key, page).execute()
    const [first] = rows
    if (first === undefined) {
      const tally = await this.tally(key)
      const last = tally.counts.there + tally.counts.offstage + tally.counts.gone - 1
      const offset = Math.max(0, Math.min(page.offset, last))
      const people = await this.people(key, { ...page, offset })
      return { ...tally, name: await this.#nameOf(key), offset, people }
    }
    return {
      counts: { there: count(first.there), offstage: count(first.away), gone: count(first.gone) },
      onlyVoice: count(first.voices) === 1 ? first.voice : null,
      name: first.first === first.last ? (first.first ?? '') : await this.#nameOf(key),
      offset: page.offset,
      people: await this.#withRoles(key, rows),
    }
  }
  async #nameOf(key: string): Promise<string> {
    const [company] = await named(this.#bound, [key])
    return company?.name ?? ''
  }

  async people(key: string, page: Page): Promise<readonly AtCompany[]> {
    return this.#withRoles(key, await peopleThereQuery(this.#bound, key, page).execute())
  }

  async #withRoles(key: string, people: readonly ThereRow[]): Promise<readonly AtCompany[]> {
    const ids = people.map(({ id }) => id)
    const rows = await this.#bound.ask(rolesThere, { key, personIds: ids })
    const inOrder = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const roles = groupBy(inOrder, (row) => row.person_id)
    return people.map(({ id, name, offstage, spoken, rank }) => {
      const theirs = (roles.get(id) ?? []).map((row) => roleCodec.decode({ ...row, until_on: row.ended_on }))
      const person = { personId: id, name, offstage: offstage === 1, spoken: count(spoken) === 1 }
      return { ...person, whereabouts: whereabouts[count(rank)] ?? 'there', ...standingThere(theirs) }
    })
  }

  async namesAt(key: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map()
    const there = this.#bound.roles().select(['p.id', 'p.name']).distinct().where('e.company_key', '=', key)
    const rows = await there.where(this.#bound.dialect.oneOf('e.person_id', personIds)).execute()
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
}

const nobodyThere: Everybody = {
  counts: { there: 0, offstage: 0, gone: 0 },
  onlyVoice: null,
  name: '',
  offset: 0,
  people: [],
}

type ThereRow = Pick<PersonRow, 'id' | 'name' | 'offstage'> & {
  readonly spoken: number
  readonly rank: number
}

/** What somebody does there; where they do nothing any more, what they did last, and until when. */
const standingThere = (roles: readonly Role[]): Pick<AtCompany, 'titles' | 'untilOn'> => {
  const held = heldNow(roles)
  const [last] = heldBefore(roles)
  const titled = held.length === 0 && last !== undefined ? [last] : held
  const titles = titled.map(({ title }) => title).filter((title) => title !== '')
  return { titles: [...new Set(titles)], untilOn: held.length === 0 ? (last?.untilOn ?? null) : null }
}

/** Everybody there, each once; `rank` is their place in `whereabouts`. Nothing is read of those on other pages. */
const everybodyThere = (bound: Bound, key: string) => {
  const held = sql`max(case when ${bound.endOfRole()} is null then 1 else 0 end) = 1`
  const spoken = sql<number>`case when ${bound.spokenWith()} then 1 else 0 end`
  return (
    bound
      .roles()
      .select(['p.id', 'p.name', 'p.offstage'])
      .select(spoken.as('spoken'))
      .select(
        sql<number>`case when not (${held}) then 2
          when p.offstage = 1 and not ${bound.spokenWith()} then 1 else 0 end`.as('rank'),
      )
      .where('e.company_key', '=', key)
      // By the key of a person, on which all else about them depends.
      .groupBy(['p.workspace_id', 'p.id'])
  )
}

export const peopleThereQuery = (bound: Bound, key: string, { limit, offset }: Page) =>
  everybodyThere(bound, key).orderBy('rank').orderBy('p.name').orderBy('p.id').limit(limit).offset(offset)

/**
 * The same page, and beside each what is said of all: how many they are, and the first and the last spelling of the company.
 * They are looked at once.
 */
export const everybodyQuery = (bound: Bound, key: string, { limit, offset }: Page) => {
  const many = (which: RawBuilder<unknown>) => sql<number>`count(*) filter (where ${which}) over ()`
  const speaks = sql`q.rank < 2 and q.spoken = 1`
  return bound
    .over(
      everybodyThere(bound, key)
        .select((eb) => [eb.fn.min('e.company').as('spelled'), eb.fn.max('e.company').as('also')])
        .as('q'),
    )
    .select(['q.id', 'q.name', 'q.offstage', 'q.spoken', 'q.rank'])
    .select([
      sql<string | null>`min(q.spelled) over ()`.as('first'),
      sql<string | null>`max(q.also) over ()`.as('last'),
      many(sql`q.rank = 0`).as('there'),
      many(sql`q.rank = 1`).as('away'),
      many(sql`q.rank = 2`).as('gone'),
      many(speaks).as('voices'),
      sql<string | null>`min(q.name) filter (where ${speaks}) over ()`.as('voice'),
    ])
    .orderBy('q.rank')
    .orderBy('q.name')
    .orderBy('q.id')
    .limit(limit)
    .offset(offset)
}

export const tallyQuery = (bound: Bound, key: string) =>
  bound
    .over(everybodyThere(bound, key).as('q'))
    .select(['q.rank', 'q.spoken'])
    .select((eb) => [eb.fn.countAll().as('n'), eb.fn.min('q.name').as('name')])
    .groupBy(['q.rank', 'q.spoken'])

export const rolesThereQuery = (bound: Bound, key: Term, personIds: List) =>
  bound
    .roles()
    .selectAll('e')
    .select(bound.endOfRole().as('ended_on'))
    .where(bound.dialect.oneOf('e.person_id', personIds))
    // Of a few people's roles, and not of all that are at the company.
    .where(sql<string>`e.company_key || ''`, '=', key)
const rolesThere = new KeptQuery(
  (bound: Bound, given: Given<{ key: string; personIds: readonly string[] }>) =>
    rolesThereQuery(bound, given.key, given.personIds),
)
