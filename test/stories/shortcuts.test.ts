import { describe, expect, it } from 'vitest'
import { type Json, objectAt, textAt } from '../../src/practice/json.js'
import type { View } from '../../src/practice/world/view.js'
import { types } from '../support/doing.js'
import { forgeAgain } from '../support/forging.js'
import { aTeam, type Team } from '../support/team.js'

type Given = NonNullable<Parameters<ReturnType<Team['slack']['as']>['submit']>[1]>

/** What is said stands under that morning's date, a moment before the team's clock begins. */
const inTheMorning = { slack: { now: () => Date.parse('2026-11-21T15:55:00.000Z') } }

/** Somebody says something, and it lies there to be used. */
const said = async ({ slack }: Team, userId: string, channelId: string, text: string) => {
  const { ts } = await slack.as(userId).say(channelId, text)
  return { channelId, ts }
}
const uses = async (
  { slack }: Team,
  userId: string,
  shortcut: string,
  on?: { channelId: string; ts: string },
): Promise<View> => (await slack.as(userId).shortcut(shortcut, on)).modal()

/** Hands the form in and reads what stands in its place then. */
const kept = async ({ slack }: Team, userId: string, form: View, values: Given = {}): Promise<string> => {
  const { errors } = await slack.as(userId).submit(form, values)
  if (Object.keys(errors).length > 0) throw new Error(`The form came back: ${JSON.stringify(errors)}`)
  const { modal } = slack.as(userId)
  return modal === undefined ? '' : slack.visibleText(modal)
}
const filled = ({ slack }: Team, userId: string, form: View, field: string): Json =>
  objectAt(objectAt(slack.as(userId).filledIn(form), field), field) ?? {}
const chosen = (team: Team, userId: string, form: View): string[] => {
  const options = filled(team, userId, form, 'people').selected_options
  return Array.isArray(options) ? options.map((each) => textAt(objectAt(each, 'text'), 'text') ?? '') : []
}
const offered = async ({ slack }: Team, userId: string, form: View, typed: string): Promise<Json[]> =>
  slack
    .as(userId)
    .suggest(form, form.blocks.some((b) => b.block_id === 'people') ? 'people' : 'look-up', typed)
const names = (options: readonly Json[]) => options.map((each) => textAt(objectAt(each, 'text'), 'text'))

const people = async (team: Team): Promise<void> => {
  const { ana, customers } = team
  await types(team, ana, customers, 'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example')
  await types(team, ana, customers, 'add Zoë Müller, CFO at Globex', 'add Frida Kahn')
}

describe('"Log a conversation"', () => {
  it('is filled from the message, and logs it for everybody in it as one act', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await people(team)
    const message = await said(team, ana, customers, 'Frank Ortiz and Zoë Müller: "the lease ends in March"')
    const form = await uses(team, ana, 'log-conversation', message)
    expect(chosen(team, ana, form).sort()).toEqual([
      'Frank Ortiz · facilities manager at Acme Lighting',
      'Zoë Müller · CFO at Globex',
    ])
    expect(filled(team, ana, form, 'text').value).toContain('the lease ends in March')
    const on = String(filled(team, ana, form, 'on').selected_date)
    expect(on).toMatch(/^\d{4}-\d\d-\d\d$/)
    const reply = await kept(team, ana, form, { how: 'met', on: '2026-11-20' })
    expect(reply).toMatch(/You met .*Frank Ortiz.* and .*Zoë Müller|You met .*Zoë Müller.* and .*Frank Ortiz/)
    for (const who of ['frank ortiz', 'zoë'])
      expect(await team.types(ana, customers, `/person ${who}`)).toContain('the lease ends in March')
    const undone = slack.as(ana).modal
    if (undone === undefined) throw new Error('no modal')
    await slack.as(ana).press(undone, 'Undo')
    await slack.until(() => slack.visibleText(slack.as(ana).modal ?? undone).includes('Taken back'), {
      what: 'taken back',
    })
    for (const who of ['frank ortiz', 'zoë'])
      expect(await team.types(ana, customers, `/person ${who}`)).not.toContain('lease')
    expect(slack.problems).toEqual([])
  })

  it('says at each field what is wrong, and loses nothing; handed in twice it counts once', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, customers, slack } = team
    await people(team)
    const message = await said(team, ben, customers, 'good call')
    const form = await uses(team, ana, 'log-conversation', message)
    expect(chosen(team, ana, form)).toEqual([])
    const [frank] = await offered(team, ana, form, 'ortiz')
    if (frank === undefined) throw new Error('nobody offered')
    const errors = async (values: Given) => Object.keys((await slack.as(ana).submit(form, values)).errors)
    expect(await errors({ text: 'he was glad' })).toEqual(['people'])
    expect(await errors({ people: [{ ...frank, value: 'nobody' }] })).toEqual(['people'])
    expect(await errors({ people: [frank], on: '2027-01-01' })).toEqual(['on'])
    expect(filled(team, ana, form, 'text').value).toBe('he was glad')
    expect(await kept(team, ana, form, { on: '2026-11-20' })).toContain('Frank Ortiz')
    const before = await team.types(ana, customers, '/person frank ortiz')
    const again = slack.traffic.findLast(({ name }) => name === 'view_submission')?.body
    await forgeAgain(team, again)
    expect(await team.types(ana, customers, '/person frank ortiz')).toBe(before)
    expect(slack.problems).toEqual([])
  })

  it('on a nudge of ours is about whom it brought up, and quotes nobody', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await people(team)
    await types(team, ana, customers, 'met frank ortiz 60 days ago', 'every frank ortiz 3 weeks')
    await team.pass('2026-11-24T16:00:00.000Z')
    const nudge = slack
      .seenBy(ana, customers)
      .find((seen) => seen.user === slack.botUserId && !seen.isEphemeral)
    if (nudge === undefined) throw new Error('no nudge')
    const form = await uses(team, ana, 'log-conversation', nudge)
    expect(chosen(team, ana, form)).toEqual(['Frank Ortiz · facilities manager at Acme Lighting'])
    expect(filled(team, ana, form, 'text').value).toBeNull()
  })
})

describe('"Remember this"', () => {
  it('keeps the words of whoever is linked to a person as theirs, on the day of the message', async () => {
    const team = await aTeam(inTheMorning)
    const { ana, pia, shared, customers, slack } = team
    await types(team, ana, customers, `add Pia Partner <@${pia}>`)
    const message = await said(team, pia, shared, 'we are moving to *Ohio*')
    const form = await uses(team, ana, 'remember-this', message)
    expect(chosen(team, ana, form)).toEqual(['Pia Partner'])
    expect(textAt(filled(team, ana, form, 'kind').selected_option, 'value')).toBe('heard')
    const reply = await kept(team, ana, form)
    expect(reply).toContain('word for word')
    expect(reply).toContain('Only you can see this')
    expect(await team.types(ana, customers, '/person find ohio')).toContain('Pia Partner')
    expect(await team.types(team.ben, customers, '/person find ohio')).not.toContain('Pia Partner')
    expect(slack.problems).toEqual([])
  })

  it('works where the bot is not, and what is kept there only its author sees', async () => {
    const team = await aTeam(inTheMorning)
    const { ana, ben, customers, slack } = team
    await people(team)
    const secret = slack.places.add({ name: 'secret', kind: 'private', members: [ana, ben], withBot: false })
    const message = await said(team, ben, secret.id, 'Frank Ortiz loves jazz')
    const form = await uses(team, ana, 'remember-this', message)
    expect(await kept(team, ana, form)).toContain('Slack does not tell me who else is here')
    expect(await team.types(ana, customers, '/person find jazz')).toContain('Frank Ortiz')
    expect(await team.types(ben, customers, '/person find jazz')).not.toContain('Frank Ortiz')
    const between = slack.places.groupDm([ana, ben])
    const inDm = await uses(
      team,
      ana,
      'remember-this',
      await said(team, ben, between.id, 'Frank Ortiz sails'),
    )
    expect(await kept(team, ana, inDm)).toContain('Only you can see this')
    expect(await team.types(ben, customers, '/person find sails')).not.toContain('Frank Ortiz')
    // Slack was asked about the place, and nothing was posted or looked up there.
    expect(slack.problems.map(({ code }) => code)).toEqual(['channel_not_found'])
  })

  it('keeps a message whole that no field can hold, with what is added', async () => {
    const team = await aTeam(inTheMorning)
    const { ana, customers, slack } = team
    await people(team)
    const long = `Frank Ortiz: ${'a long story, '.repeat(400)}and the end of it`
    const form = await uses(team, ana, 'remember-this', await said(team, ana, customers, long))
    expect(await kept(team, ana, form, { text: 'as told on the phone' })).toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person find "end of it"')).toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person find told phone')).toContain('Frank Ortiz')
    expect(slack.problems).toEqual([])
  })

  it('asks for words, and takes markup for what it is', async () => {
    const team = await aTeam(inTheMorning)
    const { ana, customers, slack } = team
    await people(team)
    const form = await uses(team, ana, 'remember-this', await said(team, ana, customers, 'Frank Ortiz'))
    const { errors } = await slack.as(ana).submit(form, { text: '   ' })
    expect(Object.keys(errors)).toEqual(['text'])
    const reply = await kept(team, ana, form, { text: 'likes <!channel> & *bold*' })
    expect(reply).toContain('likes <!channel> & *bold*')
    expect(slack.liveMarkup({ blocks: slack.as(ana).modal?.blocks ?? [] })).toMatchObject({
      broadcasts: [],
      users: [],
    })
  })
})

describe('"Look up a person"', () => {
  it('shows whoever is chosen below the field, and the next one after', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await people(team)
    await types(team, ana, customers, 'note zoë loves opera')
    const form = await uses(team, ana, 'look-up-person')
    const choose = async (typed: string, shows: string) => {
      const top = slack.as(ana).modal ?? form
      const [option] = await offered(team, ana, top, typed)
      if (option === undefined) throw new Error(`nobody like ${typed}`)
      await slack.as(ana).choose(top, 'look-up', option)
      await slack.until(() => slack.visibleText(slack.as(ana).modal ?? form).includes(shows), { what: shows })
    }
    await choose('muller', 'loves opera')
    await choose('facil', 'Frank Ortiz · facilities manager')
    expect(slack.as(ana).modals).toHaveLength(1)
    await (await slack.as(ana).press(slack.as(ana).modal ?? form, 'Talked')).modal()
    expect(slack.as(ana).modals).toHaveLength(2)
    expect(slack.problems).toEqual([])
  })

  it('matches names without accents, titles and companies, and offers nobody who cannot be seen', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet } = team
    await people(team)
    await types(team, ana, quiet, 'add Zelda Quist, CFO at Nimbus')
    await types(team, ana, customers, 'met frida yesterday')
    const form = await uses(team, ana, 'look-up-person')
    const find = async (typed: string) => names(await offered(team, ana, form, typed))
    expect(await find('fr')).toEqual(['Frida Kahn', 'Frank Ortiz · facilities manager at Acme Lighting'])
    for (const typed of ['zoe', 'MÜLLER', 'mul', 'cfo globex', 'globex'])
      expect(await find(typed), typed).toContain('Zoë Müller · CFO at Globex')
    expect(await find('quist')).toEqual(['Zelda Quist · CFO at Nimbus'])
    expect(await find('nobody at all')).toEqual([])
    const other = await uses(team, ben, 'look-up-person')
    for (const typed of ['quist', 'nimbus', 'z'])
      expect(names(await offered(team, ben, other, typed)).join(), typed).not.toContain('Zelda')
    expect(names(await offered(team, ben, other, 'cfo'))).toEqual(['Zoë Müller · CFO at Globex'])
  })
})

describe('Guests and strangers', () => {
  it('get a sentence in place of a form, and no names', async () => {
    const team = await aTeam()
    const { ana, gus, customers, slack } = team
    await people(team)
    const message = await said(team, ana, customers, 'Frank Ortiz loves jazz')
    for (const shortcut of ['log-conversation', 'remember-this']) {
      const view = await uses(team, gus, shortcut, message)
      expect(slack.visibleText(view)).toContain('full members')
      expect(slack.visibleText(view)).not.toMatch(/Frank|jazz/)
    }
    expect(slack.visibleText(await uses(team, gus, 'look-up-person'))).toContain('full members')
  })
})
