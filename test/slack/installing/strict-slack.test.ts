import { describe, expect, it, onTestFinished } from 'vitest'
import type { PracticeApp } from '../../../src/practice/practice-app.js'
import { startPracticeApp } from '../../../src/practice/practice-app.js'
import { openDoor } from '../../../src/slack/connection/door.js'
import { takeInstallationEvent } from '../../../src/slack/installing/installation-events.js'
import { installRoutes } from '../../../src/slack/installing/routes.js'
import { asksWhether } from '../../../src/slack/installing/still-there.js'
import { InstallationTokens } from '../../../src/slack/installing/tokens.js'
import { CookieBrowser } from '../../support/cookie-browser.js'
import { freshStore } from '../../support/stores.js'
import { listening } from '../bot.js'
import { hours } from './rotating.js'

const publicUrl = 'https://personable.example.com'

/** The pages behind their address in the world, over a Slack that refuses what Slack refuses. */
const aWorld = async () => {
  let shiftMs = 0
  const now = () => Date.now() + shiftMs
  const clock = () => new Date(now()).toISOString()
  const slack: PracticeApp = await startPracticeApp({ manifest: 'docs/deploy/manifest.hosted.yml', now })
  const store = await freshStore()
  const { log } = listening()
  const door = await openDoor({ port: 0, host: '127.0.0.1', log })
  if ('problem' in door) throw new Error(door.problem)
  onTestFinished(async () => {
    await door.close()
    await slack.close()
    await store.close()
  })
  const { installations } = store
  const { clientId, clientSecret } = slack.app
  const app = { clientId, clientSecret, apiUrl: slack.apiUrl }
  const pages = installRoutes({
    installations,
    app: { ...app, publicUrl },
    clock,
    log,
    onInstalled: () => {},
  })
  for (const [path, listener] of pages) door.serve(path, listener)
  const events = {
    installations,
    clock,
    whether: (token: string) => asksWhether(slack.apiUrl, log, token),
    log,
  }
  let heard = 0
  door.serve('/slack/events', (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString())
      if (body.type === 'event_callback') await takeInstallationEvent(events, body)
      heard += 1
      response.end(body.challenge)
    })
  })
  await slack.deliverTo(`http://127.0.0.1:${door.port}/slack/events`)
  slack.openOrganisation({ enterpriseId: 'E1', name: 'Acme Group' })
  for (const [teamId, more] of [['T1', {}] as const, ['T2', { enterpriseId: 'E1' }] as const])
    slack.openWorkspace({ teamId, ...more }).people.add({ id: 'U0ANA', name: 'ana', standing: 'admin' })
  const hosts = { [publicUrl]: `http://127.0.0.1:${door.port}` }
  return {
    ...{ slack, installations },
    heard: () => heard,
    passes: (ms: number) => {
      shiftMs += ms
    },
    process: () => new InstallationTokens({ installations, app, clock, log }),
    whether: events.whether,
    installs: async (where: Record<string, string> = { team_id: 'T1' }) => {
      const browser = new CookieBrowser(hosts)
      const asked = await browser.click(
        await browser.open(`${publicUrl}/slack/install`),
        '/oauth/v2/authorize',
      )
      return browser.submit(asked, { decision: 'allow', user_id: 'U0ANA', ...where })
    },
    refusesIn: async () => {
      const browser = new CookieBrowser(hosts)
      const asked = await browser.click(
        await browser.open(`${publicUrl}/slack/install`),
        '/oauth/v2/authorize',
      )
      return browser.submit(asked, { decision: 'deny' })
    },
  }
}

describe('over a strict Slack, by the manifest that is handed out', () => {
  it('somebody adds the app, and its token is taken from the first day to the second', async () => {
    const world = await aWorld()
    const done = await world.installs()
    expect([done.url.pathname, done.status]).toEqual(['/slack/oauth_redirect', 200])
    const tokens = world.process()
    expect(await tokens.of('T1')).toBe(world.slack.tokensOf('T1')[0])
    for (let day = 1; day <= 4; day += 1) {
      world.passes(hours(10.5))
      await Promise.all([tokens.refreshDue(), world.process().refreshDue(), world.process().refreshDue()])
      expect(await world.whether(await tokens.of('T1'))).toBe('there')
    }
    expect((await world.installations.tokens('T1'))?.generation).toBe(5)
    expect(world.slack.problems).toEqual([])
  })

  it('somebody says no, and nothing is there', async () => {
    const world = await aWorld()
    const back = await world.refusesIn()
    expect([back.status, back.html]).toEqual([200, expect.stringContaining('Nothing was installed')])
    expect(await world.installations.get('T1')).toBeNull()
    expect(world.slack.problems).toEqual([])
  })

  it('the answer with the token is lost: the page says to add it once more, and then it is whole', async () => {
    const world = await aWorld()
    world.slack.faults.next('oauth.v2.access', { kind: 'lost_after' })
    const lost = await world.installs()
    expect([lost.status, lost.html]).toEqual([502, expect.stringContaining('add it once more')])
    expect([world.slack.isInstalled('T1'), await world.installations.get('T1')]).toEqual([true, null])
    expect((await world.installs()).status).toBe(200)
    expect(await world.whether(await world.process().of('T1'))).toBe('there')
    expect(world.slack.problems).toEqual([])
  })

  it('the answer to a refresh is lost: Slack takes the refresh token once more in its grace', async () => {
    const world = await aWorld()
    world.slack.app.refreshGraceMs = 30_000
    await world.installs()
    world.passes(hours(10.5))
    world.slack.faults.next('oauth.v2.access', { kind: 'lost_after' })
    const tokens = world.process()
    expect(await tokens.refreshDue()).toMatchObject({ refreshed: 1 })
    world.passes(hours(1))
    expect(await world.whether(await tokens.of('T1'))).toBe('there')
  })

  it('taken out, and added again before Slack has told of it: it stays', async () => {
    const world = await aWorld()
    await world.installs()
    const news = world.slack.uninstall('T1', { isHeld: true })
    world.passes(60_000)
    await world.installs()
    const before = world.heard()
    news.deliver()
    await world.slack.until(() => world.heard() === before + 2)
    expect(await world.installations.get('T1')).toMatchObject({ state: 'active' })
    world.passes(60_000)
    world.slack.uninstall('T1')
    await world.slack.until(() => world.heard() === before + 4)
    expect(await world.installations.get('T1')).toMatchObject({ state: 'silent' })
  })

  it('an organisation adds it, and lets a workspace use it', async () => {
    const world = await aWorld()
    const done = await world.installs({ enterprise_id: 'E1' })
    expect([done.status, done.html]).toEqual([200, expect.stringContaining('choose the workspaces')])
    expect(await world.installations.serving('T2')).toBeNull()
    world.passes(1_000)
    const before = world.heard()
    world.slack.grant('E1', ['T2'])
    await world.slack.until(() => world.heard() === before + 1)
    expect((await world.installations.serving('T2'))?.id).toBe('E1')
    await world.installs({ enterprise_id: 'E1' })
    expect(await world.installations.granted('E1')).toEqual(['T2'])
    world.passes(1_000)
    world.slack.revoke('E1', ['T2'])
    await world.slack.until(() => world.heard() === before + 2)
    expect(await world.installations.serving('T2')).toBeNull()
  })
})
