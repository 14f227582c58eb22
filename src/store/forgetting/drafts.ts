import { type Needle, names } from '../../domain/mentions.js'
import type { Db } from '../tables.js'

/** Text that waits for a press and may be about them goes too: it would bring them back. */
export const forgetDrafts = async (
  db: Db,
  workspaceId: string,
  { ids, needles }: { readonly ids: readonly string[]; readonly needles: readonly Needle[] },
): Promise<void> => {
  const drafts = db.selectFrom('drafts').select(['id', 'text']).where('workspace_id', '=', workspaceId)
  for (const { id, text } of await drafts.execute()) {
    if (!ids.some((each) => text.includes(each)) && !names(text, needles)) continue
    await db.deleteFrom('drafts').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
  }
}
