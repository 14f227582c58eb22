import type { ActDraft, NewId } from '../app/ports.js'
import type { Act } from '../domain/act.js'
import { actOf, count } from './codec.js'
import type { Dialect } from './dialect.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import type { Db } from './tables.js'

/** Writes an act down; null when its cause has led to one before. */
export const begin = async (
  { db, dialect, workspaceId }: { readonly db: Db; readonly dialect: Dialect; readonly workspaceId: string },
  draft: ActDraft,
  newId: NewId,
): Promise<Act | null> => {
  const [before] = await askOn(db, dialect, lastAndSame, { workspaceId, cause: draft.cause })
  if (before === undefined || before.repeated !== null) return null
  const row = {
    workspace_id: workspaceId,
    id: newId(),
    seq: count(before.last) + 1,
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

/** The number of the last act, and of the one that this delivery has led to before: nothing is caused by null. */
const lastAndSame = new KeptQuery(
  (db: Db, { workspaceId, cause }: Given<{ workspaceId: string; cause: string | null }>) => {
    const acts = db.selectFrom('acts').where('workspace_id', '=', workspaceId)
    const last = acts.select((eb) => eb.fn.max('seq').as('last'))
    return db.selectNoFrom([last.as('last'), acts.select('seq').where('cause', '=', cause).as('repeated')])
  },
)
