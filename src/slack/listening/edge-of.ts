import { z } from 'zod'
import type { EventEdge } from './events.js'

/** What hears the workspace that a delivery is for; null where the app is not installed, or not any more. */
export type EdgeOf = (body: unknown) => Promise<EventEdge | null>

/** True for what Slack tells of an installation itself, which is dealt with by then; such events are for no workspace. */
export type HearsOfInstallations = (body: unknown) => Promise<boolean>

const id = z
  .string()
  .min(1)
  .nullish()
  .transform((value) => value ?? null)
  .catch(null)
const team = z
  .object({ id })
  .nullish()
  .transform((value) => value?.id ?? null)
  .catch(null)
const installed = z.object({ team_id: id, enterprise_id: id })

const named = z.object({
  team_id: id,
  enterprise_id: id,
  authorizations: z.array(installed).catch([]),
  team,
  enterprise: team,
  user: z.object({ team_id: id }).catch({ team_id: null }),
  view: z.object({ app_installed_team_id: id }).catch({ app_installed_team_id: null }),
})

/**
 * The ids of workspaces, and last of organisations, that a delivery may be for; the likeliest first. An event names the
 * installation that hears it. What is pressed names the workspace of the app, what is handed in that of whoever does.
 */
export const installationsNamedIn = (body: unknown): readonly string[] => {
  const read = named.safeParse(body)
  if (!read.success) return []
  const { authorizations, team_id, enterprise_id, team, enterprise, user, view } = read.data
  const teams =
    authorizations.length > 0
      ? authorizations.map((each) => each.team_id ?? team_id)
      : [view.app_installed_team_id, team_id, team, user.team_id]
  const organisations = [...authorizations.map((each) => each.enterprise_id), enterprise_id, enterprise]
  return [...new Set([...teams, ...organisations].filter((each) => each !== null))]
}
