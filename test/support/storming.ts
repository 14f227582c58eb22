import type { Run } from '../../src/practice/actors/run.js'
import { isObject } from '../../src/practice/json.js'
import type { Traffic } from '../../src/practice/record.js'
import type { PracticeSlack } from '../../src/practice/slack.js'
import { chanceOf } from './crashing/chance.js'
import { nameOf } from './crashing/sayings.js'
import { newTokens } from './crashing/tokens.js'
import type { BotProcess } from './process-bot.js'
import type { Workspace } from './process-team.js'
import { customers } from './process-team.js'

export type Memory = { readonly heapUsed: number; readonly external: number; readonly rss: number }

/** What a bot that `process-memory.mjs` was loaded into needs after it has let go of all that it can, in bytes. */
export const memoryOf = async (bot: BotProcess): Promise<Memory> => {
  const before = bot.err().split('memory ').length
  bot.kill('SIGUSR2')
  await bot.says(`memory ${before}: {`)
  await bot.says('}', 5_000)
  const line = bot.err().split(`memory ${before}: `)[1]?.split('\n')[0] ?? '{}'
  return JSON.parse(line)
}

/** So many teammates in a channel. */
export const crowdIn = ({ slack }: Workspace, count: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const { id } = slack.people.add({ name: `mate${n}`, realName: `Mate ${n}`, tz: 'Etc/UTC' })
    slack.places.get(customers).members.add(id)
    return id
  })

/** How it went with all that was typed. */
export type Stormed = {
  readonly commands: number
  readonly mentions: number
  /** By how often it was answered: all should stand under 1. */
  readonly answered: Readonly<Record<string, number>>
  /** Answers that say that something was kept, was shown, and that Slack could not be asked. */
  readonly kept: number
  readonly sorry: number
  /** Acknowledged without an answer, which came later by another way. */
  readonly later: number
  /** Said by Slack itself: the bot did not acknowledge in time. */
  readonly failed: number
  /** Milliseconds. */
  readonly slowestAcknowledgement: number
}

type Typed = { readonly token: string; readonly userId: string; readonly run: Run | null }

/** Where Slack goes on refusing the first, the bot takes the second. */
const ways: ReadonlySet<string> = new Set(['chat.postEphemeral', 'chat.postMessage'])

/** How many messages that only one teammate sees the bot has posted with a token in them. Each look reads what is new. */
const ephemeralAnswers = ({ traffic }: PracticeSlack): ((token: string) => number) => {
  const posts = new Map<string, Traffic[]>()
  let read = 0
  return (token) => {
    for (; read < traffic.length; read++) {
      const call = traffic[read]
      if (call === undefined || !ways.has(call.name) || call.direction !== 'in' || !isObject(call.body))
        continue
      const [found = ''] = /zq[0-9a-z]{5}(?= by mention)/.exec(String(call.body.text)) ?? []
      posts.set(found, [...(posts.get(found) ?? []), call])
    }
    return (posts.get(token) ?? []).filter(({ answer }) => isObject(answer) && answer.ok === true).length
  }
}

/** Lets each of them type so many lines, one after the other, most as commands and a few as mentions; awaits all answers. */
export const typeInto = async (
  { slack }: Workspace,
  users: readonly string[],
  each: number,
  newToken: () => string,
): Promise<Stormed> => {
  const typed: Typed[] = []
  const answersIn = ephemeralAnswers(slack)
  const typingOn = async (userId: string, seed: number): Promise<void> => {
    const chance = chanceOf(seed)
    const actor = slack.as(userId)
    for (let n = 0; n < each; n++) {
      const token = newToken()
      const who = nameOf(`zq${String(chance.below(20)).padStart(5, '0')}`)
      if (chance.oneIn(20)) {
        typed.push({ token, userId, run: null })
        await actor.say(customers, `<@${slack.botUserId}> note ${who} ${token} by mention`)
        await slack.until(() => answersIn(token) > 0, { timeoutMs: 240_000, what: `an answer to ${token}` })
        continue
      }
      const line = chance.pick(lines)(who, token)
      const run = await actor.command(customers, `/person ${line}`)
      typed.push({ token, userId, run })
      if (run.error === undefined) await run.answer({ timeoutMs: 240_000 })
    }
  }
  await Promise.all(users.map((userId, seed) => typingOn(userId, seed)))
  await slack.idle({ timeoutMs: 60_000 })
  const runs = typed.flatMap(({ run }) => run ?? [])
  const times = typed.map(({ token, run }) => (run === null ? answersIn(token) : run.answers.length))
  const said = runs.flatMap(({ answers }) => answers.map((answer) => answer.text))
  const answered: Record<string, number> = {}
  for (const count of times) answered[count] = (answered[count] ?? 0) + 1
  return {
    commands: runs.length,
    mentions: typed.length - runs.length,
    answered,
    kept: said.filter((text) => text.includes('takes it back')).length,
    sorry: said.filter((text) => text.includes('Slack did not answer me just now')).length,
    later: runs.filter(({ ackBody, error }) => ackBody === undefined && error === undefined).length,
    failed: runs.filter(({ error }) => error !== undefined).length,
    slowestAcknowledgement: Math.round(Math.max(...runs.map(({ tookMs }) => tookMs))),
  }
}

const lines: readonly ((who: string, token: string) => string)[] = [
  (who, token) => `note ${who} ${token} proud of the team`,
  (who, token) => `heard ${who} ${token} starts at Ohio State`,
  (who, token) => `called ${who} yesterday: ${token} sounded glad`,
  (who, token) => `promise ${who} by 2027-09-30: ${token}`,
  (who, token) => `ask ${who} ${token}, what of it?`,
  (who) => who,
  (_, token) => `find ${token}`,
  () => 'due',
  () => 'help',
]

/** Twenty people to speak of; their names are the first tokens. */
export const peopleToSpeakOf = async (workspace: Workspace): Promise<() => string> => {
  const names = Array.from({ length: 20 }, (_, n) => nameOf(`zq${String(n).padStart(5, '0')}`))
  for (const name of names) await workspace.types(`/person add ${name}`)
  const newToken = newTokens()
  // None of them is the name of somebody.
  for (let n = 0; n < 200; n++) newToken()
  return newToken
}

/** From now on Slack answers every third call with 429, until the returned function is called; which says how many. */
export const everyThirdTooFast = ({ slack }: Workspace): (() => number) => {
  let calls = 0
  let refused = 0
  const over = slack.faults.while(
    '*',
    { kind: 'rate_limited', retryAfterSeconds: 1 },
    {
      when: () => {
        calls += 1
        if (calls % 3 !== 0) return false
        refused += 1
        return true
      },
    },
  )
  return () => {
    over()
    return refused
  }
}
