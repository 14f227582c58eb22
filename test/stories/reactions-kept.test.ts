import { describe, expect, it } from 'vitest'
import { eventually, pressed, told, words } from '../support/doing.js'
import { aTeamThatReacts, call, card, phone } from '../support/reacting.js'

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
