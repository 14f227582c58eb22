import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { allThatIsToldTo, frankInPublic, nobodyElseWasTold, secret, tuesday } from '../support/secrets.js'
import { aTeam, type Team } from '../support/team.js'

describe('a note about somebody whom everybody knows', () => {
  it('typed in a private channel is seen by its members alone, on the card, in find and in nudges', async () => {
    const team = await aTeam()
    const { ana, ben, quiet, slack } = team
    await frankInPublic(team)
    const kept = await team.types(ana, quiet, `/person heard frank ${secret}`)
    expect(kept).toContain('#quiet')
    expect(await allThatIsToldTo(team, ana)).toContain(secret)
    expect(await allThatIsToldTo(team, ben)).not.toContain(secret)

    slack.places.join(quiet, ben)
    await slack.idle()
    expect(await allThatIsToldTo(team, ben)).toContain(secret)
    slack.places.leave(quiet, ben)
    await slack.idle()
    expect(await allThatIsToldTo(team, ben)).not.toContain(secret)

    const [nudge = ''] = await team.pass(tuesday)
    expect(nudge).toContain('Frank Ortiz')
    expect(nudge).not.toContain(secret)
    nobodyElseWasTold(team)
    expect(slack.problems).toEqual([])
  })

  it('is shown to all who see him by its button, by its author alone, and taken back again', async () => {
    const team = await aTeam()
    const { ana, ben, quiet, slack } = team
    await frankInPublic(team)
    const kept = await asked(team, ana, quiet, `/person note frank ${secret}`)
    const widened = await pressed(team, ana, kept, /Show it to all/)
    expect(slack.visibleText(widened)).toContain('Frank Ortiz')
    expect(await allThatIsToldTo(team, ben)).toContain(secret)
    await types(team, ana, quiet, 'undo')
    expect(await allThatIsToldTo(team, ben)).not.toContain(secret)
    expect(slack.problems).toEqual([])
  })

  it.each([
    ['a DM with the bot', (team: Team) => team.slack.places.dm(team.ana).id],
    ['a channel shared with another organisation', (team: Team) => team.shared],
    [
      'a private channel that the bot is not in',
      (team: Team) =>
        team.slack.places.add({
          name: 'board',
          kind: 'private',
          members: [team.ana, team.ben],
          withBot: false,
        }).id,
    ],
    [
      'a channel about to be shared',
      (team: Team) =>
        team.slack.places.add({
          name: 'soon',
          kind: 'public',
          members: [team.ana, team.ben],
          pendingExtShared: true,
        }).id,
    ],
  ])('typed in %s is seen by its author alone, and the reply says so', async (_, place) => {
    const team = await aTeam()
    const { ana, ben, slack } = team
    await frankInPublic(team)
    const where = place(team)
    for (const line of [`note frank ${secret}`, `heard frank ${secret}`, `called frank: ${secret}`])
      expect(await team.types(ana, where, `/person ${line}`), line).toContain('Only you')
    expect(await allThatIsToldTo(team, ana)).toContain(secret)
    expect(await allThatIsToldTo(team, ben)).not.toContain(secret)
    const posts = await team.pass('2027-01-05T16:00:00.000Z')
    expect(posts.join()).not.toContain(secret)
    nobodyElseWasTold(team)
    // How Slack says of a private place that the bot is not in it.
    expect(slack.problems.filter(({ code }) => code !== 'channel_not_found')).toEqual([])
  })

  it('typed in a channel that becomes shared is its author’s alone from then on', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await frankInPublic(team)
    await types(team, ben, customers, `note frank ${secret}`)
    expect(await allThatIsToldTo(team, ana)).toContain(secret)
    slack.places.share(customers)
    await slack.idle()
    expect(await allThatIsToldTo(team, ana, team.general)).not.toContain(secret)
    expect(await team.pass(tuesday)).toEqual([expect.not.stringContaining(secret)])
    expect(team.posts(customers)).toEqual([])
    slack.places.unshare(customers)
    await slack.idle()
    expect(await allThatIsToldTo(team, ana)).toContain(secret)
    expect(slack.problems).toEqual([])
  })

  it('typed in a public channel that the bot is not in is seen by everybody, and the reply says nothing else', async () => {
    const team = await aTeam()
    const { ana, ben, general, slack } = team
    await frankInPublic(team)
    expect(await team.types(ana, general, `/person note frank ${secret}`)).not.toContain('Only you')
    expect(await allThatIsToldTo(team, ben)).toContain(secret)
    nobodyElseWasTold(team)
    expect(slack.problems).toEqual([])
  })
})
