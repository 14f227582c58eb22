import { heeded } from './heeding.js'
import { homeTypedIn, isFullMember, seesPerson } from './oracle.js'
import type { Actor } from './sends.js'
import { commands, guesses, lookups, shortcuts } from './surfaces.js'
import type { Planted, World } from './world.js'

/**
 * Every command, about somebody of the hub and somebody of the place. Teammates type in both; to the others every
 * place is as good as any.
 */
export const triesEveryCommand = async (world: World, actor: Actor): Promise<void> => {
  const { team, people, place } = world
  const isTeammate = isFullMember(team.slack, actor.userId)
  for (const channelId of isTeammate ? [team.customers, place] : [place]) {
    for (const person of isTeammate ? [people.hub, people.place] : [people.place])
      await types(world, actor, channelId, person)
    for (const guess of guesses) await says(world, actor, channelId, guess)
  }
}

const says = async (world: World, actor: Actor, channelId: string, line: string): Promise<string> => {
  const answer = await world.sends.command(actor, channelId, line)
  world.audit.shown(actor.userId, answer, `/person ${line}`)
  return answer
}

const types = async (world: World, actor: Actor, channelId: string, person: Planted): Promise<void> => {
  const { team, people, ledger } = world
  const { userId } = actor
  const isTeammate = isFullMember(team.slack, userId)
  const home = homeTypedIn(team.slack, channelId, userId)
  const other = person === people.hub ? people.place.given : people.hub.given
  const said = { who: person.given, other, ben: team.ben, hub: team.customers }
  for (const [verb, line] of Object.entries(commands)) {
    // What teammates do here they take back at once: another undo would take back what was there before.
    if (verb === 'undo' && isTeammate) continue
    const key = verb === 'add' ? `added ${ledger.pieces.size}` : person.key
    if (verb === 'add' && isTeammate) ledger.people.set(key, { home, by: userId, ownerId: userId })
    const about = ledger.people.get(key)
    const isSeen = about !== undefined && seesPerson(team.slack, userId, about)
    // New words each time: known of the person where they are typed, if whoever types them may know them.
    const fresh = () => ledger.plant(`what ${actor.label} typed`, isSeen ? key : 'nobody', home, userId)
    const typed = line({ ...said, fresh })
    const answer = await heeded(world, [verb, key, userId], () => says(world, actor, channelId, typed))
    if (answer.includes('"action_id":"undo"')) await says(world, actor, channelId, 'undo')
  }
}

/** Every select that looks people up. */
export const looksUp = async (world: World, actor: Actor): Promise<void> => {
  const { sends, audit, people, place, team } = world
  for (const actionId of lookups)
    for (const channelId of [team.customers, place])
      for (const query of ['', 'zq', people.place.given]) {
        const offered = await sends.lookup(actor, channelId, actionId, 'x', query)
        audit.shown(actor.userId, offered, `looking up ${query} in ${actionId}`)
      }
}

/** Mentions, DMs, and shortcuts on what somebody wrote. */
export const talks = async (world: World, actor: Actor): Promise<void> => {
  const { sends, team, people, audit, place, ledger } = world
  const { userId, teamId } = actor
  const from = { user: userId, user_team: teamId, team: teamId }
  let ts = Date.now() / 1000
  for (const line of [`show ${people.place.given}`, 'find zq', `note ${people.place.given} x`]) {
    ledger.typedBy(userId, line)
    ts += 1
    const message = { ...from, ts: `${ts}` }
    const direct = { type: 'message', channel_type: 'im', channel: directOf(world, userId) }
    await sends.event({ ...direct, ...message, text: line })
    const text = `<@${team.slack.botUserId}> ${line}`
    for (const channel of [team.customers, place])
      await sends.event({ type: 'app_mention', channel, ...message, text })
  }
  const text = `A call, ${addressOf(world, 'place')}`
  for (const [id, isOnMessage] of Object.entries(shortcuts))
    for (const channelId of [team.customers, place]) {
      const on = isOnMessage ? { channelId, ts: `${ts}`, text, user: userId } : null
      audit.shown(userId, await sends.shortcut(actor, id, on), id)
    }
}

/** Somebody's DM with the bot; of whom Slack knows nothing, one that is not there. */
export const directOf = ({ team }: World, userId: string): string => {
  const { people, places } = team.slack
  return people.all().some(({ id }) => id === userId) ? places.dm(userId).id : 'D0NOWHERE'
}

/** The address by which a message names somebody; whoever reads the message reads it. */
export const addressOf = ({ ledger }: World, key: string): string => {
  const word = [...ledger.pieces.values()].find(({ label }) => label === `the address of ${key}`)?.word ?? ''
  ledger.spoken.add(word)
  return `${word}@x.example`
}
