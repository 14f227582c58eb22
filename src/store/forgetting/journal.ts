import { mayName } from '../../domain/mentions.js'
import type { Cells } from '../codec.js'
import type { Dialect } from '../dialect.js'
import { changeImages, everyChange } from '../every-change.js'
import type { ChangeRow, Db } from '../tables.js'
import { type Finding, isTexted, needlesAbout, scrubbed } from './mentions.js'

export type Scrubbing = Finding & {
  readonly ids: readonly string[]
  /** Every row that was ever about them. */
  readonly rowIds: ReadonlySet<string>
}

/** The columns by which a row names another. */
const naming =
  /"(?:person_id|other_id|merged_id|interaction_id|role_id|before_role_id|ends_role_id|entry_id|answer_note_id)":"([^"]+)"/g

/**
 * Takes out of the journal how their rows were, and what names them in how the rows of others were. What an act did to
 * others stays, and can be taken back; an act that merged them does not, since the one half cannot go back alone.
 */
export const forgetInJournal = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  scrubbing: Scrubbing,
): Promise<void> => {
  const gone = new Set(scrubbing.rowIds)
  const merged = new Set<number>()
  for await (const change of everyChange(db, workspaceId)) {
    const images = [change.row_before, change.row_after].filter((image) => image !== null)
    const isTheirs = images.some((image) =>
      [...image.matchAll(naming)].some(([, id]) => scrubbing.rowIds.has(id ?? '')),
    )
    if (isTheirs) {
      if (change.table_name === 'ties') gone.add(change.row_id)
      if (change.table_name === 'merges') merged.add(change.act_seq)
      await oneChange(db, workspaceId, change)
    } else if (isTexted(change.table_name) && images.some((image) => mayName(image, scrubbing.needles)))
      await scrubImages(db, workspaceId, change, scrubbing)
  }
  const theirs = db.deleteFrom('changes').where('workspace_id', '=', workspaceId)
  await theirs.where(dialect.oneOf('person_id', scrubbing.ids)).execute()
  await theirs.where(dialect.oneOf('row_id', [...gone])).execute()
  for (const seq of merged) await theirs.where('act_seq', '=', seq).execute()
  await db
    .updateTable('acts')
    .set({ person_id: null })
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('person_id', scrubbing.ids))
    .execute()
}

const oneChange = async (
  db: Db,
  workspaceId: string,
  { act_seq: seq, ordinal }: ChangeRow,
): Promise<void> => {
  await db
    .deleteFrom('changes')
    .where('workspace_id', '=', workspaceId)
    .where('act_seq', '=', seq)
    .where('ordinal', '=', ordinal)
    .execute()
}

const scrubImages = async (
  db: Db,
  workspaceId: string,
  change: ChangeRow,
  finding: Scrubbing,
): Promise<void> => {
  const { table_name: table, person_id: personId } = change
  if (!isTexted(table)) return
  const needles = needlesAbout(personId ?? '', finding)
  const without = (image: string | null): string | null => {
    if (image === null) return null
    const cells: Cells = JSON.parse(image)
    const next = scrubbed(table, cells, needles)
    return next === null ? image : JSON.stringify({ ...cells, ...next })
  }
  const images = { row_before: without(change.row_before), row_after: without(change.row_after) }
  await changeImages(db, workspaceId, change, images)
}
