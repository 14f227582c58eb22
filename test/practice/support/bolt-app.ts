import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { PracticeSlack } from '../../../src/practice/slack.js'

/** A running Bolt app, unchanged but for the address of its Slack. */
export interface RunningApp {
  app: App
  stop: () => Promise<void>
}

export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}
const noRetries = { retries: 0 }

/** Starts a Bolt app over Socket Mode, with its listeners in place before it connects. */
export async function startSocketApp(slack: PracticeSlack, listen: (app: App) => void): Promise<RunningApp> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    // How long it waits before it connects again: 5 s in production, which tests need not.
    clientPingTimeout: 500,
    logger: silent,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: noRetries } },
  })
  const app = await initialised(slack, receiver, listen)
  await app.start()
  return {
    app,
    stop: async () => {
      await receiver.client.disconnect()
    },
  }
}

/** Starts a Bolt app over signed HTTP on a free port, and points the practice Slack at it. */
export async function startHttpApp(slack: PracticeSlack, listen: (app: App) => void): Promise<RunningApp> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, port: 0, logger: silent })
  const app = await initialised(slack, receiver, listen)
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server
  const { port } = server.address() as AddressInfo
  await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  return {
    app,
    stop: async () => {
      server.closeAllConnections()
      await app.stop()
    },
  }
}

async function initialised(
  slack: PracticeSlack,
  receiver: SocketModeReceiver | HTTPReceiver,
  listen: (app: App) => void,
): Promise<App> {
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: silent,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: noRetries },
  })
  listen(app)
  await app.init()
  return app
}
