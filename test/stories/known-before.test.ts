import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'

describe('what is typed twice', () => {
  it('is known already, and the answer says how to go on', async () => {
    const team = await aTeamWithFrank()
    const lines: readonly (readonly [line: string, next: RegExp])[] = [
      ['promise frank by friday: send the sample', /promised Frank Ortiz that already.*kept Frank Ortiz/s],
      ['step frank: asks his board', /step of Frank Ortiz is known already.*kept Frank Ortiz/s],
      ['date frank 14 march: birthday', /day is known already for Frank Ortiz.*person Frank Ortiz/s],
      ['trigger frank 1 march: lease ends', /day is known already for Frank Ortiz.*person Frank Ortiz/s],
      ['ask frank: who decides?', /already to be asked of Frank Ortiz.*answered Frank Ortiz/s],
      ['situation frank: lease and energy costs', /newest that is known of Frank Ortiz already/],
    ]
    for (const [line, next] of lines) {
      expect(await show(team, line)).not.toContain('already')
      const again = await show(team, line, team.ben)
      // What Ben promises is another promise than what Ana did.
      if (!line.startsWith('promise')) expect(again).toMatch(next)
      expect(await show(team, line)).toMatch(next)
    }
    await types(team, team.ben, team.customers, 'undo')
    const birthday = 'date frank 14 march 1971: birthday'
    expect(await show(team, birthday, team.ben)).toContain('every year on 14 March')
    expect(await show(team, birthday)).toContain('known already')
    expect(await show(team, 'find birthday')).toMatch(/day that matters, 14 March: birthday$/m)
    expect((await show(team, 'find birthday')).match(/birthday$/gm)).toHaveLength(1)
    withoutProblems(team)
  })
})

describe('a way to be reached', () => {
  it('is found by its words', async () => {
    const team = await aTeamWithFrank()
    await types(team, team.ana, team.customers, 'prefers frank carrier pigeon')
    expect(await show(team, 'find pigeon')).toContain('Frank Ortiz likes to be reached by: carrier pigeon')
    expect(await show(team, 'pigeon')).not.toContain('Acme')
    withoutProblems(team)
  })
})

describe('a tie that would close a circle', () => {
  it('neither comes back by undo, nor is shown to all', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet } = team
    await types(team, ana, customers, 'add Susan Bell', 'tie frank reports to susan')
    await pressed(
      team,
      ana,
      await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More'),
      'Remove',
      { nth: 0 },
    )
    await types(team, ben, customers, 'tie susan reports to frank')
    expect(await show(team, 'undo')).toMatch(
      /Frank Ortiz would report to Susan Bell, who reports to Frank Ortiz.*nothing changed/,
    )
    await types(team, ben, customers, 'undo')
    expect(await show(team, 'undo')).toContain('Taken back')
    await types(team, ana, customers, 'add Omar Haddad')
    const noted = await asked(team, ana, quiet, '/person tie susan reports to omar')
    await types(team, ben, customers, 'tie omar reports to frank')
    expect(reads(team, await pressed(team, ana, noted, /Show it/))).toContain('in a circle')
    expect(await show(team, 'susan', ben)).not.toContain('Omar')
    withoutProblems(team)
  })
})
