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
