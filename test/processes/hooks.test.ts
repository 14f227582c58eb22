import { expect, it } from 'vitest'
import { hubspotSignature, ourSignature } from '../../src/hooks/signatures.js'
import { hooks, secrets } from '../support/hooking.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { aWorkspace, newPath, settingsFor } from '../support/process-team.js'

const hooked = {
  PEOPLE_HOOK_SECRET: secrets.people,
  HUBSPOT_CLIENT_SECRET: secrets.hubspot,
  // What HubSpot signs has one slash, however many stand here.
  PUBLIC_URL: `${hooks.publicUrl}/`,
}

it.each(['socket', 'http'] as const)('npm start serves sources beside Slack, over %s', async (mode) => {
  const workspace = await aWorkspace()
  const bot = await aBot(workspace, { ...settingsFor(workspace, await newPath(), mode), ...hooked })
  const port = bot.logged().find((line) => line.port !== undefined)?.port ?? 0
  const status = async (path: string, body: string, headers: Record<string, string>): Promise<number> =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers })).status
  const people = (body: string, at: number) =>
    status('/hooks/people', body, {
      'x-personable-timestamp': String(at),
      'x-personable-signature': ourSignature(secrets.people, String(at), Buffer.from(body)),
    })
  const hubspot = (path: string, body: string) => {
    const timestamp = String(Date.now())
    const uri = `${hooks.publicUrl}${path}`
    const signed = { method: 'POST', uri, timestamp, body: Buffer.from(body) }
    return status(path, body, {
      'x-hubspot-request-timestamp': timestamp,
      'x-hubspot-signature-v3': hubspotSignature(secrets.hubspot, signed),
    })
  }
  const now = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({ email: 'frank@acme.example', title: 'VP Operations', source: 'script' })
  expect(await people(body, now)).toBe(202)
  expect(await people(body, now)).toBe(409)
  expect(await people(body, now - 301)).toBe(401)
  expect(await hubspot('/hooks/hubspot', '[]')).toBe(200)
  expect(await hubspot('/hooks/hubspot?portal=1&to=a%3Ab', '[]')).toBe(200)
  expect(await status('/hooks/hubspot', '[]', {})).toBe(401)
  expect(await status('/slack/events', '{}', {})).toBe(mode === 'http' ? 401 : 404)
  expect((await bot.health()).status).toBe(200)
  expect(isCalm(bot)).toBe(true)
  expect(workspace.slack.problems).toEqual([])
})
