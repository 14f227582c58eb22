import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { homeLoses, homeShows } from '../support/home.js'
import { at, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

/** Frank and Susan live in #customers; Ana looks after Frank, and Ben after Susan. */
const aTeamWithTwo = async (): Promise<Team> => {
  const team = await aTeam()
  const { ana, ben, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, buyer at Acme',
    'met frank 60 days ago: walked the plant',
  )
  await types(team, ben, customers, 'add Susan Bell, CFO at Globex', 'met susan 60 days ago')
  return team
}
const toldTo = (team: Team, userId: string): string[] =>
  team.posts(team.slack.places.dm(userId).id, userId).filter((post) => post.includes('another organisation'))
const heard = (team: Team, userId: string): Promise<boolean> =>
  team.slack.until(() => toldTo(team, userId).length > 0, { what: 'a DM about the channel' })
const anotherPass = async (team: Team, instant: string): Promise<void> => {
  await team.pass(instant)
  await team.bot.beat()
}

describe('A channel that another organisation comes to read', () => {
  it('falls silent at once: its posts are taken back, and each owner is told by DM, once', async () => {
    const team = await aTeamWithTwo()
    const { ana, ben, gus, pia, customers, slack } = team
    await team.pass(tuesday)
    expect(team.posts(customers).join()).toContain('Frank Ortiz')
    slack.places.share(customers)
    // No beat of the heart, and nothing typed.
    await slack.until(() => !/Frank|Susan|plant/.test(team.posts(customers).join()), { what: 'silence' })
    await heard(team, ana)
    await heard(team, ben)
    expect(toldTo(team, ana).join()).toMatch(/#customers is shared.*\n.*one person.*comes to you here/)
    expect(toldTo(team, ana).join()).not.toMatch(/Frank|Susan/)
    for (const [day, hour] of [
      ['2026-11-25', 16],
      ['2026-11-26', 16],
    ] as const)
      await anotherPass(team, at(day, hour))
    slack.places.changeId(customers)
    await slack.idle()
    await anotherPass(team, at('2026-11-27'))
    expect([toldTo(team, ana).length, toldTo(team, ben).length]).toEqual([1, 1])
    for (const userId of [gus, pia]) expect(toldTo(team, userId)).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('is heard of by the next pass when the bot was away: what stands there is taken back all the same', async () => {
    const team = await aTeamWithTwo()
    const { customers, slack } = team
    await team.pass(tuesday)
    slack.places.get(customers).extShared = true
    await anotherPass(team, at('2026-11-25'))
    expect(team.posts(customers).join()).not.toMatch(/Frank|Susan|plant/)
  })

  it('has its posts taken away where Slack lets nobody edit them any more', async () => {
    const team = await aTeamWithTwo()
    const { customers, slack } = team
    await team.pass(tuesday)
    slack.faults.next('chat.update', { kind: 'error', error: 'edit_window_closed' })
    slack.places.share(customers)
    await slack.until(() => team.posts(customers).length === 0, { what: 'silence' })
  })

  it('is noticed by the next pass while the invitation is open, of which Slack says nothing', async () => {
    const team = await aTeamWithTwo()
    const { ana, ben, customers, slack } = team
    slack.places.offerToShare(customers)
    const posts = await team.pass(tuesday)
    expect(team.posts(customers)).toEqual([])
    expect(posts.filter((post) => post.includes('about to be'))).toHaveLength(2)
    expect(team.posts(slack.places.dm(ana).id, ana).join()).toContain('Frank Ortiz')
    slack.places.share(customers)
    await slack.idle()
    await anotherPass(team, at('2026-11-25'))
    expect([toldTo(team, ana).length, toldTo(team, ben).length]).toEqual([1, 1])
  })

  it('tells nobody when it was quiet already, nobody lives there, or the owner has left', async () => {
    const team = await aTeam()
    const { ana, ben, customers, general, slack } = team
    await types(team, ana, general, 'add Frank Ortiz', 'met frank 60 days ago')
    await team.pass(tuesday) // Ana hears of Frank by DM: the bot is not in #general.
    await types(team, ben, customers, 'add Susan Bell', 'met susan 60 days ago')
    slack.people.deactivate(ben)
    await slack.idle()
    for (const place of [general, customers, team.quiet]) slack.places.share(place)
    await slack.idle()
    await anotherPass(team, at('2026-11-25'))
    expect(team.slack.places.all().flatMap(({ id }) => team.posts(id))).not.toContainEqual(
      expect.stringContaining('another organisation'),
    )
  })

  it('tells them again when it was theirs alone in between', async () => {
    const team = await aTeamWithTwo()
    const { ana, customers, slack } = team
    slack.places.share(customers)
    await heard(team, ana)
    slack.places.unshare(customers)
    await slack.idle()
    await team.pass(tuesday)
    expect(team.posts(customers).join()).toContain('Frank Ortiz')
    slack.places.share(customers)
    await slack.until(() => toldTo(team, ana).length === 2, { what: 'a second DM' })
  })
})

describe('Homes that were opened', () => {
  it('lose those whom their readers may not see any more', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet, slack } = team
    slack.places.join(quiet, ben)
    await slack.idle()
    await types(team, ana, quiet, 'add Zelda Quist', 'met zelda 60 days ago', 'hand zelda to @ben')
    await types(team, ben, customers, 'add Yves Moss', 'met yves 60 days ago')
    await types(team, ben, customers, 'hand yves to @ana')
    for (const userId of [ana, ben]) await slack.as(userId).openHome()
    await homeShows(team, ben, 'Zelda Quist')
    await homeShows(team, ana, 'Yves Moss')
    slack.places.leave(quiet, ben)
    await homeLoses(team, ben, 'Zelda')
    // Ana's is made anew when the bot leaves: Zelda is hers to see all the same, whom she introduced.
    slack.places.share(customers)
    await homeShows(team, ana, 'Yves Moss')
    expect(slack.problems).toEqual([])
  })
})
