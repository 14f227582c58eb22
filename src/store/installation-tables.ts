import type { InstallationState } from '../app/ports/installations.js'
import type { Flag } from './row.js'

/** The rows of who added the bot to Slack. `workspace_id` is T..., or E... for what an organisation installed. */
export type InstallationRow = {
  workspace_id: string
  enterprise_id: string | null
  is_org: Flag
  app_id: string
  name: string
  bot_user_id: string
  bot_id: string
  scopes: string
  installer_id: string
  installed_at: string
  token: string
  refresh_token: string | null
  token_expires_at: string | null
  generation: number
  /** Somebody refreshes the tokens until then, or nobody may before. */
  refreshing_until: string | null
  state: InstallationState
  since_at: string
  why: string | null
  erase_at: string | null
}

/** A workspace that an organisation granted; `erase_at` once it took that back. */
export type GrantedWorkspaceRow = {
  workspace_id: string
  enterprise_id: string
  granted_at: string
  revoked_at: string | null
  erase_at: string | null
}

/** A workspace whose rows are going, in parts. */
export type ErasureRow = { workspace_id: string; begun_at: string }

/** A `state` of an install that was shown once. */
export type InstallStateRow = { hash: string; expires_at: string }
