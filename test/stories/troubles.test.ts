import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { at, frankIsQuiet, hands } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

const [tuesday, wednesday, thursday, friday] = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']
const monday = '2026-11-30'

/** Somebody new comes up in a channel each morning, whatever became of those before. */
const eachMorning = async (team: Team, channelId: string, who = team.ana): Promise<void> => {
  for (const name of ['Susan Bell', 'Lily Chen', 'Dana Cho', 'Omar Aziz'])
    await types(
      team,
      who,
      channelId,
      `add ${name}`,
      `met ${name} 60 days ago: coffee`,
      `every ${name} 2 days`,
    )
}
const isTrouble = (post: string): boolean => post.includes('I cannot bring people up')
/** What was said of troubles in a pass. */
const troublesAt = async (team: Team, day: string, hour?: number): Promise<string[]> =>
  (await team.pass(at(day, hour))).filter(isTrouble)
const toldIn = (team: Team, userId: string): string[] =>
  team.posts(team.slack.places.dm(userId).id, userId).filter(isTrouble)

describe('When nudges cannot be delivered for a day', () => {
  it('whoever set the channel up hears by DM that it is archived, once, and again for another trouble', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await frankIsQuiet(team)
    await team.pass(at(tuesday))
    slack.places.archive(customers)
    await slack.idle()
    expect(await troublesAt(team, wednesday)).toEqual([])
    expect(await troublesAt(team, wednesday, 21)).toEqual([])
    const [told, ...others] = await troublesAt(team, thursday)
    expect(others).toEqual([])
    expect(toldIn(team, ana)).toEqual([told])
    expect(told).toContain(
      'Since 25 November 2026 I cannot bring people up in #customers: the channel is archived.',
    )
    expect(told).toContain('unarchive it')
    expect(told).toContain('/person home NAME #channel')
    expect(told).not.toMatch(/Frank|Ortiz/)
    expect(await troublesAt(team, friday)).toEqual([])
    slack.places.unarchive(customers)
    await slack.idle()
    expect(await troublesAt(team, monday)).toEqual([])
    slack.places.archive(customers)
    await slack.idle()
    expect(await troublesAt(team, '2026-12-01')).toEqual([])
    expect(await troublesAt(team, '2026-12-02')).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })

  it('says how to bring the bot back when it was removed; where it never was, nobody is bothered', async () => {
    const team = await aTeam()
    const { ana, customers, general, slack } = team
    await frankIsQuiet(team)
    await types(team, ana, general, 'add Susan Bell', 'met susan 60 days ago: coffee')
    await team.pass(at(tuesday))
    slack.places.leave(customers, slack.botUserId)
    await slack.idle()
    await troublesAt(team, wednesday)
    const told = await troublesAt(team, thursday)
    expect(told).toEqual([expect.stringContaining('I was removed from the channel.')])
    expect(told.join()).toContain('/invite @Personable')
    expect(told.join()).not.toContain('#general')
  })

  it('says what Slack refuses there, and that it goes on by itself when that is mended', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await eachMorning(team, customers, ben)
    const allow = slack.faults.while(
      'chat.postMessage',
      { kind: 'error', error: 'restricted_action' },
      { when: ({ channel }) => channel === customers },
    )
    expect(await troublesAt(team, tuesday)).toEqual([])
    expect(await troublesAt(team, wednesday)).toEqual([
      expect.stringContaining('the workspace does not let me post there'),
    ])
    // Ben introduced everybody there.
    expect(toldIn(team, ben)).toHaveLength(1)
    expect(toldIn(team, ana)).toEqual([])
    expect(await troublesAt(team, thursday)).toEqual([])
    allow()
    expect(await team.pass(at(friday))).not.toEqual([])
    expect(team.posts(customers).join()).toContain('Susan')
    expect(await troublesAt(team, monday)).toEqual([])
    // Another time is another trouble.
    slack.faults.while(
      'chat.postMessage',
      { kind: 'error', error: 'restricted_action' },
      { when: ({ channel }) => channel === customers },
    )
    await types(team, ben, customers, 'add Ines Roca', 'met Ines Roca 60 days ago: tea')
    expect(await troublesAt(team, '2026-12-01')).toEqual([])
    expect(await troublesAt(team, '2026-12-02')).toHaveLength(1)
  })

  it('tells of what is wrong everywhere once, and not for each channel', async () => {
    const team = await aTeam()
    const { ana, customers, quiet, slack } = team
    await eachMorning(team, customers)
    await types(team, ana, quiet, 'add Greta Stone', 'met greta 60 days ago: tea')
    const direct = slack.places.dm(ana).id
    slack.faults.while(
      'chat.postMessage',
      { kind: 'error', error: 'missing_scope' },
      { when: ({ channel }) => channel !== direct },
    )
    await troublesAt(team, tuesday)
    const told = await troublesAt(team, wednesday)
    // The same befalls another channel some days later.
    const more = slack.places.add({ name: 'more', members: [ana] }).id
    await types(team, ana, more, 'add Frank Ortiz', 'met Frank Ortiz 60 days ago: tea')
    for (const day of [thursday, friday, monday]) told.push(...(await troublesAt(team, day)))
    expect(told).toHaveLength(1)
    expect(told.join()).toContain('without a permission that it needs')
    expect(told.join()).toContain('#customers')
    expect(told.join()).toContain('#quiet')
  })

  it('tells the next one when the first has left, and a channel when nobody can be told by DM', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await frankIsQuiet(team)
    await hands(team, 'frank', ben)
    await team.pass(at(tuesday))
    slack.places.leave(customers, slack.botUserId)
    slack.people.deactivate(ana)
    await slack.idle()
    await troublesAt(team, wednesday)
    await troublesAt(team, thursday)
    expect(toldIn(team, ben)).toHaveLength(1)

    const other = await aTeam()
    await types(other, other.ana, other.quiet, 'add Greta Stone')
    const direct = other.slack.places.dm(other.ana).id
    await types(other, other.ana, direct, 'add Frank Ortiz', 'met frank 60 days ago: tea')
    other.slack.faults.while(
      'chat.postMessage',
      { kind: 'error', error: 'messages_tab_disabled' },
      { when: ({ channel }) => channel === direct },
    )
    await troublesAt(other, tuesday)
    await troublesAt(other, wednesday)
    await troublesAt(other, thursday)
    const told = other.posts(other.quiet).filter(isTrouble)
    expect(told).toEqual([expect.stringContaining('direct messages to the app are switched off')])
    expect(told.join()).not.toMatch(/Frank|Ana/)
  })

  it('waits for working time', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await frankIsQuiet(team)
    await team.pass(at(tuesday))
    slack.places.archive(customers)
    await slack.idle()
    await troublesAt(team, wednesday)
    expect(await troublesAt(team, thursday, 23)).toEqual([])
    expect(await troublesAt(team, friday, 8)).toEqual([])
    expect(await troublesAt(team, friday, 15)).toHaveLength(1)
    expect(toldIn(team, ana)).toHaveLength(1)
  })
})
