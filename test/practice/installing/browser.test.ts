import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Installation, InstallProvider } from '@slack/oauth'
import { describe, expect, it } from 'vitest'
import { CookieBrowser } from '../../support/cookie-browser.js'
import { silent } from '../support/bolt-app.js'
import { backAt, openApp, openTeam } from '../support/open-app.js'
import { atEnd, closeAfterEach } from '../support/open-slack.js'

closeAfterEach()

const origin = 'https://tester.example'

/** Slack's own library, unchanged but for where Slack is, behind the address that the app has in the world. */
const anApp = async () => {
  const { slack } = await openApp()
  openTeam(slack, 'T1')
  const stored: Installation[] = []
  const provider = new InstallProvider({
    clientId: slack.app.clientId,
    clientSecret: slack.app.clientSecret,
    stateSecret: 'secret',
    authorizationUrl: slack.authorizeUrl,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    installationStore: {
      storeInstallation: async (installation) => void stored.push(installation),
      fetchInstallation: async () => Promise.reject(new Error('not asked here')),
    },
  })
  const server = createServer((request, response) => {
    const answered = request.url?.startsWith('/slack/install')
      ? provider.handleInstallPath(request, response, {}, { scopes: ['chat:write'], redirectUri: backAt })
      : provider.handleCallback(request, response, {
          success: () => void response.end('welcome'),
          failure: (error) => void response.writeHead(400).end(error.code),
        })
    answered.catch((cause: unknown) => response.writeHead(500).end(String(cause)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const hosts = { [origin]: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  const aBrowser = () => new CookieBrowser(hosts)
  return { slack, stored, aBrowser }
}

const allow = { decision: 'allow', user_id: 'U0ANA', team_id: 'T1' }

describe('a browser', () => {
  it('goes from the install page over the page of Slack back to the app', async () => {
    const { slack, stored, aBrowser } = await anApp()
    const browser = aBrowser()
    const asked = await browser.click(await browser.open(`${origin}/slack/install`), '/oauth/v2/authorize')
    expect(asked.url.origin).toBe(slack.origin)
    expect(asked.html).toContain('chat:write')
    const back = await browser.submit(asked, allow)
    expect([back.url.pathname, back.status, back.html]).toEqual(['/slack/oauth_redirect', 200, 'welcome'])
    expect(stored).toMatchObject([
      {
        team: { id: 'T1' },
        user: { id: 'U0ANA' },
        bot: { token: slack.tokensOf('T1')[0], scopes: ['chat:write'], userId: 'U0PERSONBOT' },
        isEnterpriseInstall: false,
      },
    ])
    expect(slack.problems).toEqual([])
  })

  it('comes back with a refusal when somebody cancels', async () => {
    const { slack, stored, aBrowser } = await anApp()
    const browser = aBrowser()
    const asked = await browser.click(await browser.open(`${origin}/slack/install`), '/oauth/v2/authorize')
    const back = await browser.submit(asked, { decision: 'deny' })
    expect(back.status).toBe(400)
    expect(back.url.searchParams.get('error')).toBe('access_denied')
    expect(stored).toEqual([])
    expect(slack.isInstalled('T1')).toBe(false)
  })

  it('keeps a Secure cookie for where there is TLS, and another browser has none', async () => {
    const { slack, stored, aBrowser } = await anApp()
    const browser = aBrowser()
    const page = await browser.open(`${origin}/slack/install`)
    const state = browser.cookie(origin, 'slack-app-oauth-state')
    expect(state).toBeDefined()
    const asked = await browser.click(page, '/oauth/v2/authorize')
    expect(asked.url.searchParams.get('state')).toBe(state)
    const location = slack.approve(asked.url, { userId: 'U0ANA', teamId: 'T1' })
    const elsewhere = await aBrowser().open(location)
    expect(elsewhere.html).toBe('slack_oauth_invalid_state')
    browser.forget()
    expect((await browser.open(location)).html).toBe('slack_oauth_invalid_state')
    expect(stored).toEqual([])
  })

  it('is shown an error by Slack itself where there is nowhere to go back to', async () => {
    const { slack, aBrowser } = await anApp()
    const url = new URL(slack.authorizeUrl)
    url.search = new URLSearchParams({
      client_id: slack.app.clientId,
      redirect_uri: 'https://evil.example/',
    }).toString()
    const page = await aBrowser().open(url)
    expect(page.status).toBe(400)
    expect(page.html).toContain('bad_redirect_uri')
  })

  it('finds nobody while Slack is down', async () => {
    const { slack, aBrowser } = await anApp()
    const page = await aBrowser().open(`${origin}/slack/install`)
    await slack.faults.down('503')
    await expect(aBrowser().click(page, '/oauth/v2/authorize')).rejects.toThrow('fetch failed')
    await slack.faults.up()
    expect((await aBrowser().click(page, '/oauth/v2/authorize')).status).toBe(200)
  })
})
