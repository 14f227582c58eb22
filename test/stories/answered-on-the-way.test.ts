import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { at, nudgeIn, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

/*
 * What was told in #customers goes to Ana's DM after the bot has left the channel. While the DM waits for Slack, somebody
 * answers the old post: Slack lets them press in a channel without the bot.
 */

const again = at('2026-12-03')
const promised = async (more: readonly string[] = []): Promise<Team> => {
  const team = await aTeam()
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz',
    'every frank never',
    'promise frank by 24 nov: the sample',
    ...more,
  )
  await team.pass(tuesday)
  return team
}
/** The bot has left since: the promise goes to Ana's DM when it comes up again. */
const promisedTwice = async (
  more: readonly string[] = [],
): Promise<{ readonly team: Team; readonly dm: string }> => {
  const team = await promised(more)
  const { ana, customers, slack } = team
  slack.places.leave(customers, slack.botUserId)
  await slack.idle()
  return { team, dm: slack.places.dm(ana).id }
}

/** Ben answers the old post. */
const saysLater = async (team: Team): Promise<void> => {
  team.setClock(again)
  await team.slack.as(team.ben).choose(nudgeIn(team), 'Later', 'In a week')
  await team.slack.idle()
}
const aboutFrank = (posts: readonly string[]) => posts.filter((post) => post.includes('Frank Ortiz'))

/** A pass whose post to a place Slack puts off; `meanwhile` happens before it is let through. */
const passOver = async (
  { pass, slack }: Team,
  place: string,
  meanwhile: () => Promise<unknown>,
): Promise<string[]> => {
  let isTried = false
  const when = ({ channel }: { readonly channel?: unknown }) => {
    isTried ||= channel === place
    return channel === place
  }
  const letThrough = slack.faults.while(
    'chat.postMessage',
    { kind: 'rate_limited', retryAfterSeconds: 1 },
    { when },
  )
  const passing = pass(again)
  await slack.until(() => isTried, { what: 'a post on its way' })
  await meanwhile()
  letThrough()
  return passing
}

describe('what is answered in one place while it is on its way to another', () => {
  it('comes there when nobody answers', async () => {
    const { team, dm } = await promisedTwice()
    const [post = ''] = await passOver(team, dm, async () => undefined)
    expect(post).toContain('Frank Ortiz')
  })

  it('is not told there after a Later, until its time has come', async () => {
    const { team, dm } = await promisedTwice()
    expect(await passOver(team, dm, () => saysLater(team))).toEqual([])
    expect(aboutFrank(await team.pass(at('2026-12-09')))).toEqual([])
    expect(aboutFrank(await team.pass(at('2026-12-10')))).toHaveLength(1)
  })

  it('rests when it was told there meanwhile, and comes when its time has come', async () => {
    const { team } = await promisedTwice()
    expect(aboutFrank(await team.pass(again))).toHaveLength(1)
    team.setClock(at('2026-12-04'))
    const old = nudgeIn(team)
    await team.slack.as(team.ben).choose(old, 'Later', 'In a month')
    await team.slack.idle()
    expect(aboutFrank(await team.pass(at('2026-12-14')))).toEqual([])
    expect(aboutFrank(await team.pass(at('2027-01-04')))).toHaveLength(1)
  })

  it('can be taken back when nothing was said of it the second time', async () => {
    const team = await promised()
    const { ben, customers } = team
    expect(await passOver(team, customers, () => saysLater(team))).toEqual([])
    expect(await team.types(ben, customers, '/person undo')).toContain('Taken back')
    const [post = ''] = aboutFrank(await team.pass(at('2026-12-04')))
    expect(post).toContain('the sample')
  })

  it('is left out of what else there is to say', async () => {
    const { team, dm } = await promisedTwice(['promise frank by 3 dec: the price'])
    const alone = await passOver(team, dm, () => saysLater(team))
    expect(alone).toEqual([expect.stringContaining('the price')])
    expect(alone.join()).not.toContain('the sample')
    const [next = ''] = aboutFrank(await team.pass(at('2026-12-10')))
    expect(next).toContain('the sample')
    expect(next).not.toContain('the price')
  })
})
