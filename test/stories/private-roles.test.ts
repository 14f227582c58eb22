import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { tuesday } from '../support/nudging.js'
import { allThatIsToldTo } from '../support/secrets.js'
import type { Team } from '../support/team.js'

/** Frank is known to everybody as facilities manager, and was spoken to today. */
const aTeamThatMetFrank = async (): Promise<Team & { readonly dm: string }> => {
  const team = await aTeamWithFrank()
  await types(team, team.ana, team.customers, 'met frank')
  return { ...team, dm: team.slack.places.dm(team.ana).id }
}

describe('a role that was typed in private', () => {
  it('gives neither its company nor itself away when a new one is typed in public', async () => {
    const team = await aTeamThatMetFrank()
    const { ana, ben, customers, dm } = team
    await types(team, ana, dm, 'role frank also chairman at Globex')
    const said = await team.types(ana, customers, '/person role frank VP operations')
    expect(said).toContain('VP operations at Acme Lighting')
    expect(await allThatIsToldTo(team, ben)).not.toMatch(/Globex|chairman/)
    expect((await team.pass(tuesday)).join()).toMatch(/new in this role.*before that, facilities manager/)
    // With none that everybody knows, there is no company to keep, and nothing to say of before.
    await types(team, ana, customers, 'left frank')
    expect(await team.types(ana, customers, '/person role frank mayor')).toContain('Frank Ortiz is mayor now')
    expect(await allThatIsToldTo(team, ben)).not.toMatch(/Globex|chairman/)
    for (const post of await team.pass('2026-11-25T16:00:00.000Z'))
      expect(post).not.toMatch(/Globex|chairman/)
    withoutProblems(team)
  })

  it('keeps its company in private', async () => {
    const team = await aTeamThatMetFrank()
    await types(team, team.ana, team.dm, 'role frank chairman at Globex')
    expect(await team.types(team.ana, team.dm, '/person role frank CEO')).toContain('CEO at Globex')
  })

  it('does not say what they did before to readers who may not know it', async () => {
    const team = await aTeamThatMetFrank()
    const { ana, ben, customers, dm } = team
    await types(team, ana, dm, 'role frank also chairman at Globex')
    await types(team, ana, customers, 'role frank CEO at Globex')
    expect(await team.types(ana, customers, '/person')).toContain('Before that: ')
    expect(await allThatIsToldTo(team, ben)).not.toContain('chairman')
    expect((await team.pass(tuesday)).join()).not.toContain('chairman')
  })

  it('closes the old one for its readers alone, and undo opens it again', async () => {
    const team = await aTeamThatMetFrank()
    const { ana, ben, customers, quiet } = team
    const before = await allThatIsToldTo(team, ben)
    const answer = await asked(team, ana, quiet, '/person role frank VP operations at Globex')
    expect(reads(team, answer)).toMatch(/Seen by the members of .*quiet/)
    const mine = await show(team)
    expect(mine).toMatch(/Frank Ortiz · VP operations at Globex\n/)
    expect(mine).toContain('Before: facilities manager at Acme Lighting (until today)')
    expect(await team.types(ana, customers, '/person find frank')).toContain('VP operations at Globex')
    expect(await allThatIsToldTo(team, ben)).toBe(before)
    expect(await team.pass(tuesday)).toEqual([])
    await types(team, ana, customers, 'undo')
    expect(await show(team)).toMatch(/Frank Ortiz · facilities manager at Acme Lighting\n/)

    const again = await asked(team, ana, quiet, '/person role frank VP operations at Globex')
    await pressed(team, ana, again, /Show it to all/)
    const theirs = await show(team, 'frank', ben)
    expect(theirs).toMatch(/Frank Ortiz · VP operations at Globex\n/)
    expect(theirs).toContain('Before: facilities manager at Acme Lighting')
    withoutProblems(team)
  })

  it('that ended in private goes on for everybody else, until it is said where they read', async () => {
    const team = await aTeamThatMetFrank()
    const { ana, ben, customers, dm } = team
    const before = await allThatIsToldTo(team, ben)
    const left = await asked(team, ana, dm, '/person left frank')
    expect(reads(team, left)).toContain('Only you can see this')
    expect(await show(team)).toContain('Before: facilities manager at Acme Lighting (until today)')
    expect(await allThatIsToldTo(team, ben)).toBe(before)
    expect(await team.types(ana, dm, '/person left frank')).toContain('no role that could end')
    expect(await team.pass(tuesday)).toEqual([])
    await types(team, ana, dm, 'undo')
    expect(await show(team)).toMatch(/Frank Ortiz · facilities manager at Acme Lighting\n/)

    const again = await asked(team, ana, dm, '/person left frank')
    await pressed(team, ana, again, /Show it to all/)
    expect(await show(team, 'frank', ben)).toContain('Before: facilities manager at Acme Lighting')
    await types(team, ana, dm, 'undo')
    expect(await allThatIsToldTo(team, ben)).toBe(before)
    expect(await team.types(ana, customers, '/person left frank')).toContain('no longer facilities manager')
    expect(await show(team, 'frank', ben)).toContain('Before: facilities manager at Acme Lighting')
    withoutProblems(team)
  })

  it('stays ended for its readers alone when the role is put right', async () => {
    const team = await aTeamThatMetFrank()
    const { ana, ben, customers, dm } = team
    await types(team, ana, dm, 'left frank')
    const card = await asked(team, ana, customers, '/person frank')
    const history = await pressed(team, ana, card, 'More')
    // The question where he went stands above the role.
    const form = await opened(team, ana, history, 'Edit', { nth: 2 })
    await handedIn(team, ana, form, { title: 'plant manager' })
    expect(await show(team, 'frank', ben)).toMatch(/Frank Ortiz · plant manager at Acme Lighting\n/)
    expect(await show(team)).toContain('Before: plant manager at Acme Lighting (until today)')
  })
})
