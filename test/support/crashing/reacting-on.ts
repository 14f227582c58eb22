import { setTimeout as pause } from 'node:timers/promises'
import { addSomebody, untilConnected } from './crowd.js'
import type { Deed } from './ledger.js'
import { rowsOf } from './ledger.js'
import type { Known } from './sayings.js'
import { idOf, office, type Teammate, type World } from './world.js'

/** What a reaction leaves behind: the mark, and what the mark is of. */
const marked =
  (token: string, emoji: string, ts: () => string): Deed['look'] =>
  (standing, rows) => {
    const marks = (rows.marks ?? []).filter((mark) => mark.message_ts === ts() && mark.emoji === emoji)
    const entries = [...(rows.notes ?? []), ...(rows.interactions ?? [])]
    const logged = entries.filter(({ id }) => marks.some(({ entry_id }) => entry_id === id))
    const words = standing.in(token, 'notes').length
    if (marks.length === 0 && words === 0) return 'absent'
    if (marks.length === 1 && logged.length === 1) return 'whole'
    return { half: `${marks.length} marks, ${logged.length} of them on something, ${words} notes` }
  }

const emojis = ['ear', 'memo', 'coffee', 'telephone_receiver', 'envelope'] as const

/** Says something about somebody and reacts to it, and sometimes takes the reaction off again. */
const react = async (world: World, mate: Teammate, who: Known, emoji: string): Promise<void> => {
  const token = world.newToken()
  const actor = world.slack.as(idOf(mate))
  const { ts } = await actor.say(office, `${who.name} told me of ${token}`)
  const look = marked(token, emoji, () => ts)
  const deed = world.ledger.begin({ what: `reaction ${emoji} ${ts}`, token, look, isEvent: true })
  const done = await actor.react(office, ts, emoji)
  const told = done.reply({ timeoutMs: 9_000, channelId: office }).then((seen) => {
    deed.said = world.slack.visibleText(seen)
  })
  await Promise.race([told.catch(() => {}), world.died])
}

/** Writes to the bot in their DM. */
const write = async (world: World, mate: Teammate, who: Known): Promise<void> => {
  const token = world.newToken()
  const direct = world.slack.places.dm(idOf(mate)).id
  const deed = world.ledger.begin({
    what: 'message',
    token,
    look: rowsOf(token, { notes: 1, search_entries: 1 }),
    isEvent: true,
  })
  await world.slack.as(idOf(mate)).say(direct, `note ${who.name} ${token} in private`)
  const { messages } = world.slack.places.get(direct)
  const answer = () =>
    [...messages.values()]
      .slice(-20)
      .find(({ userId, text }) => userId === world.slack.botUserId && text.includes(token))
  const told = world.slack.until(answer, { timeoutMs: 9_000 }).then((message) => {
    deed.said = message?.text ?? ''
    if (deed.said.includes('takes it back')) deed.status = 'saved'
  })
  await Promise.race([told.catch(() => {}), world.died])
}

/** Somebody who mostly reacts, or mostly writes, until the world is over. What Slack tells as an event is repeated by it. */
export const reactingOn = async (world: World, mate: Teammate): Promise<void> => {
  const chance = world.chance.another()
  const known: Known[] = []
  while (!world.over) {
    await untilConnected(world)
    if (world.over) return
    const who = known.length < 2 ? await addSomebody({ world, mate, chance, known }) : chance.pick(known)
    if (who !== null && mate === 'dev') await write(world, mate, who)
    else if (who !== null) await react(world, mate, who, chance.pick(emojis))
    await pause(chance.below(60))
  }
}
