import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { frankIsQuiet, hands, tuesday } from '../support/nudging.js'
import { aTeam } from '../support/team.js'

describe('where nudges go', () => {
  it('to the owner’s DM while the bot is not in the channel, day after day, wherever the owner lives', async () => {
    const team = await aTeam()
    const { ana, ben, general, slack } = team
    const reply = await team.types(ana, general, '/person add Frank Ortiz')
    expect(reply).toContain('/invite')
    await types(team, ana, general, 'met frank 60 days ago')
    await hands(team, 'frank', ben, general)
    const dm = slack.places.dm(ben).id
    // Ben lives in London, the channel in Chicago: at three in the afternoon of his both work.
    expect(await team.pass('2026-11-24T15:30:00.000Z')).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(team.posts(general)).toEqual([])
    expect(team.posts(dm, ben).join()).toContain('Frank Ortiz')
    await types(team, ana, general, 'add Susan Bell', 'met susan 60 days ago')
    await hands(team, 'susan', ben, general)
    expect(await team.pass('2026-11-25T09:00:00.000Z')).toEqual([expect.stringContaining('Susan Bell')])
    expect(await team.pass('2026-11-25T15:30:00.000Z')).toEqual([])
    slack.places.join(general, slack.botUserId)
    await slack.idle()
    await types(team, ana, general, 'add Lily Chen', 'met lily 60 days ago')
    expect(await team.pass('2026-11-26T15:30:00.000Z')).toEqual([expect.stringContaining('Lily Chen')])
    expect(team.posts(general)).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })

  it('to nobody while the channel is archived or the only owner has left', async () => {
    const team = await aTeam()
    const { ana, ben, customers, general, slack } = team
    await frankIsQuiet(team)
    slack.places.archive(customers)
    await types(team, ben, general, 'add Susan Bell', 'met susan 60 days ago')
    slack.people.deactivate(ben)
    await slack.idle()
    const posts = await team.pass(tuesday)
    expect(posts.join()).not.toContain('Susan')
    expect(team.posts(customers)).toEqual([])
    // Frank's owner is still there, and hears of him alone.
    expect(posts).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(team.posts(slack.places.dm(ana).id).join()).toContain('Frank Ortiz')
  })

  it('to the channel, naming the owner, also when the owner has left', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ben, customers, 'add Susan Bell', 'met susan 60 days ago')
    slack.people.deactivate(ben)
    await slack.idle()
    await team.pass(tuesday)
    expect(team.posts(customers, ana).join()).toContain('Susan Bell')
  })
})

describe('The hours of a channel', () => {
  it('are those of whoever first introduced somebody there, not of whoever typed there first', async () => {
    const team = await aTeam()
    const { ana, ben, customers, general } = team
    await types(team, ana, general, 'add Frank Ortiz')
    await types(team, ben, customers, 'note frank likes trains')
    await types(team, ana, customers, 'add Lily Chen', 'met lily 60 days ago')
    expect(await team.pass('2026-11-24T10:00:00.000Z')).toEqual([]) // ten in London, four in Chicago
    expect((await team.pass('2026-11-24T16:00:00.000Z')).join()).toContain('Lily Chen')
  })
})
