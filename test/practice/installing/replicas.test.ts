import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openApp, openTeam } from '../support/open-app.js'
import { atEnd, closeAfterEach } from '../support/open-slack.js'
import { startRawBot } from '../support/raw-bot.js'

closeAfterEach()

/** Several processes of an app; each writes its number down for what it takes. */
const replicated = async (count: number) => {
  const { slack } = await openApp({ retryDelaysMs: [0] })
  const team = openTeam(slack, 'T1')
  const took: number[] = []
  const urls: string[] = []
  for (let n = 0; n < count; n++)
    urls.push(
      await startRawBot(() => {
        took.push(n)
        return 200
      }),
    )
  await slack.deliverTo(...urls)
  await slack.install({ userId: 'U0ANA', teamId: 'T1' })
  const type = () => team.as('U0ANA').command('C0SALES', '/try it')
  return { slack, team, took, urls, type }
}

/** A replica that can be killed: from then on nobody listens at its address. */
const mortal = async (): Promise<{ url: string; kill: () => Promise<void> }> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    response.end(/"challenge":"([^"]+)"/.exec(Buffer.concat(chunks).toString())?.[1] ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const kill = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  atEnd(kill)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, kill }
}

describe('several replicas behind one Request URL', () => {
  it('take what comes in turn, whatever it is', async () => {
    const { slack, team, took, type } = await replicated(3)
    await type()
    await team.as('U0ANA').shortcut('start')
    await team.as('U0ANA').say('C0SALES', 'hello')
    await slack.idle()
    await type()
    expect(took).toEqual([0, 1, 2, 0])
  })

  it('come and go', async () => {
    const { slack, took, urls, type } = await replicated(2)
    slack.removeReplica(urls[0] ?? '')
    await type()
    await type()
    expect(took).toEqual([1, 1])
    await slack.addReplica(urls[0] ?? '')
    await type()
    await type()
    expect(took.slice(2).sort()).toEqual([0, 1])
  })

  it('are passed over where nobody listens, and the user sees nothing of it', async () => {
    const { slack, took, urls, type } = await replicated(1)
    const dying = await mortal()
    await slack.deliverTo(dying.url, ...urls)
    await dying.kill()
    for (let n = 0; n < 3; n++) expect((await type()).acknowledged).toBe(true)
    expect(took).toHaveLength(3)
    expect(slack.problems).toEqual([])
  })

  it('bring a redelivery to another one', async () => {
    const { slack, took, urls, team } = await replicated(1)
    const refusing = await startRawBot(() => 500)
    await slack.deliverTo(refusing, ...urls)
    await team.as('U0ANA').say('C0SALES', 'hello')
    await slack.until(() => took.length === 1)
    await slack.idle()
    expect(slack.traffic.filter(({ kind }) => kind === 'event').map(({ note }) => note)).toEqual([
      undefined,
      'retry 1: http_error',
    ])
  })

  it('are each asked to verify themselves', async () => {
    const { slack } = await replicated(1)
    await expect(slack.addReplica(slack.origin)).rejects.toThrow('did not return the challenge')
  })

  it('that are all gone are an outage: events come again, and nothing goes to sockets', async () => {
    const { slack, team, urls, type } = await replicated(1)
    slack.removeReplica(urls[0] ?? '')
    expect(slack.isConnected).toBe(false)
    expect((await type()).error).toBe('dispatch_failed')
    await team.as('U0ANA').say('C0SALES', 'hello')
    const tries = () => slack.traffic.filter(({ kind }) => kind === 'event')
    await slack.until(() => tries().length === 2)
    expect(tries().map(({ note }) => note)).toEqual([undefined, 'retry 1: connection_failed'])
  })
})
