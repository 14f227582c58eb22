import { sql } from 'kysely'
import type { CameSince } from '../app/ports/merges.js'
import type { Bound } from './bound.js'
import type { MergeRow } from './knowledge-tables.js'

type Came = { readonly id: string; readonly act_seq: number; readonly written_at: string }

/**
 * What the asker sees of what was written about somebody after a merge, the newest first. Not what another merge brought: it is
 * known whose that is. Where whoever stayed was merged into a third since, only what came to the two of them counts.
 */
export const cameSince = async (bound: Bound, merge: MergeRow): Promise<readonly CameSince[]> => {
  const { person_id: holderId, act_seq: seq } = merge
  const { lastMove, brought } = await movesOf(bound, merge)
  const moved = lastMove === null ? null : await bound.merging.rowsChangedBy([lastMove])
  const isTheirs = ({ id, act_seq }: Came): boolean =>
    act_seq > seq && !brought.has(id) && (lastMove === null || act_seq > lastMove || moved?.has(id) === true)
  const columns = ['e.id', 'e.act_seq', 'e.written_at'] as const
  const interactions = await bound
    .interactions()
    .select(columns)
    .where('e.person_id', '=', holderId)
    .execute()
  const contacts = new Set(interactions.filter(isTheirs).map(({ id }) => id))
  const notes = await bound
    .notes()
    .select([...columns, 'e.interaction_id'])
    .where('e.person_id', '=', holderId)
    .execute()
  // The words of a contact go where it goes.
  const own = notes.filter(({ interaction_id }) => interaction_id === null || !contacts.has(interaction_id))
  const isOf = sql<boolean>`e.person_id = ${holderId}`
  const isTieOf = sql<boolean>`(e.person_id = ${holderId} or e.other_id = ${holderId})`
  const found: readonly (readonly [CameSince['kind'], readonly Came[]])[] = [
    ['note', own],
    ['interaction', interactions],
    ['role', await bound.roles().select(columns).where(isOf).execute()],
    ['commitment', await bound.commitments().select(columns).where(isOf).execute()],
    ['date', await bound.keyDates().select(columns).where(isOf).execute()],
    ['question', await bound.openQuestions().select(columns).where(isOf).execute()],
    ['tie', await bound.ties().select(columns).where(isTieOf).execute()],
  ]
  const all = found.flatMap(([kind, rows]) => rows.filter(isTheirs).map((row) => ({ kind, ...row })))
  all.sort((a, b) => b.act_seq - a.act_seq || (a.id < b.id ? 1 : -1))
  return all.map(({ kind, id }) => ({ kind, id }))
}

/**
 * The other merges of the same person: the last that took this one along, and the rows that came with the others. All
 * are counted, seen or not.
 */
const movesOf = async (bound: Bound, merge: MergeRow) => {
  const others = await bound
    .unbound()
    .merging.merges()
    .select('e.act_seq')
    .where('e.person_id', '=', merge.person_id)
    .where('e.id', '<>', merge.id)
    .execute()
  const seqs = others.map(({ act_seq }) => act_seq)
  const along = new Set(await bound.merging.actsThatChanged(merge.id))
  const took = seqs.filter((seq) => seq > merge.act_seq && along.has(seq))
  const brought = await bound.merging.rowsChangedBy(seqs.filter((seq) => !took.includes(seq)))
  return { lastMove: took.length === 0 ? null : Math.max(...took), brought }
}
