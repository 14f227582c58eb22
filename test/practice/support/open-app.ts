import {
  type PracticeApp,
  type PracticeAppOptions,
  startPracticeApp,
} from '../../../src/practice/practice-app.js'
import { hostedManifest } from './manifest.js'
import { atEnd } from './open-slack.js'
import { startRawBot } from './raw-bot.js'

export const backAt = 'https://tester.example/slack/oauth_redirect'

/** A practice Slack whose small app may be installed anywhere, closed when the test ends; its clock is moved by hand. */
export async function openApp(options: Partial<PracticeAppOptions> = {}) {
  let now = Date.parse('2026-11-24T16:00:00Z')
  const slack = await startPracticeApp({ manifest: hostedManifest, now: () => now, ...options })
  atEnd(() => slack.close())
  const pass = (ms: number) => {
    now += ms
  }
  return { slack, pass }
}

/** Opens a workspace with somebody who may install, the same in each. */
export function openTeam(
  slack: PracticeApp,
  teamId: string,
  more: { enterpriseId?: string; botUserId?: string } = {},
) {
  const workspace = slack.openWorkspace({ teamId, ...more })
  workspace.people.add({ id: 'U0ANA', name: 'ana', standing: 'admin' })
  const channel = { id: 'C0SALES', name: 'sales', members: ['U0ANA'] }
  if (!more.enterpriseId) workspace.places.add(channel)
  return workspace
}

/** Where the app sends a browser, with whatever is asked otherwise. */
export function asking(slack: PracticeApp, otherwise: Record<string, string | null> = {}): URL {
  const url = new URL(slack.authorizeUrl)
  const usual = {
    client_id: slack.app.clientId,
    scope: 'chat:write,commands',
    redirect_uri: backAt,
    state: 'a+b /=c',
  }
  for (const [name, value] of Object.entries({ ...usual, ...otherwise }))
    if (value !== null) url.searchParams.set(name, value)
  return url
}

/** What the browser brings back to the app. */
export function brought(location: string): Record<string, string> {
  const { origin, pathname, searchParams } = new URL(location)
  return { at: origin + pathname, ...Object.fromEntries(searchParams) }
}

/** Calls a method as an app calls those that want its own credentials. */
export async function callAsApp(
  slack: PracticeApp,
  method: string,
  values: Record<string, string>,
  token?: string,
) {
  const { clientId, clientSecret } = slack.app
  const answer = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...values }),
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
  return (await answer.json()) as Record<string, unknown>
}

export type Heard = { type: string; body: Record<string, unknown> }

/** An app that writes down what it hears by signed HTTP, in order; commands and presses by their forms. */
export async function listening(slack: PracticeApp): Promise<Heard[]> {
  const heard: Heard[] = []
  const url = await startRawBot((_, text) => {
    heard.push(read(text))
    return 200
  })
  await slack.deliverTo(url)
  return heard
}

function read(text: string): Heard {
  if (text.startsWith('{')) {
    const body = JSON.parse(text)
    return { type: body.event?.type ?? body.type, body }
  }
  const form = Object.fromEntries(new URLSearchParams(text))
  const body = form.payload === undefined ? form : JSON.parse(form.payload)
  return { type: body.type ?? body.command, body }
}
