import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'

describe('the other end of a tie', () => {
  it('is picked where several fit, page by page, and the command goes on', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Susan Bell, COO at Acme', 'add Susan Reyes, buyer at Globex')
    for (let n = 0; n < 8; n++) await types(team, ana, customers, `add Susan Number${n}`)
    const question = await asked(team, ana, customers, '/person tie frank reports to susan')
    expect(reads(team, question)).toMatch(/Which susan do you mean.*1 to 8 of 10/s)
    expect(await show(team)).not.toContain('Susan')
    const next = await pressed(team, ana, question, 'More people')
    expect(reads(team, next)).toContain('9 to 10 of 10')
    const done = await pressed(team, ana, next, /Susan Reyes/)
    expect(reads(team, done)).toContain('Frank Ortiz reports to Susan Reyes')
    expect(await show(team)).toContain('Susan Reyes')
    withoutProblems(team)
  })

  it('that is nearly right is offered, and never used without a press', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Susan Bell, COO at Acme')
    const before = await show(team)
    const offer = await asked(team, ana, customers, '/person tie frank listens to susn')
    expect(reads(team, offer)).toMatch(/nobody called “susn”.*tie frank listens to susn.*Susan Bell/s)
    expect(await show(team)).toBe(before)
    expect(reads(team, await pressed(team, ana, offer, /Susan Bell/))).toContain('listens to Susan Bell')
    withoutProblems(team)
  })

  it('that is new is added by a press, and one undo takes back both', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const before = await show(team)
    const offer = await asked(team, ana, customers, '/person tie frank was introduced by Omar Haddad')
    const done = await pressed(team, ana, offer, 'Add “Omar Haddad”')
    expect(reads(team, done)).toContain('Frank Ortiz was introduced by Omar Haddad')
    expect(await show(team, 'omar')).toContain('Frank Ortiz')
    expect(await show(team, 'undo')).toContain('and what came with it')
    expect(await show(team, 'omar')).toContain('nobody called')
    expect(await show(team)).toBe(before)

    // Somebody of that name came meanwhile: the same, or somebody else, and the tie waits for that too.
    const again = await asked(team, ana, customers, '/person tie frank married to Omar Haddad')
    await types(team, ana, customers, 'add Omar Haddad')
    const same = await pressed(team, ana, again, /^Add/)
    expect(reads(team, await pressed(team, ana, same, /^Omar Haddad/))).toContain('is married to Omar Haddad')
    withoutProblems(team)
  })

  it('waits behind the first, where both have to be picked', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Miller, buyer at Initech')
    const first = await asked(team, ana, customers, '/person tie frank works with frank')
    const second = await pressed(team, ana, first, /Frank Ortiz/)
    expect(reads(team, second)).toMatch(/Which frank do you mean.*Frank Miller/s)
    expect(reads(team, second)).not.toContain('[Frank Ortiz')
    const done = await pressed(team, ana, second, /Frank Miller/)
    expect(reads(team, done)).toContain('Frank Ortiz works with Frank Miller')
    withoutProblems(team)
  })

  it('is a name by itself', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Susan Bell, COO at Acme')
    for (const who of ['Susan Bell.', '“susan”', 'sb', 'bell'])
      await types(team, ana, customers, `tie frank reports to ${who}`, 'undo')
    expect(await show(team, 'tie frank reports to susan: since May')).toMatch(
      /a name stands by itself.*\/person tie Frank Ortiz reports to susan.*since May/s,
    )
    expect(await show(team)).not.toContain('Susan')
    withoutProblems(team)
  })
})
