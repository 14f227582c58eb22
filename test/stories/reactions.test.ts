import { describe, expect, it } from 'vitest'
import { asked, eventually, handedIn, opened, pressed, told, types, words } from '../support/doing.js'
import { forgeEvent } from '../support/forging.js'
import { aTeam, type Team, type TeamOptions } from '../support/team.js'

/** Slack's own clock stands on the Friday before: what is logged is of that day. */
const friday = Date.parse('2026-11-20T21:00:00.000Z')
const aTeamThatReacts = async (options: TeamOptions = {}): Promise<Team> => {
  const team = await aTeam({ ...options, slack: { now: () => friday, ...options.slack } })
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    'add Susan Bell, CFO at Globex',
  )
  return team
}

const card = (team: Team, who = 'frank', userId = team.ana) =>
  team.types(userId, team.customers, `/person ${who}`)
const call = 'Great call with Frank Ortiz today'
const phone = 'telephone_receiver'
const countOf = (text: string, piece: string): number => text.split(piece).length - 1

describe.each(['socket', 'http'] as const)('a telephone on a message, over %s', (mode) => {
  it('logs one call, however often it is delivered and whoever else reacts', async () => {
    const team = await aTeamThatReacts({ mode })
    const { ana, ben, gus, customers, slack } = team
    await types(team, ana, customers, 'every frank 2 weeks')
    const before = { card: await card(team), due: await team.types(ana, customers, '/person due') }
    const said = await slack.as(ben).say(customers, call)

    slack.faults.duplicate(4)
    const reply = await words(team, ana, () => slack.as(ana).react(customers, said.ts, phone))
    expect(reply).toContain('you called Frank Ortiz')
    expect(reply).toContain('[Undo]')
    slack.redeliverNow()
    await slack.idle()
    const logged = await card(team)
    expect(countOf(logged, call)).toBe(1)
    expect(logged).toContain('You called them yesterday')
    expect(await team.types(ana, customers, '/person find great call')).toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person due')).not.toBe(before.due)

    await slack.as(gus).react(customers, said.ts, phone)
    expect(await words(team, ben, () => slack.as(ben).react(customers, said.ts, phone))).toContain('too')
    const together = await card(team)
    expect(countOf(together, call)).toBe(1)
    expect(together).toContain('You and @ben called them')

    await slack.as(ana).unreact(customers, said.ts, phone)
    await eventually('Ana is off', async () => (await card(team)).includes('@ben called them'))
    expect(await card(team)).not.toContain('You')
    await slack.as(gus).unreact(customers, said.ts, phone)
    expect(countOf(await card(team), call)).toBe(1)

    await slack.as(ben).unreact(customers, said.ts, phone)
    await eventually('the log is gone', async () => (await card(team)) === before.card)
    expect(await team.types(ana, customers, '/person find great call')).not.toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person due')).toBe(before.due)
    expect(slack.seenBy(gus, customers).filter((seen) => seen.user === slack.botUserId)).toEqual([])
    expect(slack.problems).toEqual([])
  })
})

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
})

describe('what a reaction keeps', () => {
  it('are the message’s words for an ear, a memo and a pencil, and they go when it is taken off', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const before = await card(team)
    const text = 'Frank Ortiz says the *lease* & the <roof> worry him #feeling'
    const said = await slack.as(ben).say(customers, text)
    await words(team, ana, () => slack.as(ana).react(customers, said.ts, 'ear'))
    await words(team, ben, () => slack.as(ben).react(customers, said.ts, 'memo'))
    const kept = await card(team)
    expect(kept).toContain(`“${text}”`)
    expect(kept).toContain(`Noticed yesterday: ${text}`)
    await words(team, ben, () => slack.as(ben).react(customers, said.ts, 'ear'))
    await slack.as(ana).unreact(customers, said.ts, 'ear')
    await slack.as(ben).unreact(customers, said.ts, 'memo')
    await eventually('the note is gone', async () => !(await card(team)).includes('Noticed'))
    expect(await card(team)).toContain(`“${text}”`)
    await slack.as(ben).unreact(customers, said.ts, 'ear')
    await eventually('the words are gone', async () => (await card(team)) === before)
    expect(slack.problems).toEqual([])
  })

  it('can be taken back by its button, and put on again', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    const reply = await told(team, ana, () => slack.as(ana).react(customers, said.ts, phone))
    expect(slack.visibleText(await pressed(team, ana, reply, 'Undo'))).toContain('Taken back')
    expect(await card(team)).toBe(before)
    await slack.as(ana).unreact(customers, said.ts, phone)
    await words(team, ana, () => slack.as(ana).react(customers, said.ts, phone))
    expect(await card(team)).toContain(call)
    expect(slack.problems).toEqual([])
  })

  it('stays while a teammate stands on it, and the undo says so', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const said = await slack.as(ben).say(customers, call)
    await words(team, ana, () => slack.as(ana).react(customers, said.ts, phone))
    await words(team, ben, () => slack.as(ben).react(customers, said.ts, phone))
    expect(await team.types(ana, customers, '/person undo')).toMatch(/@ben .*stays/)
    expect(await card(team)).toContain('You and @ben')
  })

  it('is nothing when the reaction is taken off before the question is answered', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const said = await slack.as(ben).say(customers, 'Frank was in good spirits')
    const question = await told(team, ana, () => slack.as(ana).react(customers, said.ts, phone))
    await slack.as(ana).unreact(customers, said.ts, phone)
    await slack.idle()
    const late = await pressed(team, ana, question, /Frank Ortiz/)
    expect(slack.visibleText(late)).not.toContain('Logged')
    expect(await card(team)).not.toContain('good spirits')
  })
})

describe('events out of order', () => {
  it('count by when they happened', async () => {
    const team = await aTeamThatReacts({ mode: 'http' })
    const { ana, ben, customers, slack } = team
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    const turn = (type: string, ts: string, id?: string) =>
      forgeEvent(
        team,
        {
          type,
          user: ana,
          reaction: phone,
          item: { type: 'message', channel: customers, ts: said.ts },
          event_ts: ts,
        },
        id,
      )
    await turn('reaction_removed', '1790000002.000000')
    await turn('reaction_added', '1790000001.000000')
    await slack.idle()
    expect(await card(team)).toBe(before)
    await words(team, ana, () => turn('reaction_added', '1790000003.000000', 'EvSame'))
    await turn('reaction_added', '1790000003.000000', 'EvSame')
    await turn('reaction_added', '1790000003.000000')
    await turn('reaction_removed', '1790000002.500000')
    await slack.idle()
    expect(countOf(await card(team), call)).toBe(1)
    await turn('reaction_removed', '1790000004.000000')
    await eventually('the log is gone', async () => (await card(team)) === before)
  })

  it('leave nothing behind when a reaction is put on and taken off at once', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    // Slack is slow to show the message, so the taking off overtakes the putting on.
    const held = slack.faults.slow('conversations.history')
    await slack.as(ana).react(customers, said.ts, phone)
    await held.arrived
    await slack.as(ana).unreact(customers, said.ts, phone)
    const marker = await slack.as(ben).say(customers, 'Coffee with Susan Bell')
    await words(team, ana, () => slack.as(ana).react(customers, marker.ts, 'coffee'))
    held.release()
    await slack.idle()
    expect(await card(team)).toBe(before)
  })
})

describe('reactions that do nothing, silently', () => {
  it('are those of guests, of people from elsewhere, of bots, and of emoji without a meaning', async () => {
    const team = await aTeamThatReacts({ mode: 'http' })
    const { ana, ben, gus, pia, customers, shared, slack } = team
    const robot = slack.people.add({ name: 'robot', standing: 'bot' })
    slack.places.join(customers, robot.id)
    const before = await card(team)
    const said = await slack.as(ben).say(customers, call)
    const inShared = await slack.as(ben).say(shared, call)
    await slack.as(gus).react(customers, said.ts, phone)
    await slack.as(robot.id).react(customers, said.ts, phone)
    await slack.as(pia).react(shared, inShared.ts, phone)
    await slack.as(ana).react(customers, said.ts, 'tada')
    await slack.as(ana).react(shared, inShared.ts, 'tada')
    const marker = await slack.as(ben).say(customers, 'Coffee with Susan Bell')
    await words(team, ana, () => slack.as(ana).react(customers, marker.ts, 'coffee'))
    await slack.idle()
    for (const userId of [gus, pia, robot.id])
      for (const { id } of slack.places.all())
        expect(slack.seenBy(userId, id).filter((seen) => seen.user === slack.botUserId)).toEqual([])
    expect(await card(team)).toBe(before)
    expect(slack.problems).toEqual([])
  })

  it('and in a shared channel a teammate’s reaction is known to that teammate alone', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, pia, shared, slack } = team
    const said = await slack.as(ben).say(shared, call)
    const reply = await words(team, ana, () => slack.as(ana).react(shared, said.ts, phone))
    expect(reply).toContain('Only you can see this')
    expect(await card(team)).toContain(call)
    expect(await card(team, 'frank', ben)).not.toContain(call)
    expect(slack.seenBy(pia, shared).filter((seen) => seen.user === slack.botUserId)).toEqual([])
    expect(slack.problems).toEqual([])
  })
})
