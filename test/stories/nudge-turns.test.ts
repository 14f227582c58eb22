import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { at, frankIsQuiet, putRight, tuesday } from '../support/nudging.js'
import { aTeam } from '../support/team.js'

describe('an unanswered nudge', () => {
  it('returns after seven working days, four times in all, asks, and then rests until somebody acts', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await frankIsQuiet(team)
    const questions: string[] = []
    const seen: string[] = []
    for (let day = 0; day < 60; day++) {
      const now = new Date(Date.parse(tuesday) + day * 86_400_000).toISOString()
      for (const post of await team.pass(now)) {
        seen.push(now.slice(0, 10))
        questions.push(/Worth asking: (.*)/.exec(post)?.[1] ?? '')
        expect(post.includes('or let them be?')).toBe(seen.length === 4)
      }
    }
    expect(seen).toEqual(['2026-11-24', '2026-12-03', '2026-12-14', '2026-12-23'])
    for (let turn = 1; turn < questions.length; turn++) expect(questions[turn]).not.toBe(questions[turn - 1])
    team.setClock(at('2027-01-25'))
    await types(team, ana, customers, 'called frank', 'every frank 1 week')
    expect(await team.pass(at('2027-02-01'))).toEqual([expect.stringContaining('Frank Ortiz')])
  })
})

describe('time', () => {
  it('a pass run ahead of the clock is answered by a contact logged before it, by the clock', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await frankIsQuiet(team)
    const ahead = '2026-12-15T16:00:00.000Z'
    expect(await team.pass(ahead)).toEqual([expect.stringContaining('Frank Ortiz')])
    await types(team, ana, customers, 'called frank: he is fine')
    await putRight(team, /@ana called them/)
    expect(await team.pass(ahead)).toEqual([])
    expect(await team.pass('2026-12-11T16:00:00.000Z')).toEqual([])
  })

  it('a dry run posts and plans nothing, and says who, where and why', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    const hand = await team.scheduler()
    const [planned, ...others] = await hand.dryRun(tuesday)
    expect(others).toEqual([])
    expect(planned?.place.home).toBe(`channel:${team.customers}`)
    expect(
      planned?.entries.map(({ facts, reasons }) => [facts.person.name, reasons.map(({ kind }) => kind)]),
    ).toEqual([['Frank Ortiz', ['quiet']]])
    expect(await hand.dryRun('2026-11-22T16:00:00.000Z')).toEqual([])
    await hand.close()
    expect(team.posts(team.customers)).toEqual([])
    expect(await team.pass(tuesday)).toHaveLength(1)
    const after = await team.scheduler()
    expect(await after.dryRun(tuesday)).toEqual([])
    await after.close()
  })
})
