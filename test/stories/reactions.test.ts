import { describe, expect, it } from 'vitest'
import { eventually, types, words } from '../support/doing.js'
import { aTeamThatReacts, call, card, countOf, phone } from '../support/reacting.js'

describe.each(['socket', 'http'] as const)('a telephone on a message, over %s', (mode) => {
  it('logs one call, however often it is delivered and whoever else reacts', async () => {
    const team = await aTeamThatReacts({ mode })
    const { ana, ben, gus, customers, slack } = team
    await types(team, ana, customers, 'every frank 2 weeks')
    const before = { card: await card(team), due: await team.types(ana, customers, '/person due') }
    const said = await slack.as(ben).say(customers, call)

    slack.faults.duplicate(4)
    const reply = await words(team, ana, () => slack.as(ana).react(customers, said.ts, phone))
    expect(reply).toContain('you called Frank Ortiz')
    expect(reply).toContain('[Undo]')
    slack.redeliverNow()
    await slack.idle()
    const logged = await card(team)
    expect(countOf(logged, call)).toBe(1)
    expect(logged).toContain('You called them yesterday')
    expect(await team.types(ana, customers, '/person find great call')).toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person due')).not.toBe(before.due)

    await slack.as(gus).react(customers, said.ts, phone)
    expect(await words(team, ben, () => slack.as(ben).react(customers, said.ts, phone))).toContain('too')
    const together = await card(team)
    expect(countOf(together, call)).toBe(1)
    expect(together).toContain('You and @ben called them')

    await slack.as(ana).unreact(customers, said.ts, phone)
    await eventually('Ana is off', async () => !(await card(team)).includes('You'))
    expect(await card(team)).toContain('@ben called them')
    await slack.as(gus).unreact(customers, said.ts, phone)
    expect(countOf(await card(team), call)).toBe(1)

    await slack.as(ben).unreact(customers, said.ts, phone)
    await eventually('the log is gone', async () => (await card(team)) === before.card)
    expect(await team.types(ana, customers, '/person find great call')).not.toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person due')).toBe(before.due)
    expect(slack.seenBy(gus, customers).filter((seen) => seen.user === slack.botUserId)).toEqual([])
    expect(slack.problems).toEqual([])
  })
})
