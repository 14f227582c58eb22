import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { workspaceId } from '../people/life.js'
import { answering, cpuNow, memoryNow } from './asked.js'

/** The least that a bot can do: Bolt itself, with a listener that only acknowledges. `over`: http or socket. */

const over = process.env.BENCH_OVER
const receiver =
  over === 'socket'
    ? new SocketModeReceiver({
        appToken: process.env.SLACK_APP_TOKEN ?? '',
        installerOptions: { clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' } },
        logLevel: LogLevel.ERROR,
      })
    : new HTTPReceiver({
        signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
        endpoints: '/slack/events',
        logLevel: LogLevel.ERROR,
      })
const app = new App({
  receiver,
  authorize: async () => ({ botId: 'B0BENCH', botUserId: 'U0BENCHBOT', teamId: workspaceId }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
})
app.command('/person', async ({ ack }) => {
  await ack()
})
app.options(/^/, async ({ ack }) => {
  await ack({ options: [] })
})
app.event(/^/, async () => {})
const server: unknown = await app.start(0)
answering(portOf(server), async ({ what }) => (what === 'cpu' ? cpuNow() : memoryNow()))

function portOf(listening: unknown): number {
  if (typeof listening !== 'object' || listening === null || !('address' in listening)) return 0
  const { address } = listening
  const bound: unknown = typeof address === 'function' ? Reflect.apply(address, listening, []) : null
  return typeof bound === 'object' && bound !== null && 'port' in bound ? Number(bound.port) : 0
}
