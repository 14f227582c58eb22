import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Delivery } from '../load/deliveries.js'
import { type Answered, Sender, signingSecret } from '../load/signed.js'
import { firstMoment } from '../people/life.js'
import type { ShamSlack } from '../slack/sham-slack.js'
import type { Asked } from './asked.js'

const root = process.env.BENCH_ROOT ?? process.cwd()
/** All clocks of all sides begin at the same moment of the made-up past. */
export const aheadMs = Date.parse(firstMoment) - Date.now()

/** The options of Node.js with which `npm start` starts the program. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const nodeOptions = String(scripts.start)
  .split(' ')
  .filter((word) => word.startsWith('--'))

/** A side as the tables call it. */
export const nameOf = ({ name }: Pick<Side, 'name'>, people: number): string =>
  people === 0 ? name : `${name}, ${people.toLocaleString('en')} people`

/** How Slack's deliveries reach a side. */
export type Over = 'http' | 'socket'

type Question = Asked extends infer A ? (A extends Asked ? Omit<A, 'n'> : never) : never

/** A program under load, in a process of its own. */
export type Side = {
  readonly name: string
  readonly over: Over
  /** The Slack that it speaks to. */
  readonly slack: ShamSlack
  readonly startedInMs: number
  /** One delivery, until it is acknowledged. */
  readonly send: (delivery: Delivery) => Promise<Answered>
  readonly ask: (question: Question) => Promise<readonly number[]>
  readonly pid: number
  readonly stop: () => Promise<void>
}

export const startSide = async (
  name: string,
  program: 'floor' | 'bot' | 'morning',
  slack: ShamSlack,
  settings: Readonly<Record<string, string>>,
  over: Over = 'http',
): Promise<Side> => {
  const from = performance.now()
  const child = fork(new URL(`./${program}.js`, import.meta.url), {
    execArgv: [...nodeOptions, '--import', join(root, 'test/support/process-clock.mjs')],
    env: {
      PATH: process.env.PATH ?? '',
      CLOCK_AHEAD_MS: String(aheadMs),
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_API_URL: slack.apiUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: process.env.BENCH_LOG ?? 'fatal',
      BENCH_OVER: over,
      ...(over === 'socket' ? { SLACK_APP_TOKEN: 'xapp-bench' } : { SLACK_SIGNING_SECRET: signingSecret }),
      ...settings,
    },
  })
  const port = await portOf(name, child)
  const startedInMs = performance.now() - from
  const sender = new Sender(port, aheadMs)
  let asked = 0
  return {
    name,
    over,
    slack,
    startedInMs,
    send: ({ type, payload, body, contentType }) =>
      over === 'http' ? sender.send(body, contentType) : overSocket(slack, type, payload),
    pid: child.pid ?? 0,
    ask: (question) => {
      const n = ++asked
      return new Promise((resolve, reject) => {
        const hear = (said: { n?: number; answer?: readonly number[]; problem?: string }): void => {
          if (said.n !== n) return
          child.off('message', hear)
          if (said.answer === undefined) reject(new Error(said.problem))
          else resolve(said.answer)
        }
        child.on('message', hear)
        child.send({ ...question, n })
      })
    },
    stop: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

const overSocket = async (slack: ShamSlack, type: string, payload: unknown): Promise<Answered> => {
  const from = performance.now()
  const answer = await slack.deliver(type, payload)
  const ms = performance.now() - from
  // An empty one is an acknowledgement and no more.
  const body = answer === undefined || JSON.stringify(answer) === '{}' ? '' : JSON.stringify(answer)
  return { status: 200, body, ms }
}

const portOf = async (name: string, child: ChildProcess): Promise<number> => {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it was ready`)
  })
  const [said] = await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  return (said as { port: number }).port
}
