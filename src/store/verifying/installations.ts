import type { Db } from '../tables.js'
import type { Finding } from './finding.js'

/**
 * Looks whether installations are whole, their tokens open, and what organisations grant is granted by somebody; answers how
 * many installations there are.
 */
export const wholeInstallations = async (db: Db, find: (finding: Finding) => void): Promise<number> => {
  const rows = await db.selectFrom('installations').selectAll().orderBy('workspace_id').execute()
  for (const row of rows) {
    const id = row.workspace_id
    const says = (what: string): void =>
      find({ check: 'installations', table: 'installations', id, says: `of ${id}: ${what}` })
    if ([row.token, row.app_id, row.bot_user_id, row.bot_id].includes(''))
      says('half stored; add the app to Slack there once more')
    if ((row.refresh_token === null) !== (row.token_expires_at === null))
      says('half of a pair of tokens; add the app to Slack there once more')
    if (row.state === 'silent' && row.erase_at === null) says('silent, and never to be erased')
    if (row.state === 'active' && row.erase_at !== null) says('active, and to be erased')
    if ((row.is_org === 1) !== (row.workspace_id === row.enterprise_id))
      says('not under the id of what added it')
  }
  const known = new Set(rows.map(({ workspace_id: id }) => id))
  const granted = await db.selectFrom('granted_workspaces').selectAll().execute()
  for (const { workspace_id: id, enterprise_id: org, revoked_at: at, erase_at: eraseAt } of granted) {
    const says = (what: string): void =>
      find({ check: 'installations', table: 'granted_workspaces', id, says: `of ${id}: ${what}` })
    if (!known.has(org)) says('granted by an organisation that is not there')
    if ((at === null) !== (eraseAt === null)) says('neither granted nor taken back')
  }
  return rows.length
}
