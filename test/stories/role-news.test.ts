import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { at, putRight, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

describe('news of roles', () => {
  const know = async (team: Team, ...names: string[]) => {
    for (const name of names)
      await types(team, team.ana, team.customers, `add ${name}, buyer at Acme`, `met ${name}`)
  }

  it('is a message of its own, once an hour at most', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const { ana, customers } = team
    await know(team, 'Frank Ortiz', 'Susan Bell')
    await team.pass('2026-11-24T15:00:00.000Z')
    team.setClock('2026-11-24T15:30:00.000Z')
    await types(team, ana, customers, 'role frank VP operations at Globex')
    expect(await team.pass('2026-11-24T15:31:00.000Z')).toEqual([
      expect.stringContaining('VP operations at Globex'),
    ])
    await types(team, ana, customers, 'left susan')
    expect(await team.pass('2026-11-24T15:45:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-24T16:31:00.000Z')).toEqual([
      expect.stringContaining('no longer buyer at Acme'),
    ])
    expect(await team.pass('2026-11-24T17:40:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T02:00:00.000Z')).toEqual([])
  })

  it('of many at once waits for the digest', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const names = ['Frank Ortiz', 'Susan Bell', 'Lily Chen', 'John Park']
    await know(team, ...names)
    await team.pass('2026-11-24T15:00:00.000Z')
    team.setClock('2026-11-24T15:30:00.000Z')
    for (const name of names) await types(team, team.ana, team.customers, `left ${name}`)
    expect(await team.pass('2026-11-24T15:31:00.000Z')).toEqual([])
    const [digest = ''] = await team.pass('2026-11-25T15:00:00.000Z')
    for (const name of names) expect(digest).toContain(name)
  })

  it('is settled by a contact, taken back by an undo, and told to nobody at night', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const { ana, customers } = team
    await know(team, 'Frank Ortiz')
    await types(team, ana, customers, 'role frank VP operations at Globex', 'called frank: congratulated')
    expect(await team.pass(tuesday)).toEqual([])
    team.setClock('2026-11-24T17:00:00.000Z')
    await types(team, ana, customers, 'role frank CEO at Globex', 'undo')
    expect(await team.pass('2026-11-24T18:00:00.000Z')).toEqual([])
    await types(team, ana, customers, 'role frank CEO at Globex')
    expect(await team.pass('2026-11-25T02:00:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T15:00:00.000Z')).toEqual([expect.stringContaining('CEO at Globex')])
    await types(team, ana, customers, 'undo')
    await putRight(team, /no longer needed/)
  })

  it('is told on the same day on which somebody was brought up as quiet', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Acme', 'met frank 60 days ago')
    expect(await team.pass(tuesday)).toEqual([expect.stringContaining('Frank Ortiz')])
    team.setClock('2026-11-24T17:00:00.000Z')
    await types(team, ana, customers, 'called frank: he is leaving', 'role frank VP operations at Globex')
    expect(await team.pass('2026-11-24T18:00:00.000Z')).toEqual([
      expect.stringContaining('VP operations at Globex'),
    ])
    expect(await team.pass('2026-11-24T20:00:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T16:00:00.000Z')).toEqual([])
  })
})
