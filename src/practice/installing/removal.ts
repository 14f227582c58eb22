import type { Redelivery } from '../delivery/redelivery.js'
import type { Json } from '../json.js'
import type { Recorder } from '../record.js'
import type { Installation } from './installations.js'
import type { SlackApp } from './slack-app.js'

/** How the app hears of its removal: Slack promises no order, and no time. */
export interface RemovalNews {
  /** `tokens_revoked` comes first unless told otherwise. */
  isUninstalledFirst?: boolean
  /** Nothing comes before `deliver` is called, as when Slack's queue is behind: it may come after a reinstallation. */
  isHeld?: boolean
}

export interface Held {
  /** Lets the events go; their event_time is that of the removal. */
  deliver: () => void
}

export interface NewsPorts {
  app: SlackApp
  redelivery: Redelivery
  record: Recorder
  eventId: () => string
  /** Epoch seconds. */
  seconds: () => number
  hasApp: () => boolean
}

/** Tells the app what is about an installation, not about what happens in a workspace: without `authorizations`. */
export class InstallationNews {
  readonly #ports: NewsPorts

  constructor(ports: NewsPorts) {
    this.#ports = ports
  }

  removed(installation: Installation, enterpriseId: string | null, how: RemovalNews = {}): Held {
    const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [installation.botUserId] } }
    const events: Json[] = [revoked, { type: 'app_uninstalled' }]
    if (how.isUninstalledFirst) events.reverse()
    const about = installation.isOrgWide
      ? { enterprise_id: installation.id }
      : { team_id: installation.id, ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId }) }
    const payloads = events.map((event) => this.#payload(about, event))
    const deliver = () => {
      for (const payload of payloads.splice(0)) this.#tell(payload)
    }
    if (!how.isHeld) deliver()
    return { deliver }
  }

  /** An admin gave the app workspaces of the organisation, or took them away. */
  access(what: 'granted' | 'revoked', enterpriseId: string, teamIds: readonly string[]): void {
    const event = {
      type: `team_access_${what}`,
      team_ids: [...teamIds],
      event_ts: `${this.#ports.seconds()}.000000`,
    }
    this.#tell({ ...this.#payload({ enterprise_id: enterpriseId }, event), is_enterprise_install: false })
  }

  #payload(about: Json, event: Json): Json & { event: Json } {
    const { app, eventId, seconds } = this.#ports
    return {
      token: 'practice',
      ...about,
      api_app_id: app.appId,
      event,
      type: 'event_callback',
      event_id: eventId(),
      event_time: seconds(),
    }
  }

  #tell(payload: Json & { event: Json }): void {
    const { app, record, redelivery, hasApp } = this.#ports
    const name = String(payload.event.type)
    const isSubscribed = app.manifest.botEvents.has(name)
    if (isSubscribed && hasApp()) return void redelivery.deliver({ kind: 'events_api', name, payload })
    const note = isSubscribed ? 'no app has connected yet' : `the manifest does not subscribe to ${name}`
    record.note({ direction: 'withheld', kind: 'event', name, body: payload.event, note })
  }
}
