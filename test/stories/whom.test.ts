import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'

describe('whom a command is about', () => {
  it('one of two is picked, and the text already typed goes with it, once', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Miller, buyer at Initech')
    const question = await asked(
      team,
      ana,
      customers,
      '/person met frank yesterday: walked <the> "big & old" plant',
    )
    expect(reads(team, question)).toContain('Which frank do you mean?')
    expect(reads(team, await pressed(team, ana, question, /Frank Miller/))).toContain('Frank Miller')
    const card = await show(team, 'frank miller')
    expect(card).toContain('walked <the> "big & old" plant')
    expect(card).toContain('yesterday')
    expect(await show(team, 'frank ortiz')).not.toContain('walked')
    withoutProblems(team)
  })

  it('a question that two people press, or that is pressed twice, is answered once', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Miller, buyer at Initech')
    const question = await asked(team, ana, customers, '/person note frank likes jazz')
    await Promise.all([pressed(team, ana, question, /Miller/), pressed(team, ana, question, /Miller/)])
    const more = await pressed(team, ana, await asked(team, ana, customers, '/person frank miller'), 'More')
    expect(slack.visibleText(more).split('likes jazz')).toHaveLength(2)
    withoutProblems(team)
  })

  it('a near miss is offered and never used without a press; Add goes on with what was typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const before = await show(team)
    const offer = await asked(team, ana, customers, '/person heard fronk the lease is up')
    expect(reads(team, offer)).toContain('Frank Ortiz')
    expect(reads(team, offer)).toContain('[Add “fronk”]')
    expect(await show(team)).toBe(before)
    await pressed(team, ana, offer, /Frank Ortiz/)
    expect(await show(team)).toContain('the lease is up')

    const nobody = await asked(team, ana, customers, '/person called Omar Haddad yesterday: the roof leaks')
    const done = await pressed(team, ana, nobody, 'Add “Omar Haddad”')
    expect(reads(team, done)).toContain('the roof leaks')
    const card = await show(team, 'omar')
    expect(card).toContain('Omar Haddad')
    expect(card).toContain('the roof leaks')
    await types(team, ana, customers, 'undo', 'undo')
    expect(await show(team, 'omar')).toContain('nobody called')
    const plain = await asked(team, ana, customers, '/person Omar Haddad')
    expect(reads(team, await pressed(team, ana, plain, 'Add “Omar Haddad”'))).toContain('Good to know')
    withoutProblems(team)
  })

  it('a verb that was mistyped is offered along with the people', async () => {
    const team = await aTeamWithFrank()
    const reply = await show(team, 'haerd frank the roof leaks')
    expect(reply).toContain('/person heard frank the roof leaks')
    expect(await show(team)).not.toContain('roof')
    expect(await show(team, 'shwo')).toContain('/person show')
    withoutProblems(team)
  })

  it('is told by address, by mention, by family name, by initials and beginnings, whatever the case', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    const user = slack.people.add({ name: 'zoe', realName: 'Zoë Ångström', standing: 'guest' }).id
    await types(team, ana, customers, `add Zoë Ångström, architect at Globex <@${user}>`)
    for (const who of [
      'FRANK',
      'ortiz',
      'fo',
      'fra',
      'frank@acme.example',
      'Frank  Ortiz',
      '“frank”',
      'frank:',
    ])
      expect(await show(team, who), who).toContain('facilities manager')
    const stranger = slack.people.add({ name: 'nobody' }).id
    expect(await show(team, `<@${stranger}>`)).not.toContain('[Add')
    for (const who of ['zoe', 'angstrom', `<@${user}>`])
      expect(await show(team, who), who).toContain('architect')
    withoutProblems(team)
  })
})
