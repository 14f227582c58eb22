import { hubspotSignature, ourSignature } from '../../src/hooks/signatures.js'
import type { Team } from './team.js'

export const secrets = { people: 'a-secret-of-the-team', hubspot: 'a-secret-of-the-app' }
export const publicUrl = 'https://bot.example'
export const hooks = { ...secrets, publicUrl }

type Sent = { readonly status: number; readonly says: string }

const post = async (
  { bot }: Team,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Sent> => {
  const response = await fetch(`http://127.0.0.1:${bot.port}${path}`, { method: 'POST', body, headers })
  return { status: response.status, says: await response.text() }
}

const lastSeconds = new WeakMap<Team, number>()
/** Each delivery to a team has a second of its own, so that each is signed differently. */
const nextSecond = (team: Team): number => {
  const now = Math.floor(Date.now() / 1000)
  const second = Math.min((lastSeconds.get(team) ?? now - 241) + 1, now + 240)
  lastSeconds.set(team, second)
  return second
}

/** What a script sends to `/hooks/people`, signed. */
export const tells = (
  team: Team,
  said: Readonly<Record<string, unknown>> | string,
  signing: { readonly at?: number; readonly secret?: string; readonly signature?: string } = {},
): Promise<Sent> => {
  const body = typeof said === 'string' ? said : JSON.stringify({ source: 'script', ...said })
  const { at = nextSecond(team), secret = secrets.people } = signing
  const { signature = ourSignature(secret, String(at), Buffer.from(body)) } = signing
  return post(team, '/hooks/people', body, {
    'x-personable-timestamp': String(at),
    'x-personable-signature': signature,
  })
}

/** An event as HubSpot makes it. */
export const eventOf = (objectId: number, property: 'jobtitle' | 'company', value: string, at: string) => ({
  eventId: 100,
  subscriptionId: 1234,
  portalId: 12345678,
  appId: 98765,
  occurredAt: Date.parse(at),
  subscriptionType: 'contact.propertyChange',
  attemptNumber: 0,
  objectId,
  propertyName: property,
  propertyValue: value,
  changeSource: 'CRM',
  sourceId: 'userId:12345',
})

export const hubspotTells = (
  team: Team,
  events: readonly unknown[],
  secret = secrets.hubspot,
): Promise<Sent> => {
  const body = JSON.stringify(events)
  const timestamp = String(Date.now())
  const uri = `${publicUrl}/hooks/hubspot`
  const signed = hubspotSignature(secret, { method: 'POST', uri, timestamp, body: Buffer.from(body) })
  return post(team, '/hooks/hubspot', body, {
    'x-hubspot-request-timestamp': timestamp,
    'x-hubspot-signature-v3': signed,
  })
}

/** Lets the product's time pass, and the heart beat. */
export const later = async (team: Team, at: string): Promise<void> => {
  team.setClock(at)
  await team.bot.beat()
}
