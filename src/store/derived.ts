import { sql } from 'kysely'
import { quietDueOn } from '../domain/cadence.js'
import { addressKey, nameKeys } from '../domain/names.js'
import { type Cells, flag } from './codec.js'
import type { Dialect } from './dialect.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import type { Db, PersonKeyRow } from './tables.js'

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
  if (cells === null) return
  await db
    .insertInto('person_keys')
    .values(
      keysFor(cells).map(({ kind, key }) => ({
        workspace_id: workspaceId,
        person_id: personId,
        kind,
        key,
        backwards: backwardsOf(key),
      })),
    )
    .execute()
}

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
export const writeStanding = async (within: Within, personId: string): Promise<void> => {
  const standing = await standingOf(within, personId)
  if (standing === null || standing.stands) return
  await within.db
    .updateTable('people')
    .set(standing.columns)
    .where('workspace_id', '=', within.workspaceId)
    .where('id', '=', personId)
    .execute()
}

type Within = { readonly db: Db; readonly dialect: Dialect; readonly workspaceId: string }

/** What follows for somebody, and whether it stands there already; null when they are gone. */
export const standingOf = async ({ db, dialect, workspaceId }: Within, personId: string) => {
  const [person] = await askOn(db, dialect, standsFrom, { workspaceId, personId })
  if (person === undefined) return null
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
  (db: Db, { workspaceId, personId }: Given<{ workspaceId: string; personId: string }>) => {
    const contacts = db.selectFrom('interactions as i').where('i.workspace_id', '=', workspaceId)
    const news = db.selectFrom('news as e').where('e.workspace_id', '=', workspaceId)
    const questions = db.selectFrom('role_questions as r').where('r.workspace_id', '=', workspaceId)
    return db
      .selectFrom('people')
      .select([
        'rhythm',
        'first_due_on',
        'let_be_on',
        'later_until',
        'last_contact_on',
        'due_on',
        'open_news',
      ])
      .select([
        contacts
          .select((eb) => eb.fn.max('i.happened_on').as('last'))
          .where('i.person_id', '=', personId)
          .as('last'),
        news.select('e.id').where('e.person_id', '=', personId).where(isOpenNews).limit(1).as('news'),
        questions
          .select('r.id')
          .where('r.person_id', '=', personId)
          .where('r.answered_as', 'is', null)
          .limit(1)
          .as('asked'),
      ])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', personId)
  },
)
