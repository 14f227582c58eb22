import type { Premises } from './premises.js'
import type { Room } from './room.js'
import { counter } from './world/workspace.js'

/** What is needed to open a workspace. */
export interface WorkspaceDraft {
  /** T…. */
  teamId: string
  /** Made from the id when left out. */
  domain?: string
  /** The organisation that it belongs to, opened before. */
  enterpriseId?: string
  /** The bot's user and id, the same in every workspace unless told otherwise. */
  botUserId?: string
  botId?: string
  /** Members ask an admin before they install an app. */
  needsApproval?: boolean
}

export interface OrganisationDraft {
  /** E…. */
  enterpriseId: string
  name?: string
}

/** Opens a workspace. Throws for an id that is taken, and for an organisation that is not there. */
export function openWorkspace(premises: Premises, draft: WorkspaceDraft): Room {
  const { teamId, enterpriseId, needsApproval = false } = draft
  const organisation = enterpriseId === undefined ? undefined : premises.orgs.get(enterpriseId)
  if (enterpriseId !== undefined && !organisation) throw new Error(`There is no organisation ${enterpriseId}`)
  const names = {
    teamId,
    teamDomain: draft.domain ?? teamId.toLowerCase(),
    botUserId: draft.botUserId ?? 'U0PERSONBOT',
    botId: draft.botId ?? 'B0PERSONBOT',
  }
  const room = premises.open(names, organisation ? { organisation } : {})
  room.needsApproval = needsApproval
  return room
}

/** Opens an organisation: its workspaces count together, since their people and places have no id twice. */
export function openOrganisation(
  premises: Premises,
  { enterpriseId, name = enterpriseId }: OrganisationDraft,
): void {
  if (premises.orgs.has(enterpriseId)) throw new Error(`There is an organisation ${enterpriseId} already`)
  premises.orgs.set(enterpriseId, {
    id: enterpriseId,
    name,
    count: counter(),
    teamsOf: (userId) =>
      [...premises.rooms.values()]
        .filter(({ workspace }) => workspace.organisation?.id === enterpriseId)
        .filter(({ workspace: { users, identity } }) => users.get(userId)?.teamId === identity.teamId)
        .map(({ workspace }) => workspace.identity.teamId),
  })
}
