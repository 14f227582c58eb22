import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ChangeRow, Db } from './tables.js'

/** As many changes as are looked at before the process may turn to something else. */
const atOnce = 1_000

/** Page by page, so that a long journal neither fills the memory nor holds the process up. */
export async function* everyChange(db: Db, workspaceId: string): AsyncGenerator<ChangeRow> {
  for (let [seq, ordinal] = [-1, -1]; ; ) {
    const page = await db
      .selectFrom('changes')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where(sql<boolean>`(act_seq, ordinal) > (${seq}, ${ordinal})`)
      .orderBy('act_seq')
      .orderBy('ordinal')
      .limit(atOnce)
      .execute()
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < atOnce) return
    ;[seq, ordinal] = [last.act_seq, last.ordinal]
    await turn()
  }
}

/** Writes how a row was before and after an act, where that differs from what the journal has. */
export const changeImages = async (
  db: Db,
  workspaceId: string,
  change: ChangeRow,
  images: Pick<ChangeRow, 'row_before' | 'row_after'>,
): Promise<void> => {
  if (images.row_before === change.row_before && images.row_after === change.row_after) return
  await db
    .updateTable('changes')
    .set(images)
    .where('workspace_id', '=', workspaceId)
    .where('act_seq', '=', change.act_seq)
    .where('ordinal', '=', change.ordinal)
    .execute()
}
