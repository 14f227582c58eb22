import type { Identity } from '../connection/identity.js'

/** What a payload says of where its actor belongs. */
export type Claims = {
  readonly teams: readonly (string | null | undefined)[]
  readonly enterpriseId?: string | null | undefined
}

/**
 * The team of whoever acts, by their own account: another one than ours is believed, ours is looked up. In an
 * organisation of several workspaces a member of ours may belong to any of them, and Slack's directory alone decides.
 */
export const teamOf = (me: Identity, { teams, enterpriseId }: Claims): string => {
  if (me.enterpriseId !== null)
    return enterpriseId == null || enterpriseId === me.enterpriseId ? me.workspaceId : enterpriseId
  return teams.find((team) => team != null && team !== me.workspaceId) ?? me.workspaceId
}
