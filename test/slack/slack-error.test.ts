import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBadToken, troubleOf, whyOf } from '../../src/slack/slack-error.js'
import { SlackStand, type StandAnswer } from './stand.js'

let slack: SlackStand
beforeEach(async () => {
  slack = await SlackStand.open()
})
afterEach(() => slack.close())

const troubleAfter = async (answer: StandAnswer, timeout = 5_000) => {
  slack.on('api.test', () => answer)
  const client = new WebClient('xoxb-1', {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      setName() {},
      getLevel: () => 'error' as never,
    },
  })
  return client.api.test().then(
    () => null,
    (error: unknown) => troubleOf(error),
  )
}

test('an archived channel stays archived', async () => {
  expect(await troubleAfter({ ok: false, error: 'is_archived' })).toEqual({
    kind: 'permanent',
    code: 'is_archived',
  })
  expect(whyOf('is_archived')).toBe('The channel is archived.')
})

test('a code that nobody has heard of is not repeated for ever', async () => {
  expect(await troubleAfter({ ok: false, error: 'brand_new_code' })).toMatchObject({ kind: 'permanent' })
})

test('Slack being down passes', async () => {
  expect(await troubleAfter({ ok: false, error: 'service_unavailable' })).toMatchObject({ kind: 'temporary' })
})

test('too many calls: Slack says when to come back', async () => {
  expect(await troubleAfter({ status: 429, headers: { 'retry-after': '7' } })).toEqual({
    kind: 'temporary',
    code: 'ratelimited',
    retryAfterMs: 7_000,
  })
  expect(await troubleAfter({ status: 429 })).toMatchObject({ kind: 'temporary', retryAfterMs: null })
})

test('an answer that was lost, or is a failure on the way, may come after the deed', async () => {
  expect(await troubleAfter('lost')).toMatchObject({ kind: 'uncertain' })
  expect(await troubleAfter({ status: 500 })).toMatchObject({ kind: 'uncertain', code: 'http_500' })
  expect(await troubleAfter({ ok: false, error: 'internal_error' })).toMatchObject({ kind: 'uncertain' })
  expect(await troubleAfter('hangs', 50)).toMatchObject({ kind: 'uncertain', code: 'TimeoutError' })
})

test("a proxy's page is not Slack's answer", async () => {
  expect(await troubleAfter({ ok: false, error: '<html>Bad gateway</html>' })).toEqual({
    kind: 'uncertain',
    code: 'not_slack',
  })
})

test('where nobody listens nothing was sent', async () => {
  await slack.close()
  expect(await troubleAfter({ ok: true })).toMatchObject({ kind: 'temporary', code: 'ECONNREFUSED' })
  slack = await SlackStand.open()
})

test('a bad token is told from a missing permission', () => {
  expect(isBadToken('invalid_auth')).toBe(true)
  expect(isBadToken('missing_scope')).toBe(false)
})
