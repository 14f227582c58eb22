import { describe, expect, it } from 'vitest'
import { aHostedBot, type Hosted, Visitor, wordsOf } from './visiting.js'

/** Nothing was asked of Slack, and nothing is kept. */
const came = async (bot: Hosted, visitor: Visitor, query: Record<string, string>) => {
  const response = await visitor.go(bot.back(query))
  const words = await wordsOf(response)
  expect(words).toContain('Back to the install page')
  return [response.status, words] as const
}

const begun = async () => {
  const bot = await aHostedBot()
  const visitor = new Visitor()
  const state = (await bot.sets(visitor)).searchParams.get('state') ?? ''
  bot.approves('code-1')
  const untouched = async () => {
    expect(bot.slack.to('oauth.v2.access')).toEqual([])
    expect(await bot.installations.get('T1')).toBeNull()
  }
  return { bot, visitor, state, untouched }
}

describe('a state', () => {
  it('is refused when it is missing, as from the pages of an admin', async () => {
    const { bot, visitor, untouched } = await begun()
    expect(await came(bot, visitor, { code: 'code-1' })).toEqual([
      400,
      expect.stringContaining('Please begin here'),
    ])
    await untouched()
  })

  it('is refused when it is wrong, whatever the cookie says', async () => {
    const { bot, visitor, state, untouched } = await begun()
    const [nonce, until, mark] = state.split('.')
    const forged = [
      'guessed',
      `${nonce}.${Number(until) + 600}.${mark}`,
      `${nonce}.${until}.${'A'.repeat(43)}`,
      `${'A'.repeat(24)}.${until}.${mark}`,
      `${state}.`,
    ]
    for (const each of forged) {
      expect(await came(bot, visitor, { code: 'code-1', state: each })).toEqual([
        400,
        expect.stringContaining('That link is not one of ours'),
      ])
      visitor.cookies.set('slack-app-oauth-state', each)
      expect(await came(bot, visitor, { code: 'code-1', state: each })).toEqual([
        400,
        expect.stringContaining('That link is not one of ours'),
      ])
    }
    await untouched()
  })

  it('is refused after ten minutes, and taken before', async () => {
    const { bot, visitor, state, untouched } = await begun()
    bot.minutesPass(10)
    expect(await came(bot, visitor, { code: 'code-1', state })).toEqual([
      400,
      expect.stringContaining('That took more than ten minutes'),
    ])
    await untouched()
    bot.minutesPass(-1)
    visitor.cookies.set('slack-app-oauth-state', state)
    expect((await visitor.go(bot.back({ code: 'code-1', state }))).status).toBe(200)
  })

  it('is refused in a browser that it was not given to, and is not used up by that', async () => {
    const { bot, visitor, state, untouched } = await begun()
    const stranger = new Visitor()
    await bot.sets(stranger)
    for (const other of [stranger, new Visitor()])
      expect(await came(bot, other, { code: 'code-1', state })).toEqual([
        400,
        expect.stringContaining('This link belongs to another visit'),
      ])
    await untouched()
    expect((await visitor.go(bot.back({ code: 'code-1', state }))).status).toBe(200)
  })

  it('is refused the second time, with its cookie and without', async () => {
    const { bot, visitor, state } = await begun()
    await visitor.go(bot.back({ code: 'code-1', state }))
    bot.approves('code-2')
    expect(await came(bot, visitor, { code: 'code-2', state })).toEqual([
      400,
      expect.stringMatching(/belongs to another visit.*used already.*all is well/),
    ])
    visitor.cookies.set('slack-app-oauth-state', state)
    expect(await came(bot, visitor, { code: 'code-2', state })).toEqual([
      400,
      expect.stringContaining('This link was used already'),
    ])
    expect(bot.slack.to('oauth.v2.access')).toHaveLength(1)
  })

  it('is used once by two who come at the same time', async () => {
    const { bot, visitor, state } = await begun()
    const cookie = `slack-app-oauth-state=${state}`
    expect(visitor.cookies.get('slack-app-oauth-state')).toBe(state)
    const answers = await Promise.all(
      [1, 2, 3].map(() => fetch(bot.back({ code: 'code-1', state }), { headers: { cookie } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    expect(bot.slack.to('oauth.v2.access')).toHaveLength(1)
  })

  it('is nothing in the database before it is used: anybody may look at the page as often as they like', async () => {
    let writes = 0
    const bot = await aHostedBot({
      over: ({ useState }) => ({
        useState: (...state) => {
          writes += 1
          return useState(...state)
        },
      }),
    })
    for (let visits = 0; visits < 20; visits += 1) await bot.sets(new Visitor())
    await new Visitor().go(bot.back({ code: 'code-1', state: 'guessed' }))
    expect(writes).toBe(0)
    expect((await bot.installs()).status).toBe(200)
    expect(writes).toBe(1)
  })
})

describe('what Slack refuses', () => {
  it.each([
    ['somebody said no, or an admin has to', { error: 'access_denied' }, 200, 'Nothing was installed'],
    [
      'the workspace may not',
      { error: 'invalid_team_for_non_distributed_app' },
      400,
      'Slack did not let it through',
    ],
    ['nothing at all', {}, 400, 'Slack did not let it through'],
  ])('%s', async (_, query, status, words) => {
    const { bot, visitor, state, untouched } = await begun()
    expect(await came(bot, visitor, { ...query, state })).toEqual([status, expect.stringContaining(words)])
    await untouched()
  })

  it('a code that it does not know any more', async () => {
    const { bot, visitor, state } = await begun()
    expect(await came(bot, visitor, { code: 'code-9', state })).toEqual([
      400,
      expect.stringContaining('Slack does not know this link any more'),
    ])
    expect(bot.slack.to('oauth.v2.access')).toHaveLength(1)
  })
})
