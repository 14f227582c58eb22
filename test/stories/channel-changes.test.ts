import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { aTeamWithFrank } from '../support/knowing-frank.js'
import type { Team } from '../support/team.js'

const aTeamThatOwesFrankACall = async (): Promise<Team> => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'heard frank my daughter starts at Ohio State',
    'met frank 60 days ago: walked the plant',
  )
  await types(team, ana, customers, 'every frank 3 weeks')
  return team
}
const tuesday = '2026-11-24T16:00:00.000Z' // 10:00 in Chicago

describe('A channel that Slack gives another id', () => {
  it('is the same place: who lives there, what is due there, and what an undo puts back', async () => {
    const team = await aTeamThatOwesFrankACall()
    const { ana, slack } = team
    const { id } = slack.places.changeId(team.customers)
    await slack.idle()
    expect(await team.types(ana, id, '/person frank')).toContain('my daughter starts at Ohio State')
    expect(await team.types(ana, id, '/person find ohio')).toContain('Frank Ortiz')
    const [nudge = ''] = await team.pass(tuesday)
    expect(nudge).toContain('Frank Ortiz')
    expect(team.posts(id)).toHaveLength(1)
    await team.types(ana, id, '/person undo')
    expect(await team.types(ana, id, '/person frank')).not.toContain('every 3 weeks')
  })
})

describe('A channel that becomes shared with another organisation', () => {
  it('falls silent; the author and the owner go on knowing the person, and the owner is nudged by DM', async () => {
    const team = await aTeamThatOwesFrankACall()
    const { ana, ben, customers, quiet, slack } = team
    await team.types(ana, customers, '/person hand frank to @ben')
    slack.places.share(customers)
    await slack.idle()
    expect(await team.types(ana, quiet, '/person frank')).toContain('Frank Ortiz')
    expect(await team.types(ben, slack.places.dm(ben).id, '/person frank')).toContain('Frank Ortiz')
    await team.pass(tuesday)
    expect(team.posts(customers)).toEqual([])
    expect(team.posts(slack.places.dm(ben).id, ben).join()).toContain('Frank Ortiz')
  })
})

describe('What was posted in a channel before others came to read it', () => {
  it('is taken back, and nothing is put right into it any more', async () => {
    const team = await aTeamThatOwesFrankACall()
    const { ana, customers, slack } = team
    await team.pass(tuesday)
    expect(team.posts(customers).join()).toContain('Ohio State')
    slack.places.share(customers)
    await slack.idle()
    await types(team, ana, slack.places.dm(ana).id, 'every frank never', 'every frank 3 weeks')
    await team.bot.beat()
    await slack.until(() => !team.posts(customers).join().includes('Frank'), { what: 'Frank gone from it' })
    expect(team.posts(customers).join()).not.toContain('Ohio State')
  })
})

describe('An open nudge', () => {
  it('follows what is known: words taken back, another owner, another name', async () => {
    const team = await aTeamThatOwesFrankACall()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'heard frank please keep SECRETQUOTE between us')
    await team.pass(tuesday)
    expect(team.posts(customers).join()).toContain('SECRETQUOTE')
    await types(team, ana, customers, 'undo', 'hand frank to @ben')
    await slack.until(() => !team.posts(customers).join().includes('SECRETQUOTE'), { what: 'the words gone' })
    await slack.until(() => JSON.stringify(slack.seenBy(ana, customers)).includes(`<@${ben}> looks after`), {
      what: 'the new owner',
    })
    expect(slack.problems).toEqual([])
  })
})

describe('A private channel that its teammate has left', () => {
  it('is no longer open to them, not even by a form that they had open', async () => {
    const team = await aTeamThatOwesFrankACall()
    const { ana, ben, quiet, slack } = team
    slack.places.join(quiet, ben)
    await slack.idle()
    const card = await (await slack.as(ben).command(quiet, '/person frank')).answer()
    const form = await (await slack.as(ben).press(card, 'Talked')).modal()
    slack.places.leave(quiet, ben)
    await slack.idle()
    await slack.as(ben).submit(form, { 'What did they say?': 'whispers' })
    await slack.idle()
    expect(await team.types(ana, quiet, '/person find whispers')).not.toContain('Frank')
    expect(await team.types(ben, slack.places.dm(ben).id, '/person find whispers')).toContain('Frank')
  })
})
