import type { Installation } from '../installing/installations.js'
import { type Json, textAt } from '../json.js'
import type { Room } from '../room.js'
import type { Call } from './caller.js'
import { refuse } from './refusal.js'

/** These are about the installation, whichever workspaces it was given. */
const needNoPlace = new Set(['auth.test'])

/** With a token of a whole organisation these say nothing of where by anything else. */
const needTeamId = new Set(['bots.info', 'conversations.list', 'users.conversations', 'users.list'])

/**
 * Where a call is carried out: with the token of a workspace, there. With that of an organisation, in the workspace
 * that `team_id` names, else where the channel is, or whatever else the call names.
 */
export function roomOf(
  { isOrgWide }: Installation,
  { name, values }: Call,
  { around, beyond }: { around: readonly Room[]; beyond: readonly Room[] },
): Room {
  const [first] = around
  if (!isOrgWide) return first ?? refuse('account_inactive')
  if (needNoPlace.has(name)) return first ?? beyond[0] ?? refuse('team_access_not_granted')
  const teamId = textAt(values, 'team_id')
  if (teamId !== undefined && teamId !== '')
    return (
      around.find(({ workspace }) => workspace.identity.teamId === teamId) ??
      refuse('team_access_not_granted')
    )
  if (needTeamId.has(name)) refuse('missing_argument', { response_metadata: { messages: ['team_id'] } })
  const found = around.find((room) => knows(room, values))
  if (!found && beyond.some((room) => hasChannel(room, values))) refuse('team_access_not_granted')
  return found ?? first ?? refuse('team_access_not_granted')
}

function hasChannel({ workspace }: Room, values: Json): boolean {
  return ['channel', 'channel_id'].some((key) => workspace.channels.has(textAt(values, key) ?? ''))
}

function knows(room: Room, values: Json): boolean {
  const { workspace, actorParts } = room
  const named = (...keys: string[]) => keys.map((key) => textAt(values, key)).filter((id) => id !== undefined)
  return (
    hasChannel(room, values) ||
    named('channel', 'user', 'user_id', 'users').some((id) => workspace.users.has(id)) ||
    named('file').some((id) => workspace.files.has(id)) ||
    named('view_id', 'external_id').some((id) => actorParts.views.find(id) !== undefined) ||
    named('function_execution_id').some((id) => actorParts.stepRuns.get(id) !== undefined) ||
    named('trigger_id').some((id) => actorParts.triggers.knows(id))
  )
}
