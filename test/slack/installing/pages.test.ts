import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { botScopes } from '../../../src/slack/installing/scopes.js'
import { aHostedBot, Visitor, wordsOf } from './visiting.js'

const paths = ['/slack/install', '/slack/oauth_redirect', '/slack/privacy']

describe('the pages of the installation', () => {
  it('say what the bot does, and where to read what it keeps', async () => {
    const bot = await aHostedBot()
    const response = await fetch(`${bot.publicUrl}/slack/install`)
    const page = await response.clone().text()
    expect(await wordsOf(response)).toMatch(
      /\/person.*each working morning.*never writes to customers.*Add to Slack/,
    )
    const privacy = await fetch(new URL(/href="([^"]*privacy)"/.exec(page)?.[1] ?? 'none:'))
    expect(await wordsOf(privacy)).toMatch(/no other workspace.*30 days.*Back to the install page/)
  })

  it.each(paths)('%s is kept nowhere, loads nothing and tells nobody where it was', async (path) => {
    const bot = await aHostedBot()
    const response = await fetch(`${bot.publicUrl}${path}`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(policy).not.toMatch(/https?:|\*|unsafe/)
    const page = await response.text()
    expect(page).not.toMatch(/<(?:script|img|link|iframe|form)|https?:\/\/(?!127\.0\.0\.1)/)
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? []
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })

  it.each(paths)('%s takes no POST', async (path) => {
    const bot = await aHostedBot()
    const response = await fetch(`${bot.publicUrl}${path}`, { method: 'POST', body: 'a=b' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')])
  })

  it('whoever only looks whether a link works does not use it up', async () => {
    const bot = await aHostedBot()
    const visitor = new Visitor()
    const state = (await bot.sets(visitor)).searchParams.get('state') ?? ''
    bot.approves('code-1')
    const link = bot.back({ code: 'code-1', state })
    expect((await visitor.go(link, { method: 'HEAD' })).status).toBe(405)
    expect((await visitor.go(link)).status).toBe(200)
  })

  it('the log names no state, no code and no token', async () => {
    const bot = await aHostedBot()
    await bot.installs()
    expect(JSON.stringify(bot.said(''))).not.toMatch(/xox|code-1|quiet|state=/)
    expect(bot.said('Installed')).toMatchObject([{ installation: 'T1', state: 'first' }])
  })

  it('ask for what the manifest asks for', () => {
    const manifest = parse(readFileSync('manifest.yml', 'utf8'))
    expect([...botScopes]).toEqual(manifest.oauth_config.scopes.bot)
  })
})
