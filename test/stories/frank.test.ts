import { describe, expect, it } from 'vitest'
import { aTeam, type Team } from '../support/team.js'

/** Ana introduces Frank, whom she met two months ago; the days are those of a Saturday in November 2026. */
const frankIsKnown = async (team: Team): Promise<void> => {
  const { ana, customers } = team
  await team.types(
    ana,
    customers,
    '/person add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
  )
  await team.types(ana, customers, '/person heard frank my daughter starts at Ohio State')
  await team.types(ana, customers, '/person met Frank Ortiz 60 days ago: walked the plant')
  await team.types(ana, customers, '/person every frank 3 weeks')
}
const tuesday = '2026-11-24T16:00:00.000Z' // 10:00 in Chicago

describe.each(['socket', 'http'] as const)('Frank, over %s', (mode) => {
  it('is remembered, found, and brought up once', async () => {
    const team = await aTeam({ mode })
    const { ana, ben, customers } = team
    await frankIsKnown(team)

    const card = await team.types(ben, customers, '/person frank')
    for (const known of [
      'Frank Ortiz',
      'facilities manager at Acme Lighting',
      'my daughter starts at Ohio State',
      'walked the plant',
      '3 weeks',
    ])
      expect(card).toContain(known)
    expect(await team.types(ben, customers, '/person find ohio')).toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person due')).toContain('Frank Ortiz')

    expect(await team.pass('2026-11-22T16:00:00.000Z')).toEqual([]) // a Sunday
    expect(await team.pass('2026-11-25T04:00:00.000Z')).toEqual([]) // Tuesday, 22:00

    const [nudge = '', ...others] = await team.pass(tuesday)
    expect(others).toEqual([])
    expect(nudge).toContain('Frank Ortiz')
    expect(nudge).toContain('my daughter starts at Ohio State')
    expect(nudge).toContain('?')
    expect(await team.pass(tuesday)).toEqual([])

    await team.types(ana, customers, '/person called frank: he sounded glad')
    await team.slack.until(() => !team.posts(customers).some((post) => post.includes('[I reached out]')), {
      what: 'the nudge put right',
    })
    expect(team.posts(customers).join()).toMatch(/Frank Ortiz.*called/s)
    expect(team.slack.problems).toEqual([])
  })

  it('changes roles, and the team hears of it on the next morning', async () => {
    const team = await aTeam({ mode })
    const { ana, customers } = team
    await frankIsKnown(team)
    await team.types(ana, customers, '/person role frank VP operations at Globex')
    const card = await team.types(ana, customers, '/person frank')
    expect(card).toContain('VP operations at Globex')
    expect(card).toContain('facilities manager at Acme Lighting')
    const [news = ''] = await team.pass(tuesday)
    expect(news).toContain('VP operations at Globex')
    expect(await team.pass('2026-11-24T18:00:00.000Z')).toEqual([])
    expect(team.slack.problems).toEqual([])
  })

  it('is as he was after an undo: on the card, in find and in due', async () => {
    const team = await aTeam({ mode })
    const { ana, customers } = team
    await frankIsKnown(team)
    const see = async () => [
      await team.types(ana, customers, '/person frank'),
      await team.types(ana, customers, '/person find globex'),
      await team.types(ana, customers, '/person find lease'),
      await team.types(ana, customers, '/person due'),
    ]
    const before = await see()
    for (const line of [
      'role frank VP operations at Globex',
      'left frank',
      'every frank 2 months',
      'called frank: the lease "ends in March"',
      'note frank the lease worries him #feeling',
      'heard frank the lease is up',
    ]) {
      await team.types(ana, customers, `/person ${line}`)
      expect(await see(), line).not.toEqual(before)
      await team.types(ana, customers, '/person undo')
      expect(await see(), `${line}, undone`).toEqual(before)
    }
    for (let act = 0; act < 4; act++) await team.types(ana, customers, '/person undo')
    expect(await team.types(ana, customers, '/person find ohio')).not.toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person undo')).not.toContain('Frank Ortiz')
    expect(team.slack.problems).toEqual([])
  })
})
