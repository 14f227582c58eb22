import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, types } from '../support/doing.js'
import { at, frankIsQuiet, hands, putRight, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

describe('the digest', () => {
  const people = [
    'Frank Ortiz',
    'Susan Bell',
    'Lily Chen',
    'John Park',
    'Liz Moss',
    'Omar Haddad',
    'Kai Aoki',
  ]
  const manyAreQuiet = async (team: Team) => {
    for (const [index, name] of people.entries())
      await types(team, team.ana, team.customers, `add ${name}`, `met ${name} ${50 + index} days ago`)
  }

  it('has five people at most, the longest silent first, and the others the next morning', async () => {
    const team = await aTeam()
    await manyAreQuiet(team)
    const [first = '', ...none] = await team.pass(tuesday)
    expect(none).toEqual([])
    const order = [...people].reverse()
    const places = order.slice(0, 5).map((name) => first.indexOf(name))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(first).not.toMatch(/Frank|Susan/)
    expect(await team.pass('2026-11-24T20:00:00.000Z')).toEqual([])
    const [second = ''] = await team.pass(at('2026-11-25'))
    for (const name of order.slice(5)) expect(second).toContain(name)
    for (const name of order.slice(0, 5)) expect(second).not.toContain(name)
    expect(team.slack.problems).toEqual([])
  })

  it('is fixed by the first pass in its hour, even when empty; what comes due later waits', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const { ana, customers } = team
    await types(team, ana, customers, 'add Susan Bell')
    expect(await team.pass('2026-11-24T14:59:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-24T15:00:00.000Z')).toEqual([])
    team.setClock('2026-11-24T15:05:00.000Z')
    await types(team, ana, customers, 'met susan 60 days ago')
    expect(await team.pass('2026-11-24T15:10:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T15:00:00.000Z')).toEqual([expect.stringContaining('Susan Bell')])
  })

  it('comes late when the bot was down at its hour, and never outside working time', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    for (const now of ['2026-11-22T16:00:00.000Z', '2026-11-24T05:00:00.000Z', '2026-11-24T14:00:00.000Z'])
      expect(await team.pass(now)).toEqual([])
    expect(await team.pass('2026-11-24T23:00:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T22:59:00.000Z')).toEqual([expect.stringContaining('Frank Ortiz')])
  })

  it('has nobody who was introduced or given a rhythm today', async () => {
    const team = await aTeam({ at: '2026-11-24T14:00:00.000Z' })
    await frankIsQuiet(team)
    expect(await team.pass(tuesday)).toEqual([])
    expect(await team.pass(at('2026-11-25'))).toEqual([expect.stringContaining('Frank Ortiz')])
  })

  it('comes once, however many passes run at once', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    const passes = await Promise.all([team.scheduler(), team.scheduler(), team.scheduler()])
    await Promise.all(passes.map((hand) => hand.byHand(tuesday)))
    await Promise.all(passes.map((hand) => hand.close()))
    expect(team.posts(team.customers)).toHaveLength(1)
    expect(team.slack.problems).toEqual([])
  })

  it('is in the zone of whoever introduced somebody there first', async () => {
    const team = await aTeam()
    const { ben, general, customers } = team
    await types(team, ben, customers, 'add Frank Ortiz', 'met frank 60 days ago')
    await types(team, team.ana, customers, 'note frank fine')
    expect(await team.pass('2026-11-24T08:59:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-24T09:00:00.000Z')).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(team.posts(general)).toEqual([])
  })

  it('says once that UTC stands in where Slack gives no zone', async () => {
    const team = await aTeam()
    const { slack, customers } = team
    const nomad = slack.people.add({ name: 'nomad', tz: null }).id
    slack.places.join(customers, nomad)
    await types(
      team,
      nomad,
      customers,
      'add Frank Ortiz',
      'met frank 60 days ago',
      'add Susan Bell',
      'met susan 33 days ago',
    )
    const [first = ''] = await team.pass('2026-11-24T09:00:00.000Z')
    expect(first).toContain('UTC')
    await types(team, nomad, customers, 'add Lily Chen', 'met lily 60 days ago')
    const [second = ''] = await team.pass('2026-11-25T09:00:00.000Z')
    expect(second).toContain('Lily Chen')
    expect(second).not.toContain('UTC')
  })

  it('names the owner once, how they like to be reached, and every reason in one entry', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    await frankIsQuiet(team)
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Edit')
    await handedIn(team, ana, form, { prefers: 'text, never before ten' })
    await hands(team, 'frank', ben)
    await types(team, ana, customers, 'role frank VP operations at Globex')
    const [post = '', ...others] = await team.pass(tuesday)
    expect(others).toEqual([])
    expect(post.split('@ben')).toHaveLength(2)
    expect(post.split('Frank Ortiz')).toHaveLength(2)
    expect(post).toContain('text, never before ten')
    expect(post).toContain('VP operations at Globex')
    expect(post).toContain('my daughter starts at Ohio State')
  })

  it('does not tell a guest how they like to be reached when that was said where the guest does not read', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await frankIsQuiet(team)
    const elsewhere = slack.places.add({ name: 'elsewhere', kind: 'public', members: [ana, ben] }).id
    await types(team, ana, elsewhere, 'prefers frank a knock after ten')
    const [post = ''] = await team.pass(tuesday)
    expect(post).toContain('Frank Ortiz')
    expect(post).not.toContain('a knock after ten')
    team.setClock(at('2026-11-24', 17))
    await types(team, ana, customers, 'prefers frank a knock after nine')
    await putRight(team, /a knock after nine/)
  })
})
