import { Changes } from '../../practice/changes.js'
import { SlackClock } from '../../practice/clock.js'
import { Sockets } from '../../practice/delivery/sockets.js'
import { Triggers } from '../../practice/delivery/triggers.js'
import type { Json } from '../../practice/json.js'
import type { Manifest } from '../../practice/manifest.js'
import { Recorder } from '../../practice/record.js'
import { type Answer, MethodCaller } from '../../practice/web-api/caller.js'
import { PostingPace } from '../../practice/web-api/posting-pace.js'
import type { Announcement } from '../../practice/world/announcement.js'
import { Files } from '../../practice/world/files.js'
import { People } from '../../practice/world/people.js'
import { Places } from '../../practice/world/places.js'
import { Posts } from '../../practice/world/posts.js'
import { StepRuns } from '../../practice/world/step-runs.js'
import { Views } from '../../practice/world/views.js'
import { Workspace } from '../../practice/world/workspace.js'
import type { Identity } from '../../slack/connection/identity.js'

/** Where the bot believes Slack to be; nothing listens there. */
export const apiUrl = 'https://slack.simulation.example/api/'
const longestAnswerMs = 3_000

/** The practice workspace without a network: its world and its Web API, called in this process. */
export class SlackWorld {
  readonly workspace: Workspace
  readonly people: People
  readonly places: Places
  readonly posts: Posts
  readonly me: Identity
  readonly botToken: string
  /** Told of everything that an app might hear. */
  onAnnounced: (announcement: Announcement) => void = () => {}
  readonly #caller: MethodCaller
  #calls = 0

  constructor(teamId: string, manifest: Manifest, now: () => number) {
    const clock = new SlackClock(now)
    const changes = new Changes()
    const record = new Recorder(clock, changes)
    this.botToken = `xoxb-${teamId}`
    this.me = {
      workspaceId: teamId,
      enterpriseId: null,
      botUserId: `U${teamId}BOT`,
      botId: `B${teamId}BOT`,
    }
    const identity = {
      teamId,
      teamDomain: teamId.toLowerCase(),
      appId: 'A0SIMULATION',
      botUserId: this.me.botUserId,
      botId: this.me.botId,
      botToken: this.botToken,
      appToken: `xapp-${teamId}`,
      signingSecret: 'unused',
    }
    this.workspace = new Workspace({ identity, manifest, clock, changes, record })
    const announce = (announcement: Announcement) => this.onAnnounced(announcement)
    this.posts = new Posts(this.workspace, announce)
    this.places = new Places(this.workspace, announce)
    this.people = new People(this.workspace, announce)
    this.people.add({ id: this.me.botUserId, name: manifest.botName, standing: 'bot' })
    this.#caller = new MethodCaller({
      workspace: this.workspace,
      places: this.places,
      posts: this.posts,
      views: new Views(this.workspace),
      files: new Files(this.workspace),
      stepRuns: new StepRuns(this.workspace),
      triggers: new Triggers(this.workspace),
      sockets: new Sockets(this.workspace, longestAnswerMs),
      pace: new PostingPace(false),
      origin: () => 'https://slack.simulation.example',
    })
  }

  /** Carries a call out, as Slack does. */
  call(method: string, values: Json): Answer {
    this.#calls += 1
    const entry = {
      number: this.#calls,
      at: this.workspace.clock.now(),
      direction: 'in' as const,
      kind: 'method' as const,
      name: method,
      body: null,
      faults: [],
    }
    return this.#caller.call(method, this.botToken, values, entry)
  }

  /** What Slack would have refused, and drops it: a year of it would fill the memory. */
  takeProblems(): string[] {
    const { problems } = this.workspace.record
    return problems.splice(0).map(({ message }) => message)
  }
}
