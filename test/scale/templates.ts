import { Random } from '../../src/simulation/random.js'
import { type Bot, startBot } from './bot.js'
import { PlayedClock } from './played-clock.js'
import { SlackStandIn } from './slack-stand-in.js'
import { bot, botUser, channels, teammates, templateId, toldOf, zones } from './town.js'

/** The evening on which all was typed, a Sunday; the week that is played begins with the day after. */
const typedOn = '2026-11-29'
export const weekBegins = Date.parse('2026-11-30T00:00:00Z')

/**
 * A workspace of each kind, in which all was typed by teammates, line by line: the rows of all others are copied from these,
 * and agree with each other as these do.
 */
export const typeTemplates = async (options: {
  readonly databaseUrl: string
  readonly people: number
  readonly seed: number
  readonly onKnown: (people: number) => void
}): Promise<void> => {
  const { databaseUrl, people, seed, onKnown } = options
  const clock = new PlayedClock(Date.parse(`${typedOn}T18:00:00Z`))
  const slack = new SlackStandIn({ now: () => clock.now(), nth: 9, answerMs: 0, onPosted: () => {} })
  globalThis.fetch = slack.fetch
  const faults: string[] = []
  const all = await startBot({ databaseUrl, connections: 8, clock, onTrouble: (line) => faults.push(line) })
  try {
    await Promise.all(
      zones.map(async (_, kind) => {
        const id = templateId(kind)
        await all.store.installations.keep(installOf(id), '2026-01-05T10:00:00.000Z')
        await typeAll(all, id, people, new Random(seed * 100 + kind), onKnown)
      }),
    )
  } finally {
    await all.stop()
  }
  if (faults.length > 0) throw new Error(`What was typed was not all taken: ${faults[0]}`)
}

const installOf = (id: string) => ({
  id,
  enterpriseId: null,
  isOrg: false,
  appId: 'A0SCALE',
  name: `Team ${id}`,
  botUserId: botUser,
  botId: bot,
  scopes: ['chat:write', 'commands', 'users:read', 'channels:read', 'channels:history', 'im:write'],
  installerId: teammates[0] ?? '',
  token: `xoxb-${id}`,
  refreshToken: null,
  expiresAt: null,
})

const typeAll = async (
  all: Bot,
  id: string,
  people: number,
  random: Random,
  onKnown: (people: number) => void,
): Promise<void> => {
  const { listeners } = await all.at(id)
  let nth = 0
  for (let n = 0; n < people; n++) {
    const from = { userId: random.pick(teammates), channelId: random.pick(channels) }
    for (const text of toldOf(n, typedOn, random)) {
      const delivery = `${id}.${++nth}`
      const place = { ...from, workspaceId: id, teamId: id, threadTs: null, delivery, triggerId: delivery }
      const answer = await listeners.typed({ ...place, by: 'command', text })
      if (answer.kind !== 'reply' || !isDone(JSON.stringify(answer)))
        throw new Error(`${text}: ${JSON.stringify(answer)}`)
    }
    onKnown(1)
  }
}

/** What is refused or asked about begins like this; whatever is done can be undone. */
const isDone = (answer: string): boolean => /undo/i.test(answer)
