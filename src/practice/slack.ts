import { faceOf, type PracticeSlack } from './face.js'
import { newApp } from './installing/slack-app.js'
import { readManifest } from './manifest.js'
import { Premises } from './premises.js'

export type { PracticeSlack } from './face.js'

export interface PracticeSlackOptions {
  /** A parsed manifest, or the path of one (YAML or JSON). It is enforced: what it does not declare is not there. */
  manifest: object | string
  /** 0, the default, takes a free one. Always on 127.0.0.1. */
  port?: number
  /** Epoch milliseconds, for message stamps and for the age of triggers and response_urls; `Date.now` by default. */
  now?: () => number
  /** Real milliseconds the bot has to acknowledge; 3,000 as in Slack. */
  ackTimeoutMs?: number
  /** Real milliseconds before each redelivery of an event; [0, 60000, 300000] as in Slack. See `redeliverNow`. */
  retryDelaysMs?: readonly number[]
  /** Enforces one posted message a second for each channel, in real time; off by default. */
  onePostASecond?: boolean
}

/** Starts one with a single workspace, where the app is installed. Rejects when the manifest cannot be read or the port is taken. */
export async function startPracticeSlack(options: PracticeSlackOptions): Promise<PracticeSlack> {
  const app = newApp(readManifest(options.manifest), { rotates: false })
  const premises = new Premises(app, options)
  const names = {
    teamId: 'T0PRACTICE',
    teamDomain: 'practice',
    botUserId: 'U0PERSONBOT',
    botId: 'B0PERSONBOT',
  }
  const room = premises.open(names, { count: premises.countEverywhere })
  const installation = premises.installations.install({
    id: names.teamId,
    isOrgWide: false,
    botUserId: names.botUserId,
    installerId: names.botUserId,
    scopes: app.manifest.botScopes,
  })
  premises.tokens.issue(installation)
  await premises.server.start()
  return faceOf(premises, room)
}
