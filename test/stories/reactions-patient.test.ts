import { expect, it } from 'vitest'
import { eventually } from '../support/doing.js'
import { aTeamThatReacts, call, card } from '../support/reacting.js'

it('a reaction put on while Slack does not answer the bot is logged once it does', async () => {
  const team = await aTeamThatReacts({ tuning: { replyGaps: [20, 20, 20] } })
  const { ana, customers, slack } = team
  const said = await slack.as(ana).say(customers, call)
  slack.faults.next('conversations.history', { kind: 'status', status: 503 }, { times: 2 })
  await slack.as(ana).react(customers, said.ts, 'telephone_receiver')
  await eventually('the call on the card', async () => (await card(team)).includes('called'))
  expect(slack.seenBy(ana, customers).some(({ text }) => text.includes('Frank Ortiz'))).toBe(true)
})
