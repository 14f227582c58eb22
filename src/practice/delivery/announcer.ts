import type { Json } from '../json.js'
import type { Announcement } from '../world/announcement.js'
import { enterpriseOf } from '../world/organisation.js'
import type { Standing, Workspace } from '../world/workspace.js'
import type { Carrier } from './carrier.js'
import type { Redelivery } from './redelivery.js'

/** How what is announced gets to the app. */
export interface AnnouncerWays {
  carrier: Carrier
  redelivery: Redelivery
  /** Another workspace of this server. */
  neighbour: (teamId: string) => Workspace | undefined
}

/** The Events API of a workspace: tells the app what it subscribed to, where it may hear it. */
export class Announcer {
  readonly #workspace: Workspace
  readonly #carrier: Carrier
  readonly #redelivery: Redelivery
  readonly #neighbour: (teamId: string) => Workspace | undefined

  constructor(workspace: Workspace, ways: AnnouncerWays) {
    this.#workspace = workspace
    this.#carrier = ways.carrier
    this.#redelivery = ways.redelivery
    this.#neighbour = ways.neighbour
  }

  announce(announcement: Announcement): void {
    const name = String(announcement.event.type)
    const heard = this.#heard(announcement)
    if ('note' in heard) {
      const { record } = this.#workspace
      record.note({ direction: 'withheld', kind: 'event', name, body: announcement.event, note: heard.note })
      if (heard.problem) record.problem('missing_scope', heard.problem)
      return
    }
    const payload = eventPayload(heard.by, heard.standing, announcement)
    void this.#redelivery.deliver({ kind: 'events_api', name, payload })
  }

  /** Whose installation hears of it: of a channel that several share, one alone, and Slack does not say which. */
  #heard(
    announcement: Announcement,
  ): { by: Workspace; standing: Standing } | { note: string; problem?: string } {
    const { subscription, scopes, channel, membersOnly } = announcement
    const manifest = this.#workspace.manifest
    if (!manifest.botEvents.has(subscription))
      return { note: `the manifest does not subscribe to ${subscription}` }
    const around = channel?.sharedBy?.map((teamId) => this.#neighbour(teamId)) ?? [this.#workspace]
    const installed = around.flatMap((by) => {
      const standing = by?.standing()
      return by && standing ? [{ by, standing }] : []
    })
    if (installed.length === 0) return { note: 'the app is not installed in this workspace' }
    const allowed = installed.filter(
      ({ standing }) => scopes.length === 0 || scopes.some((scope) => standing.scopes.has(scope)),
    )
    if (allowed.length === 0) {
      const problem = `${subscription} needs one of the scopes ${scopes.join(', ')}, which the app does not have`
      return { note: problem, problem }
    }
    const present = allowed.find(({ by }) => !(channel && membersOnly) || by.isBotIn(channel))
    if (!present) return { note: 'the bot is not in that place' }
    if (!this.#carrier.hasApp) return { note: 'no app has connected yet' }
    return present
  }
}

/** An event as the Events API carries it to an installation. */
function eventPayload(workspace: Workspace, standing: Standing, { event, channel }: Announcement): Json {
  const { identity } = workspace
  const enterpriseId = enterpriseOf(workspace)?.id ?? null
  return {
    token: 'practice',
    team_id: identity.teamId,
    ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId }),
    context_team_id: identity.teamId,
    context_enterprise_id: enterpriseId,
    api_app_id: identity.appId,
    event,
    type: 'event_callback',
    event_id: workspace.nextUniqueId('Ev'),
    event_time: workspace.clock.seconds(),
    authorizations: [
      {
        enterprise_id: enterpriseId,
        // An installation of the whole organisation names no workspace here.
        team_id: standing.isOrgWide ? null : identity.teamId,
        user_id: identity.botUserId,
        is_bot: true,
        is_enterprise_install: standing.isOrgWide,
      },
    ],
    is_ext_shared_channel: channel?.extShared ?? false,
    event_context: `4-practice-${workspace.nextUniqueNumber()}`,
  }
}
