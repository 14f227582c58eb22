import { sql } from 'kysely'
import { quietDueOn } from '../domain/cadence.js'
import { groupBy } from '../domain/group-by.js'
import { addressKey, nameKeys } from '../domain/names.js'
import { insertCells, type NewRow } from './cells.js'
import { type Cells, flag } from './codec.js'
import type { Dialect } from './dialect.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import type { Db, PersonKeyRow, PersonRow } from './tables.js'

/** Long enough for every name; an index takes no longer ones. */
const longestKey = 500

/** A key as it is stored and looked up. */
export const keyOf = (text: string): string => text.slice(0, longestKey)
export const backwardsOf = (key: string): string => [...key].reverse().join('')

/** The columns from which the keys of a person are made. */
export const changesKeys = (columns: readonly string[]): boolean =>
  columns.some((column) => column === 'name' || column === 'addresses' || column === 'slack_user_id')

/** Writes anew what a person can be called by; nothing when they are gone. */
export const writeKeys = async (
  db: Db,
  workspaceId: string,
  personId: string,
  cells: Cells | null,
): Promise<void> => {
  await db
    .deleteFrom('person_keys')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute()
  if (cells !== null) await addKeys(db, workspaceId, [{ id: personId, cells }])
}

/** What people can be called by who had no keys before. */
export const addKeys = (db: Db, workspaceId: string, people: readonly NewRow[]): Promise<void> =>
  insertCells(
    db,
    'person_keys',
    people.flatMap(({ id, cells }) =>
      keysFor(cells).map(({ kind, key }) => ({
        workspace_id: workspaceId,
        person_id: id,
        kind,
        key,
        backwards: backwardsOf(key),
      })),
    ),
  )

/** All that a person can be called by. */
export const keysFor = (cells: Cells): readonly Pick<PersonKeyRow, 'kind' | 'key'>[] => {
  const keys: Pick<PersonKeyRow, 'kind' | 'key'>[] = nameKeys(String(cells.name))
  const addresses: string[] = JSON.parse(String(cells.addresses))
  for (const address of addresses) keys.push({ kind: 'address', key: addressKey(address) })
  if (cells.slack_user_id !== null) keys.push({ kind: 'slack', key: String(cells.slack_user_id) })
  const each = new Map(keys.map(({ kind, key }) => [`${kind} ${keyOf(key)}`, { kind, key: keyOf(key) }]))
  return [...each.values()]
}

/**
 * Writes anew what follows from contacts, rhythm and news: the last contact, the day from which somebody would be
 * glad to hear from us, and whether there is news that no contact has settled, or a question about their role. All contacts count, seen or not.
 */
export const writeStanding = async (within: Within, personIds: readonly string[]): Promise<void> => {
  const { db, dialect, workspaceId } = within
  const anew = [...(await standingsOf(within, personIds))].filter(([, { stands }]) => !stands)
  for (const alike of groupBy(anew, ([, { columns }]) => JSON.stringify(columns)).values()) {
    const [first] = alike
    if (first === undefined) continue
    const theirs = db.updateTable('people').set(first[1].columns).where('workspace_id', '=', workspaceId)
    const ids = alike.map(([id]) => id)
    await theirs.where(dialect.oneOf('id', ids)).execute()
  }
}

type Within = { readonly db: Db; readonly dialect: Dialect; readonly workspaceId: string }

/** By person, what follows for them, and whether it stands there already. Those who are gone are left out. */
export const standingsOf = async (
  { db, dialect, workspaceId }: Within,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Follows>> => {
  const people = await askOn(db, dialect, standsFrom, { workspaceId, personIds })
  return new Map(people.map((person) => [person.id, followsFrom(person)]))
}

type Follows = ReturnType<typeof followsFrom>
type StandsFrom = Pick<
  PersonRow,
  'rhythm' | 'first_due_on' | 'let_be_on' | 'later_until' | 'last_contact_on' | 'due_on' | 'open_news'
> & { readonly last: string | null; readonly news: string | null; readonly asked: string | null }

const followsFrom = (person: StandsFrom) => {
  const lastContactOn: string | null = person.last
  const dueOn = quietDueOn({
    rhythm: JSON.parse(person.rhythm),
    lastContactOn,
    firstDueOn: person.first_due_on,
    letBeOn: person.let_be_on,
    laterUntil: person.later_until,
  })
  const openNews = flag(person.news !== null || person.asked !== null)
  const stands =
    person.last_contact_on === lastContactOn && person.due_on === dueOn && person.open_news === openNews
  return { stands, columns: { last_contact_on: lastContactOn, due_on: dueOn, open_news: openNews } }
}

/** News `e` stays open until a contact is journalled after it, of its day or later. */
export const isOpenNews = sql<boolean>`not exists (
  select 1 from interactions as i
  where i.workspace_id = e.workspace_id and i.person_id = e.person_id
    and i.act_seq > e.act_seq and i.happened_on >= e.happened_on
)`

/** All of it in one question: it is asked at each contact. */
const standsFrom = new KeptQuery(
  (
    db: Db,
    { workspaceId, personIds }: Given<{ workspaceId: string; personIds: readonly string[] }>,
    dialect: Dialect,
  ) => {
    const contacts = db.selectFrom('interactions as i').where('i.workspace_id', '=', workspaceId)
    const news = db.selectFrom('news as e').where('e.workspace_id', '=', workspaceId)
    const questions = db.selectFrom('role_questions as r').where('r.workspace_id', '=', workspaceId)
    return db
      .selectFrom('people as p')
      .select([
        'p.id',
        'p.rhythm',
        'p.first_due_on',
        'p.let_be_on',
        'p.later_until',
        'p.last_contact_on',
        'p.due_on',
        'p.open_news',
      ])
      .select([
        contacts
          .select((eb) => eb.fn.max('i.happened_on').as('last'))
          .where(sql<boolean>`i.person_id = p.id`)
          .as('last'),
        news.select('e.id').where(sql<boolean>`e.person_id = p.id`).where(isOpenNews).limit(1).as('news'),
        questions
          .select('r.id')
          .where(sql<boolean>`r.person_id = p.id`)
          .where('r.answered_as', 'is', null)
          .limit(1)
          .as('asked'),
      ])
      .where('p.workspace_id', '=', workspaceId)
      .where(dialect.oneOf('p.id', personIds))
  },
)
