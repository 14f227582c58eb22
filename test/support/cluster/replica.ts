import { request } from 'node:http'
import { ask } from '../asking.js'
import { type Program, type Settings, startBot } from '../process.js'

/** One process of the bot, in whatever state. `in`: the load balancer sends to it. */
export type Replica = {
  readonly name: string
  readonly program: Program
  readonly port: number
  isIn: boolean
  /** What it said last when it was asked whether it is ready. */
  said: string
}

/** Starts one, of the release in a folder; resolves as soon as it listens, which is before it is ready. Rejects when it ends without that. */
export const startReplica = async (name: string, settings: Settings, folder?: string): Promise<Replica> => {
  const program = startBot(settings, folder)
  await program.says('Personable is listening', 60_000)
  const [, port] = /"port":(\d+)[^\n]*Personable is listening/.exec(program.out()) ?? []
  if (port === undefined) throw new Error(`It said no port:\n${program.out()}`)
  return { name, program, port: Number(port), isIn: false, said: '' }
}

/**
 * As a load balancer asks: in from the first yes, out at once when it is gone or says that it stops. Two minutes of
 * patience for everything else, as in docs/deploy/kubernetes.yml, is longer than anything here lasts.
 */
export const look = async (replica: Replica): Promise<void> => {
  try {
    const { status, body } = await ask(replica.port, '/readyz')
    replica.said = body
    if (status === 200) replica.isIn = true
    else if (body.includes('stopping')) replica.isIn = false
  } catch {
    replica.isIn = false
  }
}

export type Delivered = { readonly status: number; readonly body: string }
/** `gone`: its connection was refused or reset. `silent`: no answer in time. */
export type NotDelivered = 'gone' | 'silent'

/** Sends one signed request to one replica. */
export const sendTo = (
  { port }: Replica,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  timeoutMs: number,
): Promise<Delivered | NotDelivered> =>
  new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path: '/slack/events', method: 'POST', agent: false } as const
    const sent = request({ ...options, headers, timeout: timeoutMs }, (response) => {
      let answer = ''
      response
        .setEncoding('utf8')
        .on('data', (text: string) => {
          answer += text
        })
        .on('end', () => resolve({ status: response.statusCode ?? 0, body: answer }))
        .on('error', () => resolve('gone'))
    })
    sent.on('timeout', () => {
      resolve('silent')
      sent.destroy()
    })
    sent.on('error', () => resolve('gone'))
    sent.end(body)
  })
