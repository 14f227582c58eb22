import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, told, types, words } from '../support/doing.js'
import { aTeamThatReacts, card, phone } from '../support/reacting.js'
import type { Team } from '../support/team.js'

describe('whom a reaction is about', () => {
  const reacted = async (team: Team, text: string, emoji = phone, userId = team.ana) => {
    const { slack, customers, ben } = team
    const said = await slack.as(ben).say(customers, text)
    return told(team, userId, () => slack.as(userId).react(customers, said.ts, emoji))
  }
  const read = async (team: Team, text: string, emoji = phone) =>
    team.slack.visibleText(await reacted(team, text, emoji))

  it('is told by a full name, an address or a link', async () => {
    const team = await aTeamThatReacts()
    const { ana, customers } = team
    const form = await opened(team, ana, await asked(team, ana, customers, '/person susan'), 'Edit')
    await handedIn(team, ana, form, { addresses: 'https://www.linkedin.com/in/Susan-Bell' })
    expect(await read(team, 'wrote to frank@acme.example this morning', 'envelope')).toContain(
      'you emailed Frank Ortiz',
    )
    expect(await read(team, 'FRANK ORTIZ’s plant is huge', 'coffee::skin-tone-4')).toContain(
      'you met Frank Ortiz',
    )
    expect(await read(team, '(Frank Ortiz): fine', 'speech_balloon')).toContain('you messaged Frank Ortiz')
    expect(await read(team, 'her page https://www.linkedin.com/in/Susan-Bell', 'handshake')).toContain(
      'you met Susan Bell',
    )
    expect(team.slack.problems).toEqual([])
  })

  it('is told by the author, once linked to a person', async () => {
    const team = await aTeamThatReacts()
    const { ana, customers, slack } = team
    const frank = slack.people.add({ name: 'frank.o', realName: 'Frank Ortiz', standing: 'guest' })
    slack.places.join(customers, frank.id)
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Edit')
    await handedIn(team, ana, form, { 'slack-user': frank.id })
    const said = await slack.as(frank.id).say(customers, 'The lease ends in March')
    const kept = await words(team, ana, () => slack.as(ana).react(customers, said.ts, 'ear'))
    expect(kept).toContain('Kept word for word, as Frank Ortiz said it')
    expect(await card(team)).toContain('“The lease ends in March”')

    const lily = slack.people.add({ name: 'lily', realName: 'Lily Chen', standing: 'guest' })
    slack.places.join(customers, lily.id)
    await types(team, ana, customers, `add Lily Chen, architect at Initech <@${lily.id}>`)
    const also = await slack.as(lily.id).say(customers, 'Sounds good')
    expect(await words(team, ana, () => slack.as(ana).react(customers, also.ts, 'memo'))).toContain(
      'Kept as a note about Lily Chen',
    )
    expect(slack.problems).toEqual([])
  })

  it('is asked about when two are named, or one by a given name alone, or nobody', async () => {
    const team = await aTeamThatReacts()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Miller, buyer at Initech')
    const two = await reacted(team, 'Lunch with Frank Ortiz and Susan Bell')
    expect(team.slack.visibleText(two)).toContain('Whom did you call?')
    expect(await card(team)).not.toContain('Lunch')
    const picked = team.slack.visibleText(await pressed(team, ana, two, /Susan Bell/))
    expect(picked).toContain('you called Susan Bell')
    expect(await card(team, 'susan')).toContain('Lunch with')
    expect(await card(team, 'frank ortiz')).not.toContain('Lunch')

    const given = await read(team, 'Frank was in good spirits')
    expect(given).toContain('Frank Ortiz')
    expect(given).toContain('Frank Miller')
    const nobody = await reacted(team, 'Nice talk', 'handshake')
    expect(await team.slack.as(ana).suggest(nobody, 'someone-else', 'nobody like it')).toEqual([])
    const somebody = await team.slack.as(ana).suggest(nobody, 'someone-else', 'sus')
    expect(somebody.map(({ text }) => JSON.stringify(text)).join()).toContain('Susan Bell')
    const run = await team.slack.as(ana).choose(nobody, 'someone-else', somebody[0] ?? null)
    expect(team.slack.visibleText(await run.answer())).toContain('you met Susan Bell')
    expect(team.slack.problems).toEqual([])
  })

  it('is told by the thread, by what its first message says or what was logged from it', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const root = await slack.as(ben).say(customers, 'Anything new of Frank Ortiz?')
    const inThread = await slack.as(ben).say(customers, 'He picked up at once', { threadTs: root.ts })
    expect(await words(team, ana, () => slack.as(ana).react(customers, inThread.ts, phone))).toContain(
      'you called Frank Ortiz',
    )
    const vague = await slack.as(ben).say(customers, 'She signed!')
    const question = await told(team, ana, () => slack.as(ana).react(customers, vague.ts, 'memo'))
    const offered = await slack.as(ana).suggest(question, 'someone-else', 'susan')
    await (await slack.as(ana).choose(question, 'someone-else', offered[0] ?? null)).answer()
    const below = await slack.as(ben).say(customers, 'And a call about it', { threadTs: vague.ts })
    expect(await words(team, ana, () => slack.as(ana).react(customers, below.ts, phone))).toContain(
      'you called Susan Bell',
    )
    expect(slack.problems).toEqual([])
  })

  it('is told by the thread under a nudge about one person', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'met frank 60 days ago')
    await team.pass('2026-11-24T16:00:00.000Z')
    const nudge = slack
      .seenBy(ana, customers)
      .find((seen) => seen.user === slack.botUserId && !seen.isEphemeral)
    const below = await slack.as(ben).say(customers, 'Done, all is well', { threadTs: nudge?.ts ?? '' })
    expect(await words(team, ana, () => slack.as(ana).react(customers, below.ts, phone))).toContain(
      'you called Frank Ortiz',
    )
    expect(slack.problems).toEqual([])
  })

  it('is told by where a link leads, whatever it is called', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const form = await opened(team, ana, await asked(team, ana, customers, '/person susan'), 'Edit')
    await handedIn(team, ana, form, { addresses: 'https://www.linkedin.com/in/Susan-Bell/' })
    const text = 'met <http://linkedin.com/in/susan-bell|her> today'
    const said = await slack.as(ben).say(customers, text, { raw: true })
    expect(await words(team, ana, () => slack.as(ana).react(customers, said.ts, 'coffee'))).toContain(
      'you met Susan Bell',
    )
    expect(slack.problems).toEqual([])
  })
})
