import { z } from 'zod'
import { dataFile, readDataFile } from '../content/data-file.js'
import type { PracticeSlack } from './slack.js'

const practicePeople = z.object({
  team: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kind: z.enum(['member', 'guest', 'outsider']),
      admin: z.boolean(),
      zone: z.string(),
      organisation: z.string().optional(),
    }),
  ),
  channels: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['public', 'private', 'shared']),
      bot: z.boolean(),
      members: z.array(z.string()),
      topic: z.string(),
    }),
  ),
  lines: z.array(z.object({ daysAgo: z.number(), by: z.string(), in: z.string(), text: z.string() })),
  talk: z.array(
    z.object({
      minutesAgo: z.number(),
      by: z.string(),
      in: z.string(),
      text: z.string(),
      replyTo: z.string().optional(),
      reactions: z.record(z.string(), z.array(z.string())).optional(),
    }),
  ),
})
type PracticePeople = z.infer<typeof practicePeople>

export const loadPracticePeople = (): PracticePeople =>
  readDataFile(dataFile('practice-people.json'), practicePeople)

/** Ids by the keys and names of the file. */
export type Peopled = {
  readonly users: ReadonlyMap<string, string>
  readonly channels: ReadonlyMap<string, string>
}

/** Puts the team and its channels into an empty workspace. */
export const peopleWorkspace = (slack: PracticeSlack, { team, channels }: PracticePeople): Peopled => {
  const users = new Map<string, string>()
  for (const { key, name, kind, admin, zone, organisation } of team) {
    const standing = kind === 'member' && admin ? 'admin' : kind
    const home = organisation === undefined ? {} : { teamId: 'T0PARTNER', organisation }
    users.set(key, slack.people.add({ name: key, realName: name, standing, tz: zone, ...home }).id)
  }
  const places = new Map<string, string>()
  for (const { name, kind, bot, members, topic } of channels) {
    const ids = members.map((key) => users.get(key) ?? '')
    const where = kind === 'private' ? 'private' : 'public'
    const place = {
      name,
      topic,
      kind: where,
      members: ids,
      withBot: bot,
      extShared: kind === 'shared',
    } as const
    places.set(name, slack.places.add(place).id)
  }
  return { users, channels: places }
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/**
 * Lets the team type what it has learnt over the last months, each line on its day, in the evening, when no digest
 * is due; and then say what was said today. The bot's answers to the typed lines are long read: they are cleared away.
 */
export const typeHistory = async (
  slack: PracticeSlack,
  { users, channels }: Peopled,
  { lines, talk }: PracticePeople,
  evening: Date,
  setClock: (at: Date) => Promise<void>,
): Promise<void> => {
  const ago = (ms: number) => setClock(new Date(evening.getTime() - ms))
  for (const { daysAgo, by, in: channel, text } of lines) {
    await ago(daysAgo * dayMs)
    const run = await slack.as(users.get(by) ?? '').command(channels.get(channel) ?? '', `/person ${text}`)
    await run.answer()
  }
  await slack.idle()
  for (const { messages } of slack.places.all())
    for (const [ts, { ephemeralTo }] of [...messages]) if (ephemeralTo !== undefined) messages.delete(ts)
  const said = new Map<string, string>()
  for (const { minutesAgo, by, in: channel, text, replyTo, reactions = {} } of talk) {
    await ago(minutesAgo * minuteMs)
    const place = channels.get(channel) ?? ''
    const threadTs = replyTo === undefined ? undefined : said.get(replyTo)
    const { ts } = await slack.as(users.get(by) ?? '').say(place, text, threadTs ? { threadTs } : {})
    said.set(text, ts)
    for (const [emoji, keys] of Object.entries(reactions))
      for (const key of keys) await slack.as(users.get(key) ?? '').react(place, ts, emoji)
  }
  await slack.idle()
  await setClock(evening)
}
