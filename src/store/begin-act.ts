import type { ActDraft, NewId } from '../app/ports.js'
import type { Act } from '../domain/act.js'
import { actOf, count } from './codec.js'
import type { Db } from './tables.js'

/** Writes an act down; null when its cause has led to one before. */
export const begin = async (
  db: Db,
  workspaceId: string,
  draft: ActDraft,
  newId: NewId,
): Promise<Act | null> => {
  const acts = db.selectFrom('acts').where('workspace_id', '=', workspaceId)
  if (draft.cause !== null) {
    const repeated = await acts.select('seq').where('cause', '=', draft.cause).executeTakeFirst()
    if (repeated !== undefined) return null
  }
  const { last } = await acts.select((eb) => eb.fn.max('seq').as('last')).executeTakeFirstOrThrow()
  const row = {
    workspace_id: workspaceId,
    id: newId(),
    seq: count(last) + 1,
    kind: draft.kind,
    written_by: draft.by,
    written_at: draft.at,
    place: draft.place,
    person_id: draft.personId,
    cause: draft.cause,
    part_of: draft.partOf ?? null,
    undone_by: null,
  }
  await db.insertInto('acts').values(row).execute()
  return actOf(row)
}
