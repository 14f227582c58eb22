import { describe, expect, it } from 'vitest'
import { asked, opened, pressed, types, words } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { merges, unmerges } from '../support/merging.js'
import { at, frankIsQuiet, putRight } from '../support/nudging.js'
import { aTeam } from '../support/team.js'

describe('nudges about two people who are one', () => {
  it('are settled where they named the one who is gone, and go on about the other', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    await frankIsQuiet(team)
    await types(team, ana, customers, 'add Francis Ortiz', 'every francis never')
    await types(team, ana, customers, 'promise francis by 24 nov: send the drawings')
    const [post = ''] = await team.pass(at('2026-11-24'))
    expect(post).toMatch(/Francis Ortiz.*send the drawings/s)
    expect(post).toContain('Frank Ortiz')
    team.setClock(at('2026-11-24', 17))
    await types(team, ben, customers, 'called francis: the lease')
    await merges(team, 'frank and francis')
    // The call was with the same person: nobody needs to reach out, and nothing names Francis any more.
    await putRight(team, /Frank Ortiz: @ben called/)
    expect(team.posts(customers).join()).not.toContain('Francis Ortiz')
    expect(await show(team, 'due')).toMatch(/Frank Ortiz/)
    expect(await show(team, 'due')).not.toContain('Francis')
    const [next = ''] = await team.pass(at('2026-12-03'))
    expect(next).toMatch(/Frank Ortiz.*send the drawings/s)
    team.setClock(at('2026-12-03', 17))
    await types(team, ana, customers, 'kept frank')
    await pressed(team, ana, await unmerges(team, 'frank'), 'Take apart')
    expect(await show(team, 'francis')).toContain('the lease')
    expect(await team.pass(at('2026-12-04'))).toEqual([expect.stringMatching(/Frank Ortiz(?!.*drawings)/s)])
    withoutProblems(team)
  })
})

describe('somebody merged into a third', () => {
  it('comes back alone, whoever is asked for first', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(
      team,
      ana,
      customers,
      'add Francis Ortiz francis@acme.example',
      'add Paco Ortiz paco@acme.example',
    )
    await types(team, ana, customers, 'note frank one', 'note francis two', 'note paco three')
    await merges(team, 'francis and frank')
    await merges(team, 'paco and francis')
    expect(await show(team, 'frank@acme.example')).toContain('Paco Ortiz')
    const which = await unmerges(team, 'paco')
    expect(reads(team, which)).toMatch(/Francis Ortiz.*Frank Ortiz/s)
    await pressed(team, ana, await pressed(team, ana, which, /^Frank Ortiz/), 'Take apart')
    expect(await show(team, 'frank@acme.example')).toContain('one')
    expect(await show(team, 'francis@acme.example')).toMatch(/Paco Ortiz/)
    await pressed(team, ana, await unmerges(team, 'paco'), 'Take apart')
    const [francis, paco] = [await show(team, 'francis'), await show(team, 'paco')]
    expect(francis).toMatch(/two/)
    expect(francis).not.toMatch(/frank@|paco@|one\b|three/)
    expect(paco).toMatch(/three/)
    expect(paco).not.toMatch(/frank@|francis@|two/)
    withoutProblems(team)
  })
})

describe('merging from elsewhere', () => {
  it('begins in the form of one of them, which says whom they may be', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    const same = await asked(team, ana, customers, '/person add F. Ortiz frank@acme.example')
    await pressed(team, ana, same, 'No, somebody else')
    const card = await asked(team, ana, customers, '/person frank ortiz')
    const form = await opened(team, ana, card, 'Edit')
    expect(JSON.stringify(form.blocks)).toMatch(/Perhaps one person who is known twice.*frank@acme.example/s)
    const run = await slack.as(ana).press(form, 'Look at both')
    const both = await run.modal()
    expect(JSON.stringify(both.blocks)).toMatch(/Stays.*Frank Ortiz.*Goes into them.*F. Ortiz/s)
    await slack.as(ana).press(both, 'Make them one')
    await slack.until(async () => (await show(team, 'f. ortiz')).includes('nobody'), { what: 'one Frank' })
    withoutProblems(team)
  })

  it('works in a DM, where everything stands in messages', async () => {
    const team = await aTeam()
    const { ana, slack } = team
    const dm = slack.places.dm(ana).id
    const says = (text: string) => words(team, ana, () => slack.as(ana).say(dm, text))
    await says('add Frank Ortiz')
    await says('add Francis Ortiz')
    expect(await says('merge frank and francis')).toContain('known to you alone')
    withoutProblems(team)
  })
})
