import { expect, it } from 'vitest'
import { mayBeAnsweredAt } from '../../src/slack/slack-address.js'

const api = 'https://slack.com/api/'
const me = { workspaceId: 'T1', enterpriseId: 'E1' }

it('answers at an address of its own workspace, and of its organisation', () => {
  for (const whose of ['T1', 'E1']) {
    expect(mayBeAnsweredAt(`https://hooks.slack.com/actions/${whose}/12/abc`, api, me)).toBe(true)
    expect(mayBeAnsweredAt(`https://hooks.slack.com/commands/${whose}/12/abc`, api, me)).toBe(true)
  }
})

it('answers at no address of another workspace, whatever the rest of a delivery says', () => {
  for (const whose of ['T2', 'T11', 'E2', 'T'])
    expect(mayBeAnsweredAt(`https://hooks.slack.com/actions/${whose}/12/abc`, api, me), whose).toBe(false)
  const outside = { workspaceId: 'T1', enterpriseId: null }
  expect(mayBeAnsweredAt('https://hooks.slack.com/actions/E1/12/abc', api, outside)).toBe(false)
})

it('believes an address of Slack’s that does not say whose it is, and none of anybody else’s', () => {
  expect(mayBeAnsweredAt('https://hooks.slack.com/some/other/shape', api, me)).toBe(true)
  expect(mayBeAnsweredAt('https://elsewhere.example/actions/T1/12/abc', api, me)).toBe(false)
})
