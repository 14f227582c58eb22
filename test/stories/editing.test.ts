import { describe, expect, it } from 'vitest'
import type { View } from '../../src/practice/world/view.js'
import { formIds } from '../../src/slack/action-ids.js'
import { asked, comesBack, handedIn, opened, pressed, sentBack, told, types } from '../support/doing.js'
import { forgeForm } from '../support/forging.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { aTeam } from '../support/team.js'

const metadataOf = ({ body }: View): string => String(body.private_metadata)

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
      ['addresses', 'f@acme.example\nhttps://www.'],
      ['addresses', 'https://'],
      ['prefers', 'x'.repeat(201)],
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

  it('comes back when somebody else changed the same meanwhile, with what was typed and what it is now', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    const other = await opened(team, ben, await asked(team, ben, customers, '/person frank'), 'Edit')
    await handedIn(team, ben, other, { prefers: 'letters', rhythm: '1 week', 'slack-user': ben })
    const typed = { prefers: 'carrier pigeons', name: 'Francisco Ortiz' }
    const again = await comesBack(team, ana, form, typed)
    expect(slack.visibleText(again)).toMatch(
      /changed this while the form was open.*like to be reached\?:\n.*letters\n.*kept as it is now.*week.*@ben/s,
    )
    expect(slack.visibleText(again)).toContain('carrier pigeons')
    expect(await show(team)).toContain('letters')
    expect(await show(team)).not.toContain('Francisco')
    // A third change is told of too.
    await types(team, ben, customers, 'prefers frank telegrams')
    const third = await comesBack(team, ana, again, {})
    expect(slack.visibleText(third)).toContain('telegrams')
    expect(await handedIn(team, ana, third, {})).toContain('Put right')
    const card = await show(team, 'francisco')
    for (const known of ['carrier pigeons', 'every week', '@ben']) expect(card).toContain(known)
    await types(team, ana, customers, 'undo')
    expect(await show(team)).toContain('telegrams')
    withoutProblems(team)
  })

  it('keeps what only somebody else changed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await types(team, ben, customers, 'every frank 5 weeks')
    expect(await handedIn(team, ana, form, { prefers: 'owls' })).toMatch(
      /Put right.*Somebody changed this meanwhile.*How often to be in touch:\n.*5 weeks/s,
    )
    const card = await show(team)
    expect(card).toContain('owls')
    expect(card).toContain('5 weeks')
    withoutProblems(team)
  })

  it('that was open for longer than a day shows what differs before it writes over it', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await types(team, ben, customers, 'prefers frank letters')
    team.setClock('2026-11-22T17:00:00.000Z')
    const again = await comesBack(team, ana, form, { prefers: 'owls' })
    expect(slack.visibleText(again)).toContain('letters')
    await handedIn(team, ana, again, {})
    expect(await show(team)).toContain('owls')
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

  it('an entry that somebody else changed meanwhile comes back, and nothing typed is lost', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'note frank likes jazz')
    const more = async (userId: string) =>
      pressed(team, userId, await asked(team, userId, customers, '/person frank'), 'More')
    const form = await opened(team, ana, await more(ana), 'Edit', { nth: 0 })
    const other = await opened(team, ben, await more(ben), 'Edit', { nth: 0 })
    await handedIn(team, ben, other, { text: 'loves jazz', on: '2026-11-01' })
    const again = await comesBack(team, ana, form, { text: 'plays jazz' })
    expect(slack.visibleText(again)).toMatch(/Note:\n.*loves jazz\n.*kept as it is now.*1 November 2026/s)
    expect(slack.visibleText(again)).toContain('plays jazz')
    expect(reads(team, await more(ben))).toContain('loves jazz')
    await handedIn(team, ana, again, {})
    expect(reads(team, await more(ben))).toMatch(/Noticed 20 days ago by @ana:\n.*plays jazz/)
    withoutProblems(team)
  })

  it('an entry of which somebody else changed something else meanwhile says what, and that it stays', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'promise frank by friday: send the sample')
    const more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    const form = await opened(team, ana, more, 'Edit', { nth: 0 })
    await types(team, ben, customers, 'kept frank')
    const said = await handedIn(team, ana, form, { text: 'send two samples' })
    expect(said).toMatch(/Put right.*Somebody changed this meanwhile.*How it stands: kept/s)
    expect(said).not.toContain('By:')
    const again = await opened(team, ana, more, 'Edit', { nth: 0 })
    expect(await handedIn(team, ana, again, { text: 'send three samples' })).not.toContain('meanwhile')
    withoutProblems(team)
  })

  it('an entry that somebody removed meanwhile gives back what was typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'ask frank who decides?')
    const more = async (userId: string) =>
      pressed(team, userId, await asked(team, userId, customers, '/person frank'), 'More')
    const form = await opened(team, ana, await more(ana), 'Edit', { nth: 0 })
    await pressed(team, ben, await more(ben), 'Remove', { nth: 0 })
    const said = await handedIn(team, ana, form, { text: 'who decides about the light?' })
    expect(said).toMatch(/no longer there.*who decides about the light\?/s)
    withoutProblems(team)
  })

  it('a form that Slack brings twice counts once', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'note frank likes jazz')
    const more = async () => pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    const form = await opened(team, ana, await more(), 'Edit', { nth: 0 })
    const fields = { text: 'plays jazz', on: '2026-11-21' }
    const bring = () =>
      forgeForm(team, { userId: ana, channelId: customers }, formIds.editEntry, metadataOf(form), fields)
    await told(team, ana, bring)
    await types(team, ana, customers, 'undo')
    await bring()
    await team.slack.idle()
    expect(reads(team, await more())).toContain('likes jazz')
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
