import type { Instant } from '../domain/local-time.js'
import { hasWordsOf, type Jotting } from '../domain/same-words.js'
import type { Bound } from './bound.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'
import type { Term } from './terms.js'

/** Nobody types more in a day; of what is brought in by the thousand the newest is looked at. */
const mostLookedAt = 500

/**
 * What a teammate typed about people since an instant in the same words as this text, the last of it at the end; nothing
 * where it was typed once. Whose words are the same is seen by the words alone, of whomever they are: what then tells of
 * it is what the asker may see.
 */
export const jottingsLike = async (
  bound: Bound,
  userId: string,
  since: Instant,
  text: string,
): Promise<readonly Jotting[]> => {
  const typed = { userId, since }
  const unbound = bound.unbound()
  const words = [...(await unbound.ask(wordsOfNotes, typed)), ...(await unbound.ask(wordsOfContacts, typed))]
  const isSame = hasWordsOf(text)
  const ids = words.filter((each) => isSame(each.text)).map(({ id }) => id)
  if (ids.length < 2) return []
  const rows = [...(await bound.ask(notesAmong, { ids })), ...(await bound.ask(contactsAmong, { ids }))]
  return rows
    .sort((a, b) => a.act_seq - b.act_seq || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      text: row.text,
      actId: row.part_of ?? row.act_id,
      fromMessage: row.act_kind === 'reaction',
    }))
}

type Since = { readonly userId: string; readonly since: Instant }
type Among = { readonly ids: readonly string[] }

/** Words quoted in the account of a contact were not typed by themselves. */
export const wordsOfNotesQuery = (bound: Bound, userId: Term, since: Term) =>
  bound
    .notes()
    .select(['e.id', 'e.text'])
    .where('e.written_by', '=', userId)
    .where('e.written_at', '>=', since)
    .where('e.kind', 'in', ['note', 'heard'])
    .where('e.interaction_id', 'is', null)
    .orderBy('e.written_at', 'desc')
    .limit(mostLookedAt)

const wordsOfNotes = new KeptQuery((bound: Bound, { userId, since }: Given<Since>) =>
  wordsOfNotesQuery(bound, userId, since),
)

export const wordsOfContactsQuery = (bound: Bound, userId: Term, since: Term) =>
  bound
    .interactions()
    .select(['e.id', 'e.text'])
    .where('e.written_by', '=', userId)
    .where('e.written_at', '>=', since)
    .where('e.text', '<>', '')
    .orderBy('e.written_at', 'desc')
    .limit(mostLookedAt)

const wordsOfContacts = new KeptQuery((bound: Bound, { userId, since }: Given<Since>) =>
  wordsOfContactsQuery(bound, userId, since),
)

const told = [
  'e.id',
  'e.person_id',
  'e.text',
  'e.act_seq',
  'a.id as act_id',
  'a.part_of',
  'a.kind as act_kind',
] as const

export const notesAmongQuery = (bound: Bound, ids: List) =>
  bound
    .notes()
    .innerJoin('acts as a', (join) =>
      join.onRef('a.workspace_id', '=', 'e.workspace_id').onRef('a.seq', '=', 'e.act_seq'),
    )
    .select(told)
    .where(bound.dialect.oneOf('e.id', ids))

const notesAmong = new KeptQuery((bound: Bound, { ids }: Given<Among>) => notesAmongQuery(bound, ids))

export const contactsAmongQuery = (bound: Bound, ids: List) =>
  bound
    .interactions()
    .innerJoin('acts as a', (join) =>
      join.onRef('a.workspace_id', '=', 'e.workspace_id').onRef('a.seq', '=', 'e.act_seq'),
    )
    .select(told)
    .where(bound.dialect.oneOf('e.id', ids))

const contactsAmong = new KeptQuery((bound: Bound, { ids }: Given<Among>) => contactsAmongQuery(bound, ids))
