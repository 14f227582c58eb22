import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, sentBack, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { aTeam } from '../support/team.js'

describe('the edit form', () => {
  it('says what is wrong at each field, keeps what was typed, and puts everything right', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    const run = await slack.as(ana).command(customers, '/person edit frank')
    const form = await run.modal()
    const good = {
      name: 'Francisco Ortiz',
      addresses: 'f@acme.example\nhttps://LinkedIn.com/in/Frank',
      rhythm: '2 months',
    }
    for (const [field, wrong] of [
      ['name', '   '],
      ['name', 'x'.repeat(201)],
      ['rhythm', 'whenever'],
      ['addresses', 'not an address'],
    ] as const)
      expect(Object.keys(await sentBack(team, ana, form, { ...good, [field]: wrong }))).toEqual([field])
    const done = await handedIn(team, ana, form, { ...good, prefers: 'text', 'slack-user': ana })
    expect(done).toContain('Francisco Ortiz')
    const card = await show(team, 'francisco')
    for (const known of ['https://LinkedIn.com/in/Frank', 'f@acme.example', '2 months', 'text', '@ana'])
      expect(card).toContain(known)
    await types(team, ana, customers, 'undo')
    expect(await show(team)).toContain('frank@acme.example')
    withoutProblems(team)
  })

  it('writes over nothing that somebody else changed meanwhile, and gives back what was typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    const other = await opened(team, ben, await asked(team, ben, customers, '/person frank'), 'Edit')
    await handedIn(team, ben, other, { prefers: 'letters', rhythm: '1 week' })
    const refused = await handedIn(team, ana, form, { prefers: 'carrier pigeons' })
    expect(refused).toContain('while the form was open')
    expect(refused).toContain('carrier pigeons')
    expect(await show(team)).toContain('letters')

    const again = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await types(team, ben, customers, 'every frank 5 weeks')
    await handedIn(team, ana, again, { prefers: 'owls' })
    const card = await show(team)
    expect(card).toContain('owls')
    expect(card).toContain('5 weeks')
    withoutProblems(team)
  })

  it('changes nothing when nothing was changed', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'every frank 3 weeks')
    const before = [await show(team), await show(team, 'due')]
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await handedIn(team, ana, form, {})
    expect([await show(team), await show(team, 'due')]).toEqual(before)
  })
})

describe('more', () => {
  it('shows everything, a page at a time, with edit and remove on each entry', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    for (let n = 1; n <= 12; n++) await types(team, ana, customers, `note frank thing number ${n}.`)
    await types(team, ana, customers, 'met frank yesterday: he said "the lease ends"')
    let more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    expect(reads(team, more)).toContain('1 to 10 of 15')
    more = await pressed(team, ana, more, 'Older')
    expect(reads(team, more)).toContain('facilities manager at Acme Lighting')
    more = await pressed(team, ana, more, 'Newer')

    const note = await opened(team, ana, more, 'Edit', { nth: 0 })
    expect(await sentBack(team, ana, note, { on: '2027-01-01' })).toEqual({ on: expect.any(String) })
    expect(await sentBack(team, ana, note, { text: '  ' })).toEqual({ text: expect.any(String) })
    await handedIn(team, ana, note, { text: 'put right #feeling', on: '2026-11-21' })
    expect(await show(team)).toContain('put right #feeling')
    await types(team, ana, customers, 'undo')

    const search = async (words: string) => team.types(ana, customers, `/person find ${words}`)
    const fresh = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    expect(slack.visibleText(await pressed(team, ana, fresh, 'Remove', { nth: 0 }))).toContain('Removed')
    expect(await search('thing number 12')).not.toContain('noticed')
    await types(team, ana, customers, 'undo')
    expect(await search('thing number 12')).toContain('noticed')
    withoutProblems(team)
  })

  it('edits a contact and a role, and removing either takes along what came with it', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'role frank buyer at Acme since 2026-01-05')
    const more = async () => pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    const role = await opened(team, ana, await more(), 'Edit')
    expect(await sentBack(team, ana, role, { title: null, company: null })).toEqual({
      title: expect.any(String),
    })
    expect(await sentBack(team, ana, role, { title: 'x'.repeat(201) })).toEqual({ title: expect.any(String) })
    expect(
      await sentBack(team, ana, role, { title: 'buyer', company: 'Acme', 'until-on': '2025-01-01' }),
    ).toEqual({
      'until-on': expect.any(String),
    })
    await handedIn(team, ana, role, { title: 'head buyer', company: 'Acme', 'until-on': null })
    expect(await show(team)).toContain('head buyer at Acme')
    await pressed(team, ana, await more(), 'Remove')
    expect(await show(team)).not.toContain('Acme')

    await types(team, ana, customers, 'met frank yesterday: he said "the lease ends"')
    // The words that were quoted stand first: they were kept with the contact, and after it.
    const contact = await opened(team, ana, await more(), 'Edit', { nth: 1 })
    expect(slack.visibleText(contact)).toContain('he said "the lease ends"')
    await handedIn(team, ana, contact, { text: 'he was glad', on: '2026-11-01' })
    expect(await show(team)).toContain('he was glad')
    withoutProblems(team)
  })

  it('of a card: Talked asks how it was', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Talked')
    expect(await sentBack(team, ana, form, { on: '2027-01-01' })).toEqual({ on: expect.any(String) })
    expect(
      await handedIn(team, ana, form, { how: 'met', text: 'walked the plant', on: '2026-11-20' }),
    ).toContain('walked the plant')
    expect(await show(team)).toContain('walked the plant')
  })
})
