import type { Answers, Owed } from '../../app/ports/answering.js'
import type { Heard } from '../../app/ports/heard.js'
import type { OpenHomes } from '../../app/ports/open-homes.js'
import type { Clock, Directory } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import type { Meter } from '../../metering.js'
import type { Listeners } from '../listeners.js'
import type { Patience } from '../listening/edge.js'
import type { EventEdge } from '../listening/events.js'
import { Forms } from '../listening/forms-of-slack.js'
import { Homes } from '../listening/homes.js'
import { Recent } from '../listening/recent.js'
import { type OnPosting, Replies, type RetryGaps } from '../listening/replies.js'
import { Seal } from '../listening/seal.js'
import { StepEnds } from '../listening/step-ends.js'
import type { Forgetting } from '../listening/workspace-events.js'
import { Rests } from '../pacing/rests.js'
import { mayBeAnsweredAt } from '../slack-address.js'
import { answeringClient, type SlackAccess } from '../web-clients.js'
import type { Identity } from './identity.js'

/** How many deliveries are remembered, to know a repetition: more than Slack sends within its last retry. */
const mostRemembered = 20_000
const mostFormsRemembered = 1_000
const mostGuestsRemembered = 5_000

/** What processes that share a database know of each other. */
export type Among = {
  readonly homes: OpenHomes
  readonly answers: Answers
  readonly owed: Owed
  readonly tell: Heard['tell']
  /** There may be others. */
  readonly isShared: boolean
}

/** What hears one workspace, and answers there. */
export const edgeFor = (options: {
  readonly me: Identity
  readonly access: SlackAccess
  /** Of the app, and the same in every process: forms are sealed with what comes of it. */
  readonly secret: string
  readonly listeners: Listeners
  readonly directory: Pick<Directory, 'user'> & Forgetting
  readonly clock: Clock
  /** What claims are measured by. */
  readonly realClock: Clock
  /** What is known of other processes, and told them. */
  readonly among: Among
  /** Called when Slack has taken the app or its token away. */
  readonly revoked: () => void
  readonly patience: Patience
  readonly replyGaps: RetryGaps
  readonly homeRestMs: number
  readonly log: Log
  readonly meter: Meter
}): EventEdge => {
  const { me, access, secret, listeners, directory, clock, realClock, among, meter } = options
  const { revoked, patience, replyGaps, homeRestMs } = options
  const log = options.log.part('slack')
  const client = answeringClient(access, log, meter)
  const seal = new Seal(secret, me, clock)
  const forms = new Forms(client, seal)
  const toSlack = (url: string): boolean => mayBeAnsweredAt(url, access.apiUrl, me)
  const onPosting: OnPosting = async ({ text, about }) => {
    const told = await listeners.telling(me.workspaceId, text, about)
    return (channelId, ts) => told({ kind: 'message', channelId, ref: ts })
  }
  return {
    me,
    listeners,
    replies: new Replies(client, log, toSlack, replyGaps, onPosting, meter),
    steps: new StepEnds(client, log, replyGaps),
    forms,
    seal,
    homes: new Homes({
      listeners,
      forms,
      openHomes: among.homes,
      realClock,
      workspaceId: me.workspaceId,
      log,
      rests: new Rests(homeRestMs),
    }),
    answers: among.answers,
    owed: among.owed,
    isShared: among.isShared,
    realClock,
    directory,
    forgetting: directory,
    tellOthers: (changed) => among.tell(me.workspaceId, changed),
    underWay: new Map(),
    seen: new Recent(mostRemembered),
    submitted: new Recent(mostFormsRemembered),
    guests: new Recent(mostGuestsRemembered),
    patience,
    revoked,
    log,
  }
}
