import type { Announcement } from '../world/announcement.js'
import type { Workspace } from '../world/workspace.js'
import type { Carrier } from './carrier.js'
import type { Parcel } from './parcel.js'
import { Redelivery } from './redelivery.js'

/** The Events API: tells the app what it subscribed to, where it may hear it, and again when it does not answer. */
export class Announcer {
  readonly redelivery: Redelivery
  readonly #workspace: Workspace
  readonly #carrier: Carrier

  constructor(workspace: Workspace, carrier: Carrier, retryDelaysMs: readonly number[]) {
    this.#workspace = workspace
    this.#carrier = carrier
    this.redelivery = new Redelivery(carrier, retryDelaysMs)
  }

  announce(announcement: Announcement): void {
    const { record, identity } = this.#workspace
    const name = String(announcement.event.type)
    const refused = this.#whyNot(announcement)
    if (refused) {
      record.note({
        direction: 'withheld',
        kind: 'event',
        name,
        body: announcement.event,
        note: refused.note,
      })
      if (refused.problem) record.problem('missing_scope', refused.problem)
      return
    }
    const parcel: Parcel = {
      kind: 'events_api',
      name,
      payload: {
        token: 'practice',
        team_id: identity.teamId,
        context_team_id: identity.teamId,
        context_enterprise_id: null,
        api_app_id: identity.appId,
        event: announcement.event,
        type: 'event_callback',
        event_id: this.#workspace.nextId('Ev'),
        event_time: this.#workspace.clock.seconds(),
        authorizations: [
          {
            enterprise_id: null,
            team_id: identity.teamId,
            user_id: identity.botUserId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: announcement.channel?.extShared ?? false,
        event_context: `4-practice-${this.#workspace.nextNumber()}`,
      },
    }
    void this.redelivery.deliver(parcel)
  }

  #whyNot(announcement: Announcement): { note: string; problem?: string } | undefined {
    const { manifest } = this.#workspace
    const { subscription, scopes, channel, membersOnly } = announcement
    if (!manifest.botEvents.has(subscription))
      return { note: `the manifest does not subscribe to ${subscription}` }
    if (scopes.length > 0 && !scopes.some((scope) => manifest.botScopes.has(scope))) {
      const problem = `${subscription} needs one of the scopes ${scopes.join(', ')}, which the manifest does not ask for`
      return { note: problem, problem }
    }
    if (channel && membersOnly && !this.#workspace.isBotIn(channel))
      return { note: 'the bot is not in that place' }
    if (!this.#carrier.hasApp) return { note: 'no app has connected yet' }
    return undefined
  }
}
