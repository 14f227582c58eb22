import { sql } from 'kysely'
import { quietDueOn } from '../domain/cadence.js'
import { addressKey, nameKeys } from '../domain/names.js'
import { type Cells, flag } from './codec.js'
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
export const writeStanding = async (db: Db, workspaceId: string, personId: string): Promise<void> => {
  const standing = await standingOf(db, workspaceId, personId)
  if (standing === null || standing.stands) return
  await db
    .updateTable('people')
    .set(standing.columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', personId)
    .execute()
}

/** What follows for somebody, and whether it stands there already; null when they are gone. */
export const standingOf = async (db: Db, workspaceId: string, personId: string) => {
  const person = await db
    .selectFrom('people')
    .select(['rhythm', 'first_due_on', 'let_be_on', 'later_until', 'last_contact_on', 'due_on', 'open_news'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person === undefined) return null
  const { last } = await db
    .selectFrom('interactions')
    .select((eb) => eb.fn.max('happened_on').as('last'))
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const news = await db
    .selectFrom('news as e')
    .select('e.id')
    .where('e.workspace_id', '=', workspaceId)
    .where('e.person_id', '=', personId)
    .where(isOpenNews)
    .limit(1)
    .executeTakeFirst()
  const asked = await db
    .selectFrom('role_questions')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('answered_as', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const lastContactOn: string | null = last ?? null
  const dueOn = quietDueOn({
    rhythm: JSON.parse(person.rhythm),
    lastContactOn,
    firstDueOn: person.first_due_on,
    letBeOn: person.let_be_on,
    laterUntil: person.later_until,
  })
  const openNews = flag(news !== undefined || asked !== undefined)
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
