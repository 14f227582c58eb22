import { expect, it } from 'vitest'
import { reactionKey } from '../../src/app/reactions/log-reaction.js'
import { openStore } from '../../src/store/open-store.js'
import { eventually, words } from '../support/doing.js'
import { forgeEvent } from '../support/forging.js'
import { aTeamThatReacts, call, card, countOf, phone } from '../support/reacting.js'

type Team = Awaited<ReturnType<typeof aTeamThatReacts>>

/** A process noted the turn of a reaction down, and died before anything came of it. */
const notedDown = async (team: Team, ts: string, eventTs: string, on: boolean): Promise<void> => {
  const { ana, customers, slack, config } = team
  const store = await openStore(config.databaseUrl, { newId: () => '' })
  const key = reactionKey({ channelId: customers, messageTs: ts, emoji: phone }, ana)
  const scope = { workspaceId: slack.teamId, audience: 'everything' } as const
  await store.uow.keep(scope, ({ desk }) => desk.reactionTurned({ key, eventTs, on }))
  await store.close()
}
const turned = (team: Team, type: string, ts: string, eventTs: string) =>
  forgeEvent(team, {
    type,
    user: team.ana,
    reaction: phone,
    item: { type: 'message', channel: team.customers, ts },
    event_ts: eventTs,
  })

it('a reaction over which the bot died counts when Slack tells of it again, and so does its taking off', async () => {
  const team = await aTeamThatReacts({ mode: 'http' })
  const { ana, ben, customers, slack } = team
  const before = await card(team)
  const { ts } = await slack.as(ben).say(customers, call)
  await notedDown(team, ts, '1790000001.000000', true)
  await words(team, ana, () => turned(team, 'reaction_added', ts, '1790000001.000000'))
  expect(countOf(await card(team), call)).toBe(1)
  await notedDown(team, ts, '1790000002.000000', false)
  await turned(team, 'reaction_removed', ts, '1790000002.000000')
  await eventually('the log is gone', async () => (await card(team)) === before)
  // What is older than the newest turn never counts.
  await turned(team, 'reaction_added', ts, '1790000001.500000')
  await slack.idle()
  expect(await card(team)).toBe(before)
})
