import { expect, onTestFinished } from 'vitest'
import type { Arrival, Installations } from '../../../src/app/ports/installations.js'
import { openDoor } from '../../../src/slack/connection/door.js'
import { installRoutes } from '../../../src/slack/installing/routes.js'
import { botScopes } from '../../../src/slack/installing/scopes.js'
import type { Store } from '../../../src/store/open-store.js'
import { freshStore } from '../../support/stores.js'
import { listening } from '../bot.js'
import { refused, SlackStand } from '../stand.js'

export const app = { clientId: '11.22', clientSecret: 'quiet' } as const

/** What Slack hands over for a code. */
const handedOver = (fields: Record<string, unknown> = {}) => ({
  ok: true,
  access_token: 'xoxe.xoxb-1',
  token_type: 'bot',
  scope: botScopes.join(','),
  bot_user_id: 'UBOT',
  app_id: 'A1',
  team: { id: 'T1', name: 'Acme' },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: 'UANA' },
  refresh_token: 'xoxe-1-1',
  expires_in: 43_200,
  ...fields,
})

/** A browser with its cookies, which follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>()

  async go(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = cookie === '' ? {} : { cookie }
    const response = await fetch(url, { ...init, redirect: 'manual', headers })
    for (const line of response.headers.getSetCookie()) this.#take(line)
    return response
  }

  #take(line: string): void {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? []
    if (/Expires=Thu, 01 Jan 1970/.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

export type Hosted = Awaited<ReturnType<typeof aHostedBot>>

/** The install pages on a port of this machine, over a store, with a stand for Slack. */
export const aHostedBot = async (
  options: { readonly appId?: string; readonly over?: (real: Installations) => Partial<Installations> } = {},
) => {
  const slack = await SlackStand.open()
  const store: Store = await freshStore()
  const { log, said } = listening()
  const door = await openDoor({ port: 0, host: '127.0.0.1', log })
  if ('problem' in door) throw new Error(door.problem)
  const publicUrl = `http://127.0.0.1:${door.port}`
  let shiftMs = 0
  const clock = () => new Date(Date.now() + shiftMs).toISOString()
  const arrivals: [string, Arrival][] = []
  const codes = new Map<string, Record<string, unknown>>()
  slack.on('oauth.v2.access', ({ code = '', client_secret: secret }) => {
    const answer = codes.get(code)
    codes.delete(code)
    if (secret !== app.clientSecret) return refused('bad_client_secret')
    return answer === undefined ? refused('invalid_code') : handedOver(answer)
  })
  const routes = installRoutes({
    installations: { ...store.installations, ...options.over?.(store.installations) },
    app: { ...app, apiUrl: slack.apiUrl, publicUrl, appId: options.appId ?? null },
    clock,
    log,
    onInstalled: (...arrival) => arrivals.push(arrival),
    pause: async () => {},
  })
  for (const [path, listener] of routes) door.serve(path, listener)
  onTestFinished(async () => {
    await door.close()
    await slack.close()
    await store.close()
  })
  /** From the install page to Slack; answers where Slack is asked. */
  const sets = async (visitor: Visitor): Promise<URL> => {
    const page = await (await visitor.go(`${publicUrl}/slack/install`)).text()
    const [, href = ''] = /class="button" href="([^"]+)"/.exec(page) ?? []
    return new URL(href.replaceAll('&amp;', '&'))
  }
  const back = (query: Record<string, string>): string =>
    `${publicUrl}/slack/oauth_redirect?${new URLSearchParams(query)}`
  return {
    ...{ slack, store, said, publicUrl, clock, arrivals, sets, back, installations: store.installations },
    /** Slack will hand this over for a code. */
    approves: (code: string, fields: Record<string, unknown> = {}) => codes.set(code, fields),
    minutesPass: (minutes: number) => {
      shiftMs += minutes * 60_000
    },
    /** All of it: the page, Slack, and back. */
    installs: async (fields: Record<string, unknown> = {}, visitor = new Visitor()) => {
      const state = (await sets(visitor)).searchParams.get('state') ?? ''
      codes.set('code-1', fields)
      return visitor.go(back({ code: 'code-1', state }))
    },
  }
}

/** The page's words, without its markup. */
export const wordsOf = async (response: Response): Promise<string> => {
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const page = await response.text()
  return page
    .replace(/^.*<main>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
