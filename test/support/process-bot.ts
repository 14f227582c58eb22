import { get } from 'node:http'
import { type Program, type Settings, startBot } from './process.js'
import type { Workspace } from './process-team.js'

export type BotProcess = Program & {
  /** What it has logged, a line each. */
  readonly logged: () => readonly { readonly level: number; readonly msg: string; readonly port?: number }[]
  /** The status and body of `GET /healthz`. */
  readonly health: () => Promise<{ readonly status: number | undefined; readonly body: string }>
}

/** Not a word of an exception that nobody caught, and nothing that Node.js itself had to say. */
export const isCalm = (bot: Program): boolean => bot.err() === ''

/** The program as `npm start` starts it; ready when it says so. */
export const aBot = async (
  workspace: Workspace,
  settings: Settings,
  from: (settings: Settings) => Program = startBot,
): Promise<BotProcess> => {
  const bot = from(settings)
  await bot.says('Personable is listening', 20_000)
  const logged: BotProcess['logged'] = () =>
    bot
      .out()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line))
  const port = logged().find(({ msg }) => msg.includes('Personable is listening'))?.port ?? 0
  if (settings.SLACK_SIGNING_SECRET) await workspace.slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  return { ...bot, logged, health: () => healthAt(port) }
}

/** The status and body of `GET /healthz` at a port of this machine. */
export const healthAt = (port: number): ReturnType<BotProcess['health']> =>
  new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/healthz', agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    }).on('error', reject)
  })
