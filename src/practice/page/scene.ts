import type { PracticeSlack } from '../slack.js'
import { isFullMember, type User } from '../world/user.js'
import { placesOf } from './scene-places.js'
import { shownMessage, shownView } from './scene-shown.js'
import type { Stage } from './stage.js'
import type { Abilities, BotState, Person, Scene } from './wire.js'

/** Problems are looked at one after the other; older ones stand in the terminal of whoever writes the bot. */
const mostProblems = 50

/** All that the page shows to one user in one place, each by id or, in an address, by name. Throws when there is nobody. */
export function scene(stage: Stage, userId: string, channelId: string): Scene {
  const { slack, equipment } = stage
  const users = slack.people.all().filter((user) => !user.deleted)
  const selves = users.filter((user) => user.standing !== 'bot')
  const me = selves.find(({ id, name }) => id === userId || name === userId) ?? selves[0]
  if (!me) throw new Error('There is nobody here yet')
  // Everybody of the workspace can talk to the bot, before anything has been said.
  if (me.standing !== 'outsider') slack.places.dm(me.id)
  const places = placesOf(slack, me)
  const here = places.find(({ id, name }) => id === channelId || name === channelId) ?? places[0]
  const actor = slack.as(me.id)
  const home = actor.home
  const modal = actor.modal
  return {
    era: stage.era,
    workspace: slack.manifest.appName,
    me: person(me),
    selves: selves.map(person),
    people: users.map(person),
    places,
    here: here?.id ?? '',
    messages: here ? actor.sees(here.id).map((message) => shownMessage(slack, actor, message)) : [],
    ...(modal ? { modal: shownView(slack, actor, modal) } : {}),
    ...(home ? { home: shownView(slack, actor, home) } : {}),
    bot: botState(stage),
    clock: {
      now: equipment.clock.now().toISOString(),
      zone: equipment.clock.zone ?? 'UTC',
      isMoving: stage.isClockMoving,
    },
    next: nextFor(stage, new Set(places.map(({ id }) => id))),
    abilities: abilities(stage, isFullMember(me)),
    switches: stage.trouble.state,
    problems: slack.problems.slice(-mostProblems),
  }
}

function person({ id, realName, name, standing, organisation, tz }: User): Person {
  const shown = { id, name: realName, handle: name, zone: tz ?? 'UTC' }
  if (standing === 'outsider' || standing === 'bot')
    return { ...shown, standing, ...(organisation ? { organisation } : {}) }
  return { ...shown, standing: standing.includes('guest') ? 'guest' : 'teammate' }
}

function botState({ slack, equipment: { bot } }: Stage): BotState {
  const isConnected = slack.isConnected
  const isStopped = bot !== undefined && !bot.state.isRunning
  return {
    id: slack.botUserId,
    name: slack.manifest.botName,
    standing: isStopped ? 'stopped' : isConnected ? 'connected' : 'connecting',
    trouble: bot?.state.trouble ?? '',
    log: bot?.state.log ?? [],
    isOurs: bot !== undefined,
  }
}

/** Nobody learns from the page what they may not see in Slack. */
function nextFor({ forethought: { state } }: Stage, visible: ReadonlySet<string>): Scene['next'] {
  if (state.kind !== 'known') return state
  return { kind: 'known', items: state.items.filter(({ channelId }) => visible.has(channelId)) }
}

function abilities({ slack, equipment }: Stage, isTeammate: boolean): Abilities {
  return {
    ...declared(slack),
    verbs: [...(equipment.verbs ?? [])],
    meaningful: [...(equipment.meaningful ?? [])],
    samples: (equipment.samples ?? []).map(({ name }) => name),
    canStartAgain: equipment.startAgain !== undefined,
    guide: isTeammate ? [...(equipment.guide ?? [])] : [],
  }
}

function declared({ manifest }: PracticeSlack) {
  return {
    commands: [...manifest.commands].map(([name, { about, usage }]) => ({ name, about, usage })),
    shortcuts: [...manifest.shortcuts].map(([callbackId, on]) => ({
      callbackId,
      name: manifest.shortcutNames.get(callbackId) ?? callbackId,
      on,
    })),
    hasHome: manifest.homeTab,
    hearsFiles: manifest.botEvents.has('file_shared') || manifest.botScopes.has('files:read'),
  }
}
