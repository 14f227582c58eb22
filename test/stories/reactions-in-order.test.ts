import { describe, expect, it } from 'vitest'
import { eventually, words } from '../support/doing.js'
import { forgeEvent } from '../support/forging.js'
import { aTeamThatReacts, call, card, countOf, phone } from '../support/reacting.js'

describe('events out of order', () => {
  it('count by when they happened', async () => {
    const team = await aTeamThatReacts({ mode: 'http' })
    const { ana, ben, customers, slack } = team
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    const turn = (type: string, ts: string, id?: string) =>
      forgeEvent(
        team,
        {
          type,
          user: ana,
          reaction: phone,
          item: { type: 'message', channel: customers, ts: said.ts },
          event_ts: ts,
        },
        id,
      )
    await turn('reaction_removed', '1790000002.000000')
    await turn('reaction_added', '1790000001.000000')
    await slack.idle()
    expect(await card(team)).toBe(before)
    await words(team, ana, () => turn('reaction_added', '1790000003.000000', 'EvSame'))
    await turn('reaction_added', '1790000003.000000', 'EvSame')
    await turn('reaction_added', '1790000003.000000')
    await turn('reaction_removed', '1790000002.500000')
    await slack.idle()
    expect(countOf(await card(team), call)).toBe(1)
    await turn('reaction_removed', '1790000004.000000')
    await eventually('the log is gone', async () => (await card(team)) === before)
  })

  it('leave nothing behind when a reaction is put on and taken off at once', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    // Slack is slow to show the message, so the taking off overtakes the putting on.
    const held = slack.faults.slow('conversations.history')
    await slack.as(ana).react(customers, said.ts, phone)
    await held.arrived
    await slack.as(ana).unreact(customers, said.ts, phone)
    const marker = await slack.as(ben).say(customers, 'Coffee with Susan Bell')
    await words(team, ana, () => slack.as(ana).react(customers, marker.ts, 'coffee'))
    held.release()
    await slack.idle()
    expect(await card(team)).toBe(before)
  })
})

describe('reactions that do nothing, silently', () => {
  it('are those of guests, of people from elsewhere, of bots, and of emoji without a meaning', async () => {
    const team = await aTeamThatReacts({ mode: 'http' })
    const { ana, ben, gus, pia, customers, shared, slack } = team
    const robot = slack.people.add({ name: 'robot', standing: 'bot' })
    slack.places.join(customers, robot.id)
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    const inShared = await slack.as(ben).say(shared, call)
    await slack.as(gus).react(customers, said.ts, phone)
    await slack.as(robot.id).react(customers, said.ts, phone)
    await slack.as(pia).react(shared, inShared.ts, phone)
    await slack.as(ana).react(customers, said.ts, 'tada')
    await slack.as(ana).react(shared, inShared.ts, 'tada')
    const marker = await slack.as(ben).say(customers, 'Coffee with Susan Bell')
    await words(team, ana, () => slack.as(ana).react(customers, marker.ts, 'coffee'))
    await slack.idle()
    for (const userId of [gus, pia, robot.id])
      for (const { id } of slack.places.all())
        expect(slack.seenBy(userId, id).filter((seen) => seen.user === slack.botUserId)).toEqual([])
    expect(await card(team)).toBe(before)
    expect(slack.problems).toEqual([])
  })

  it('and in a shared channel a teammate’s reaction is known to that teammate alone', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, pia, shared, slack } = team
    const said = await slack.as(ben).say(shared, call)
    const reply = await words(team, ana, () => slack.as(ana).react(shared, said.ts, phone))
    expect(reply).toContain('Only you can see this')
    expect(await card(team)).toContain(call)
    expect(await card(team, 'frank', ben)).not.toContain(call)
    expect(slack.seenBy(pia, shared).filter((seen) => seen.user === slack.botUserId)).toEqual([])
    expect(slack.problems).toEqual([])
  })
})
