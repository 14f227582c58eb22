import { sql } from 'kysely'
import type {
  AheadQuery,
  CalledBy,
  DaysAhead,
  Named,
  Page,
  People,
  PersonName,
  SeenStanding,
} from '../app/ports.js'
import type { Home } from '../domain/audience.js'
import { rhythmDays } from '../domain/cadence.js'
import { daysBetween, type LocalDate } from '../domain/local-time.js'
import { type Person, unnamed } from '../domain/person.js'
import type { Bound } from './bound.js'
import { changeOf } from './change.js'
import { count } from './codec.js'
import { daysAhead } from './days-ahead.js'
import { type Given, KeptQuery } from './kept-query.js'
import { near } from './near-names.js'
import { beginning, called, calledFew } from './person-calling.js'
import { namesOf, withRoles } from './person-names.js'
import { seenStandingOf } from './standing.js'
import type { PersonRow } from './tables.js'

export class PersonStore implements People {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Person | null> {
    return (await this.standing(id))?.person ?? null
  }

  called(keys: readonly string[]): Promise<readonly CalledBy[]> {
    return called(this.#bound, keys)
  }
  calledFew(keys: readonly string[], each: number): Promise<readonly CalledBy<Named>[]> {
    return calledFew(this.#bound, keys, each)
  }
  beginning(key: string, limit: number): Promise<readonly Named[]> {
    return beginning(this.#bound, key, limit)
  }
  near(key: string, limit: number): Promise<readonly PersonName[]> {
    return near(this.#bound, key, limit)
  }
  names(ids: readonly string[]): Promise<readonly PersonName[]> {
    return namesOf(this.#bound, ids)
  }

  withRoles(people: readonly Named[]): Promise<readonly PersonName[]> {
    return withRoles(this.#bound, people)
  }

  async unnamedAt(companyKey: string): Promise<readonly PersonName[]> {
    const rows = await this.#bound
      .roles()
      .select(['p.id', 'p.name'])
      .distinct()
      .where('e.company_key', '=', companyKey)
      .where('e.until_on', 'is', null)
      .where(({ not }) => not(this.#bound.endedInNews('e.id')))
      .where('p.offstage', '=', 1)
      .where('p.name', '=', unnamed)
      .orderBy('p.id')
      .execute()
    return withRoles(this.#bound, rows)
  }

  async standing(id: string): Promise<SeenStanding | null> {
    const [row] = await this.#bound.ask(standingById, { id })
    return row === undefined ? null : seenStandingOf(row)
  }

  async comingUp(
    page: Page,
    except: readonly string[] = [],
    today = longAgo,
  ): Promise<readonly SeenStanding[]> {
    return (await comingUpQuery(this.#bound, page, except, today).execute()).map(seenStandingOf)
  }
  daysAhead(query: AheadQuery): Promise<readonly DaysAhead[]> {
    return daysAhead(this.#bound, query)
  }

  async dueFor(ownerId: string, on: LocalDate, { limit, offset }: Page): Promise<readonly SeenStanding[]> {
    const due = await dueForQuery(this.#bound, ownerId, on, offset + limit).execute()
    return due
      .map((row) => ({ row, past: rhythmsPast(row, on) }))
      .sort(byPast)
      .slice(offset, offset + limit)
      .map(({ row }) => seenStandingOf(row))
  }

  async anybody(): Promise<boolean> {
    return (await this.#bound.people().select('p.id').limit(1).executeTakeFirst()) !== undefined
  }

  async owners(): Promise<readonly string[]> {
    const rows = await ownersQuery(this.#bound).execute()
    return rows.map(({ id }) => id).filter((id) => id !== null)
  }
  async ownedBy(ownerId: string, page: Page): Promise<readonly PersonName[]> {
    return withRoles(this.#bound, await ownedByQuery(this.#bound, ownerId, page).execute())
  }

  async count(): Promise<number> {
    const counted = this.#bound.people().select((eb) => eb.fn.countAll().as('n'))
    return count((await counted.executeTakeFirst())?.n)
  }

  async firstContacts(home: Home, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<LocalDate, number>> {
    const days = await firstContactsQuery(this.#bound, home, from, to).execute()
    return new Map(days.map(({ on_day, n }) => [on_day ?? '', count(n)]))
  }

  async firstIntroducer(home: Home): Promise<string | null> {
    const here = this.#bound.unbound().people().select('p.written_by').where('p.home', '=', home)
    const first = await here.orderBy('p.introduced_at').orderBy('p.id').limit(1).executeTakeFirst()
    return first?.written_by ?? null
  }

  async ownersIn(home: Home): Promise<ReadonlyMap<string, number>> {
    const owners = await this.#bound
      .unbound()
      .people()
      .select((eb) => ['p.owner_id', eb.fn.countAll().as('n')])
      .where('p.home', '=', home)
      .groupBy('p.owner_id')
      .orderBy('p.owner_id')
      .execute()
    return new Map(owners.map(({ owner_id, n }) => [owner_id, count(n)]))
  }

  async anybodyIn(home: Home): Promise<boolean> {
    const found = this.#bound.unbound().people().select('p.id').where('p.home', '=', home).limit(1)
    return (await found.executeTakeFirst()) !== undefined
  }

  async latelyIn(home: Home, since: LocalDate, limit: number): Promise<readonly PersonName[]> {
    return withRoles(this.#bound, await latelyInQuery(this.#bound, home, since, limit).execute())
  }

  async preferenceIsSaid(id: string): Promise<boolean> {
    const prefers = (await this.get(id))?.prefers
    const sayings = await this.#bound
      .acts()
      .innerJoin('changes as c', (join) =>
        join.onRef('c.workspace_id', '=', 'a.workspace_id').onRef('c.act_seq', '=', 'a.seq'),
      )
      .selectAll('c')
      .where('c.table_name', '=', 'people')
      .where('c.row_id', '=', id)
      // What brought the preference of another, or an older one, does not say where that was said.
      .where('a.kind', 'in', ['prefers', 'edit'])
      .where('a.undone_by', 'is', null)
      .execute()
    return sayings
      .map(changeOf)
      .some(({ before, after }) => after?.prefers === prefers && before?.prefers !== prefers)
  }
}

const standingById = new KeptQuery((bound: Bound, { id }: Given<{ id: string }>) =>
  bound.standings().where('p.id', '=', id),
)

const longAgo: LocalDate = '0000-01-01'
export const comingUpQuery = (
  bound: Bound,
  { limit, offset }: Page,
  except: readonly string[] = [],
  today = longAgo,
) =>
  bound
    .standings()
    .where('p.due_on', 'is not', null)
    .where((eb) => eb.or([eb('p.due_on', '<=', today), bound.isDueAsSeen()]))
    .where(sql<boolean>`not ${bound.dialect.among('p.id', except)}`)
    .orderBy('p.due_on')
    .orderBy('p.id')
    .limit(limit)
    .offset(offset)

/** A team is smaller than this. */
const mostOwners = 2_000
export const ownersQuery = (bound: Bound) => bound.eachOnce.owners(mostOwners)

/** Of so many of those who fell due first, the longest silent come first; the rest come as they fell due. */
const mostCompared = 200

export const dueForQuery = (bound: Bound, ownerId: string, on: LocalDate, wanted: number) =>
  bound
    .standings()
    .where('p.owner_id', '=', ownerId)
    .where('p.due_on', '<=', on)
    .orderBy('p.due_on')
    .limit(Math.max(wanted, mostCompared))

export const ownedByQuery = (bound: Bound, ownerId: string, { limit, offset }: Page) =>
  bound
    .people()
    .select(['p.id', 'p.name'])
    .where('p.owner_id', '=', ownerId)
    // Said for PostgreSQL, which would have those who are never due at the end.
    .orderBy('p.due_on', (order) => order.asc().nullsFirst())
    // An order that the index of all due people has would lead SQLite there, past everybody else's.
    .orderBy(sql`p.id || ''`)
    .limit(limit)
    .offset(offset)

/** Contacts that the asker does not see must not tell by the order that there were any. */
export const latelyInQuery = (bound: Bound, home: Home, since: LocalDate, limit: number) => {
  const here = bound.standings().where('p.home', '=', home).where('p.name', '<>', unnamed)
  const latest = sql<string>`coalesce(q.last_seen_on, q.introduced_on)`
  return bound
    .over(here.as('q'))
    .select(['q.id', 'q.name'])
    .where(latest, '>=', since)
    .orderBy(latest, 'desc')
    .orderBy('q.id', 'desc')
    .limit(limit)
}

/** Whoever asks: a morning has room for so many first contacts, seen or not. */
export const firstContactsQuery = (bound: Bound, home: Home, from: LocalDate, to: LocalDate) =>
  bound
    .unbound()
    .people()
    .select((eb) => ['p.due_on as on_day', eb.fn.countAll().as('n')])
    .where('p.home', '=', home)
    .where('p.due_on', '>=', from)
    .where('p.due_on', '<=', to)
    .whereRef('p.first_due_on', '=', 'p.due_on')
    .where('p.last_contact_on', 'is', null)
    .groupBy('p.due_on')

/** By how many rhythms the day has passed on which they were due. */
const rhythmsPast = ({ rhythm, due_on }: Pick<PersonRow, 'rhythm' | 'due_on'>, on: LocalDate): number =>
  due_on === null ? 0 : daysBetween(due_on, on) / rhythmDays(JSON.parse(rhythm))

type Past = { readonly row: PersonRow; readonly past: number }
const byPast = (a: Past, b: Past): number => b.past - a.past || (a.row.id < b.row.id ? -1 : 1)
