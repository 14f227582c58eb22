import type { Instant } from '../domain/local-time.js'
import type { Jotting } from '../domain/same-words.js'
import type { Bound } from './bound.js'
import { type Given, KeptQuery } from './kept-query.js'
import type { Term } from './terms.js'

/** Nobody types more in a day; of what is brought in by the thousand the newest is looked at. */
const mostLookedAt = 500

/** What a teammate typed about people since an instant, the last of it at the end. */
export const jottingsBy = async (
  bound: Bound,
  userId: string,
  since: Instant,
): Promise<readonly Jotting[]> => {
  const notes = await bound.ask(notesBy, { userId, since })
  const contacts = await bound.ask(contactsBy, { userId, since })
  return [...notes, ...contacts]
    .sort((a, b) => a.act_seq - b.act_seq || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      text: row.text,
      actId: row.part_of ?? row.act_id,
      fromMessage: row.act_kind === 'reaction',
    }))
}

/** Words quoted in the account of a contact were not typed by themselves. */
type Since = { readonly userId: string; readonly since: Instant }
export const notesByQuery = (bound: Bound, userId: Term, since: Term) =>
  bound
    .notes()
    .innerJoin('acts as a', (join) =>
      join.onRef('a.workspace_id', '=', 'e.workspace_id').onRef('a.seq', '=', 'e.act_seq'),
    )
    .select([
      'e.id',
      'e.person_id',
      'e.text',
      'e.act_seq',
      'a.id as act_id',
      'a.part_of',
      'a.kind as act_kind',
    ])
    .where('e.written_by', '=', userId)
    .where('e.written_at', '>=', since)
    .where('e.kind', 'in', ['note', 'heard'])
    .where('e.interaction_id', 'is', null)
    .orderBy('e.written_at', 'desc')
    .limit(mostLookedAt)

const notesBy = new KeptQuery((bound: Bound, { userId, since }: Given<Since>) =>
  notesByQuery(bound, userId, since),
)

export const contactsByQuery = (bound: Bound, userId: Term, since: Term) =>
  bound
    .interactions()
    .innerJoin('acts as a', (join) =>
      join.onRef('a.workspace_id', '=', 'e.workspace_id').onRef('a.seq', '=', 'e.act_seq'),
    )
    .select([
      'e.id',
      'e.person_id',
      'e.text',
      'e.act_seq',
      'a.id as act_id',
      'a.part_of',
      'a.kind as act_kind',
    ])
    .where('e.written_by', '=', userId)
    .where('e.written_at', '>=', since)
    .where('e.text', '<>', '')
    .orderBy('e.written_at', 'desc')
    .limit(mostLookedAt)

const contactsBy = new KeptQuery((bound: Bound, { userId, since }: Given<Since>) =>
  contactsByQuery(bound, userId, since),
)
