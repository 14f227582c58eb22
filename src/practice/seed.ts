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
  for (const { key, name, kind, admin, zone } of team) {
    const standing = kind === 'member' && admin ? 'admin' : kind
    const organisation = kind === 'outsider' ? { teamId: 'T0PARTNER' } : {}
    users.set(key, slack.people.add({ name: key, realName: name, standing, tz: zone, ...organisation }).id)
  }
  const places = new Map<string, string>()
  for (const { name, kind, bot, members } of channels) {
    const ids = members.map((key) => users.get(key) ?? '')
    const where = kind === 'private' ? 'private' : 'public'
    const place = { name, kind: where, members: ids, withBot: bot, extShared: kind === 'shared' } as const
    places.set(name, slack.places.add(place).id)
  }
  return { users, channels: places }
}

const dayMs = 86_400_000

/**
 * Lets the team type what it has learnt over the last months, each line on its day, in the evening, when no digest
 * is due. `setClock` takes the day's instant.
 */
export const typeHistory = async (
  slack: PracticeSlack,
  { users, channels }: Peopled,
  { lines }: PracticePeople,
  evening: Date,
  setClock: (at: Date) => void,
): Promise<void> => {
  for (const { daysAgo, by, in: channel, text } of lines) {
    setClock(new Date(evening.getTime() - daysAgo * dayMs))
    const run = await slack.as(users.get(by) ?? '').command(channels.get(channel) ?? '', `/person ${text}`)
    await run.answer()
  }
  setClock(evening)
}
