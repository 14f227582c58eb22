import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Who added the bot to Slack: workspaces by themselves, or an organisation for those of its workspaces that it grants. What
 * an organisation installed stands in its own name (E...), since its tokens are its own. A workspace that is taken away is
 * silent until `erase_at`; what is half erased says so, so that nothing serves it and whoever comes next goes on with it.
 */
export const installations =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table installations (
      workspace_id ${text} not null primary key,
      enterprise_id ${text},
      is_org integer not null,
      app_id ${text} not null,
      name ${text} not null,
      bot_user_id ${text} not null,
      bot_id ${text} not null,
      scopes ${text} not null,
      installer_id ${text} not null,
      installed_at ${text} not null,
      token ${text} not null,
      refresh_token ${text},
      token_expires_at ${text},
      generation integer not null,
      refreshing_until ${text},
      state ${text} not null,
      since_at ${text} not null,
      why ${text},
      erase_at ${text}
    )`.execute(db)
    // Tokens are looked for before they expire, at every beat.
    await sql`create index installations_by_expiry on installations (token_expires_at)
      where state = 'active' and token_expires_at is not null`.execute(db)
    await sql`create index installations_to_erase on installations (erase_at)
      where erase_at is not null`.execute(db)
    await sql`create table granted_workspaces (
      workspace_id ${text} not null,
      enterprise_id ${text} not null,
      granted_at ${text} not null,
      revoked_at ${text},
      erase_at ${text},
      primary key (workspace_id, enterprise_id)
    )`.execute(db)
    await sql`create index granted_workspaces_of_org on granted_workspaces (enterprise_id, workspace_id)`.execute(
      db,
    )
    await sql`create index granted_workspaces_to_erase on granted_workspaces (erase_at)
      where erase_at is not null`.execute(db)
    await sql`create table erasures (
      workspace_id ${text} not null primary key,
      begun_at ${text} not null
    )`.execute(db)
    // A state is signed; only that it was used is kept, and only until it would have expired.
    await sql`create table install_states (
      hash ${text} not null primary key,
      expires_at ${text} not null
    )`.execute(db)
    await sql`create index install_states_by_expiry on install_states (expires_at)`.execute(db)
  }
