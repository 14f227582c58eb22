import { describe, expect, it } from 'vitest'
import type { View } from '../../src/practice/world/view.js'
import { eventually, handedIn, opened, sentBack, told, types, words } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { frankIsQuiet, tuesday } from '../support/nudging.js'
import { aTeamThatReacts, call, card, phone } from '../support/reacting.js'
import { aTeam, type Team } from '../support/team.js'

const settings = async (team: Team, userId = team.ana, channelId = team.customers): Promise<View> =>
  (await team.slack.as(userId).command(channelId, '/person settings')).modal()
const announced = (team: Team, channelId = team.customers) =>
  team.posts(channelId).filter((post) => post.includes('changed how I work here'))
const toldIn = (team: Team, how: string, channelId = team.customers) =>
  team.slack.until(() => announced(team, channelId).some((post) => post.includes(how)), { what: how })
/** Hands the form in and answers what its author alone reads then, whatever the channel hears beside it. */
const saves = async (team: Team, userId: string, form: View, values: Parameters<typeof handedIn>[3]) => {
  const replies = () => team.slack.seenBy(userId, team.customers).filter((seen) => seen.isEphemeral)
  const before = replies().length
  const { errors } = await team.slack.as(userId).submit(form, values)
  expect(errors).toEqual({})
  await team.slack.until(() => replies().length > before, { what: 'a reply' })
  const reply = replies().at(-1)
  return reply === undefined ? '' : team.slack.visibleText(reply)
}
const known = (team: Team) => types(team, team.ana, team.customers, 'add Frank Ortiz')

describe('settings', () => {
  it('are changed in a form, told in the channel once, and told once more when they are taken back', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await known(team)
    const saved = await saves(team, ana, await settings(team), { 'digest-hour': '10', cap: '3' })
    expect(saved).toContain(
      'people come up at 10 instead of 9; at most 3 people come up in a day instead of 5',
    )
    await toldIn(team, 'people come up at 10 instead of 9')
    expect(announced(team)).toEqual([
      '@ana changed how I work here: people come up at 10 instead of 9; at most 3 people come up in a day instead of 5. /person settings changes it.',
    ])
    expect(await team.types(ana, customers, '/person undo')).toContain('Taken back: how #customers is set.')
    await toldIn(team, 'people come up at 9 instead of 10')
    await team.bot.beat()
    expect(announced(team)).toHaveLength(2)
    expect(slack.problems).toEqual([])
  })

  it('come up at the hour that was set', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    await saves(team, team.ana, await settings(team), {
      'digest-hour': '11',
      holidays: '25 november 2026',
    })
    await toldIn(team, '25 November 2026 is a day off')
    expect(await team.pass(tuesday)).toEqual([])
    expect(await team.pass('2026-11-24T17:00:00.000Z')).toMatchObject([
      expect.stringContaining('Frank Ortiz'),
    ])
    expect(await team.pass('2026-11-24T18:00:00.000Z')).toEqual([])
  })

  it('say what is wrong at each field, all at once, and change nothing', async () => {
    const team = await aTeam()
    const { ana } = team
    await known(team)
    const form = await settings(team)
    const wrong = {
      'digest-hour': '20',
      zone: 'Mars/Olympus',
      rhythm: 'whenever',
      reactions: 'coffee: met\ntada: dance',
      holidays: '2026-12-25\nchristmas',
    }
    const errors = await sentBack(team, ana, form, wrong)
    expect(Object.keys(errors).sort()).toEqual(Object.keys(wrong).sort())
    expect(errors['digest-hour']).toContain('from 9 to 16')
    expect(errors.reactions).toMatch(
      /Line 2, "tada: dance".*met, called, emailed, messaged, heard, note, nothing/,
    )
    expect(errors.holidays).toContain('Line 2, "christmas"')
    expect(await sentBack(team, ana, form, { zone: 'Chicagoo' })).toMatchObject({
      zone: 'I know no such time zone. Did you mean America/Chicago?',
    })
    expect(await sentBack(team, ana, form, { 'from-hour': '12', 'to-hour': '12' })).toHaveProperty('to-hour')
    const right = {
      'digest-hour': '8',
      'from-hour': '8',
      'to-hour': '24',
      rhythm: '2 weeks',
      reactions: '',
      holidays: '',
    }
    const saved = await saves(team, ana, form, { ...right, zone: 'berlin', days: ['1', '2', '3', '5'] })
    expect(saved).toContain('the working days are Monday, Tuesday, Wednesday and Friday')
    expect(saved).toContain('working time is 8 to 24 instead of 9 to 17')
    expect(saved).toContain('the time zone is Europe/Berlin instead of America/Chicago')
    expect(saved).toContain('every 2 weeks instead of every 30 days')
    expect(team.slack.problems).toEqual([])
  })

  it('that two teammates change at once: the second sees what the first did, and loses nothing', async () => {
    const team = await aTeam()
    const { ana, ben, slack } = team
    await known(team)
    const [first, second] = [await settings(team), await settings(team, ben)]
    await saves(team, ana, first, { 'digest-hour': '10', cap: '2' })
    await slack.as(ben).submit(second, { 'digest-hour': '12', rhythm: '3 weeks' })
    await slack.until(() => slack.visibleText(second).includes('Somebody changed this'), {
      what: 'the form again',
    })
    const again = slack.visibleText(second)
    expect(again).toContain('At which hour people come up: 10')
    expect(again).toContain('3 weeks')
    const saved = await saves(team, ben, second, {})
    expect(saved).toContain('people come up at 12 instead of 10')
    expect(saved).toContain('every 3 weeks instead of every 30 days')
    expect(saved).not.toContain('at most')
    expect(slack.visibleText(await settings(team))).toMatch(/at most\n2\n/)
    expect(slack.problems).toEqual([])
  })

  it('that were so already are not told to anybody', async () => {
    const team = await aTeam()
    await known(team)
    expect(await saves(team, team.ana, await settings(team), {})).toContain('nothing changed')
    // What is told later comes after whatever would have been told of that.
    await saves(team, team.ana, await settings(team), { cap: '3' })
    await toldIn(team, 'at most 3 people')
    expect(announced(team)).toHaveLength(1)
  })

  it('of one’s own DM are read there, changed by a button, and told to nobody', async () => {
    const team = await aTeam()
    const { ana, slack } = team
    const dm = slack.places.dm(ana).id
    const reply = await told(team, ana, () => slack.as(ana).say(dm, 'settings'))
    expect(slack.visibleText(reply)).toContain('People come up at 9, Monday to Friday, at most 5 in a day.')
    const form = await opened(team, ana, reply, 'Change this')
    expect(await handedIn(team, ana, form, { cap: '1' })).toContain('at most one person comes up in a day')
    await known(team)
    await saves(team, ana, await settings(team), { cap: '3' })
    await toldIn(team, 'at most 3 people')
    expect(announced(team, dm)).toEqual([])
    expect(await words(team, ana, () => slack.as(ana).say(dm, 'settings'))).toContain('at most 1 in a day')
    expect(slack.problems).toEqual([])
  })

  it('are refused where another organisation reads, and to whoever is no member of the channel', async () => {
    const team = await aTeam()
    const { ana, gus, shared, slack } = team
    expect(await team.types(ana, shared, '/person settings')).toContain('shared with another organisation')
    expect(await team.types(gus, team.customers, '/person settings')).toContain('full members')
    const hidden = slack.places.add({ name: 'hidden', kind: 'private', members: [ana], withBot: false }).id
    expect(await team.types(ana, hidden, '/person settings')).toContain(
      'Slack does not tell me who is in this',
    )
    const unseen = slack.problems.filter(({ subject }) => subject !== 'conversations.info')
    expect(unseen).toEqual([])
  })

  it('that cannot be kept any more give back all that was typed', async () => {
    const team = await aTeam()
    const { ana, quiet, slack } = team
    await types(team, ana, quiet, 'add Susan Bell')
    const form = await settings(team, ana, quiet)
    slack.places.leave(quiet, ana)
    const said = await handedIn(team, ana, form, { cap: '3', reactions: 'tada: heard', 'digest-hour': '11' })
    expect(said).toMatch(/Only those who are in/)
    for (const typed of [/at most: 3/, /come up: 11/, /tada: heard/, /Monday to Friday/, /30 days/])
      expect(said).toMatch(typed)
  })

  it('are not opened by a button that was forged for another place', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, customers, quiet } = team
    await types(team, ana, quiet, 'add Susan Bell')
    const forged = (value: string) =>
      words(team, ben, () => forgePress(team, { userId: ben, channelId: customers }, 'settings', value))
    expect(await forged(`channel:${quiet}`)).toMatch(/Only those who are in .* can change how I work there/)
    expect(await forged(`teammate:${ana}`)).toContain('Only they themselves')
    expect(await forged('nonsense')).toContain('no longer there')
  })
})

describe('reactions of a channel’s own', () => {
  it('are named as Slack names them, so that nothing in them rings anybody', async () => {
    const team = await aTeam()
    await known(team)
    const form = await settings(team)
    for (const name of ['<!channel>', '@here', '<https://evil.example|coffee>', 'coffee,tada', '☕', '`x`'])
      expect(await sentBack(team, team.ana, form, { reactions: `tada: heard\n${name}: met` })).toEqual({
        reactions: expect.stringMatching(/^Line 2, .*no emoji's name.*coffee: met/),
      })
    const reactions =
      ":wave::skin-tone-3:: met\n+1: heard\nman-bowing: note\nchef's_hat_2: nothing\nkäse: met"
    expect(await saves(team, team.ana, form, { reactions })).toMatch(/käse.*wave/s)
    expect(team.slack.visibleText(await settings(team))).toContain("chef's_hat_2: nothing")
  })

  it('mean what was set there, and taking one off takes back what it logged before', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    await words(team, ana, () => slack.as(ana).react(customers, said.ts, phone))
    expect(await card(team)).toContain('You called them')
    const reactions = `:tada: heard\n${phone}: nothing`
    await saves(team, ana, await settings(team), { reactions })
    await toldIn(team, 'tada means their words, to be kept')

    const heard = await slack.as(ben).say(customers, 'Frank Ortiz: my daughter starts at Ohio State')
    await words(team, ben, () => slack.as(ben).react(customers, heard.ts, 'tada'))
    expect(await card(team)).toContain('my daughter starts at Ohio State')
    await slack.as(ben).unreact(customers, heard.ts, 'tada')
    await slack.as(ben).react(customers, said.ts, phone)
    await slack.as(ana).unreact(customers, said.ts, phone)
    await eventually('both are gone', async () => (await card(team)) === before)
    expect(await card(team)).not.toContain('@ben')

    await saves(team, ana, await settings(team), { reactions: '' })
    await toldIn(team, 'tada means what it means everywhere')
    await words(team, ben, () => slack.as(ben).react(customers, heard.ts, phone))
    expect(await card(team)).toContain('@ben called them')
    expect(slack.problems).toEqual([])
  })
})
