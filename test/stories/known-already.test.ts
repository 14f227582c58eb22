import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'

describe('somebody who may be known already', () => {
  it('is asked about: the same Frank gets what is new, or there are two from then on', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const line = '/person add Frank Ortiz, VP operations at Globex f@globex.example'
    const yes = await asked(team, ana, customers, line)
    expect(reads(team, yes)).toContain('same')
    await pressed(team, ana, yes, /facilities manager/)
    const card = await show(team)
    for (const known of [
      'facilities manager at Acme Lighting',
      'VP operations at Globex',
      'f@globex.example',
    ])
      expect(card).toContain(known)
    await types(team, ana, customers, 'undo')
    expect(await show(team)).not.toContain('Globex')

    const no = await asked(team, ana, customers, '/person add Frank Ortiz, painter at Initech')
    await pressed(team, ana, no, 'No, somebody else')
    expect(await show(team)).toContain('Which frank')
    withoutProblems(team)
  })

  it('by address, whatever the case', async () => {
    const team = await aTeamWithFrank()
    expect(await show(team, 'add Francis O., buyer at Initech FRANK@ACME.example')).toContain('same')
  })

  it('somebody offstage gets a name and keeps the history', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    expect(await show(team, 'add someone, CFO at Globex')).toContain('keep a place')
    await types(team, ana, customers, 'note someone signs everything over ten thousand')
    expect(await show(team, 'due')).not.toContain('Someone')
    const question = await asked(team, ana, customers, '/person add Dana Cho, CFO at Globex, Inc.')
    expect(reads(team, question)).toContain('someone')
    await pressed(team, ana, question, /^Yes/)
    const card = await show(team, 'dana')
    expect(card).toContain('signs everything')
    expect(card).toContain('CFO at Globex')
    expect(await show(team, 'due')).toContain('Dana Cho')
    const another = await asked(team, ana, customers, '/person add someone, COO at Globex')
    expect(reads(team, another)).toContain('keep a place')
    const not = await asked(team, ana, customers, '/person add Eli Stern, COO at Globex')
    await pressed(team, ana, not, 'No, somebody else')
    expect(await show(team, 'eli')).toContain('COO at Globex')
    await types(team, ana, customers, 'met someone')
    expect(await show(team, 'someone')).not.toContain('nobody has met')
    withoutProblems(team)
  })
})
