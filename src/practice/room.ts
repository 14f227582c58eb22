import type { ActorParts } from './actors/parts.js'
import { Announcer, type AnnouncerWays } from './delivery/announcer.js'
import { ResponseUrls } from './delivery/response-urls.js'
import type { Sockets } from './delivery/sockets.js'
import { Triggers } from './delivery/triggers.js'
import type { MethodParts } from './web-api/method.js'
import { PostingPace } from './web-api/posting-pace.js'
import type { Announce } from './world/announcement.js'
import { Files } from './world/files.js'
import { People } from './world/people.js'
import { Places } from './world/places.js'
import { Posts } from './world/posts.js'
import { StepRuns } from './world/step-runs.js'
import { Views } from './world/views.js'
import type { Workspace } from './world/workspace.js'

/** A workspace with all that people and the app do things with there. */
export interface Room {
  readonly workspace: Workspace
  readonly people: People
  readonly actorParts: ActorParts
  readonly methodParts: MethodParts
  /** Members ask an admin before they install an app. */
  needsApproval: boolean
}

export interface RoomWays extends AnnouncerWays {
  sockets: Sockets
  origin: () => string
  onePostASecond: boolean
}

/** Furnishes a workspace, with the bot's user and Slackbot in it. */
export function openRoom(workspace: Workspace, ways: RoomWays): Room {
  const { carrier, sockets, origin } = ways
  const { manifest, identity } = workspace
  const announcer = new Announcer(workspace, ways)
  const announce: Announce = (announcement) => announcer.announce(announcement)
  const posts = new Posts(workspace, announce)
  const shared = {
    workspace,
    places: new Places(workspace, announce),
    posts,
    views: new Views(workspace),
    files: new Files(workspace),
    stepRuns: new StepRuns(workspace),
    triggers: new Triggers(workspace),
    origin,
  }
  const people = new People(workspace, announce)
  people.add({ id: identity.botUserId, name: manifest.botName, realName: manifest.appName, standing: 'bot' })
  people.add({ id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', standing: 'bot' })
  return {
    workspace,
    people,
    actorParts: { ...shared, responseUrls: new ResponseUrls(workspace, posts), carrier, announce },
    methodParts: { ...shared, sockets, pace: new PostingPace(ways.onePostASecond) },
    needsApproval: false,
  }
}
