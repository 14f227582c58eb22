import { describe, expect, it } from 'vitest'
import { pressed, words } from '../support/doing.js'
import { allThatIsToldTo, frankInPublic, tuesday } from '../support/secrets.js'
import { aTeam } from '../support/team.js'

describe('guests and people of other organisations', () => {
  it('get a sentence for what they type, and nothing changes', async () => {
    const team = await aTeam()
    const { ana, gus, customers, slack } = team
    await frankInPublic(team)
    const before = await allThatIsToldTo(team, ana)
    const dm = slack.places.dm(gus).id
    for (const line of [
      'frank',
      'find frank',
      'due',
      '',
      'help',
      'note frank x',
      'undo',
      'add Frank Ortiz',
    ]) {
      const reply = await team.types(gus, customers, `/person ${line}`)
      expect(reply, line).toContain('full members')
      expect(reply, line).not.toMatch(/Frank|Ortiz|Acme/)
    }
    const said = await slack.as(gus).say(dm, 'frank')
    expect(slack.visibleText(await said.reply())).toContain('full members')
    const mention = await words(team, gus, () =>
      slack.as(gus).say(customers, `<@${slack.botUserId}> frank`, { raw: true }),
    )
    expect(mention).toContain('full members')
    expect(await allThatIsToldTo(team, ana)).toBe(before)
    expect(slack.problems).toEqual([])
  })

  it('press the buttons of a nudge, and learn and change nothing', async () => {
    const team = await aTeam()
    const { gus, ben, customers, slack } = team
    await frankInPublic(team)
    await team.pass(tuesday)
    const post = slack
      .seenBy(gus, customers)
      .find((seen) => seen.user === slack.botUserId && !seen.isEphemeral)
    if (post === undefined) throw new Error('no nudge')
    for (const label of ['I reached out', 'Not needed', 'Hand over']) {
      const reply = await words(team, gus, () => slack.as(gus).press(post, label))
      expect(reply).toContain('full members')
      expect(reply).not.toMatch(/Frank|Ortiz/)
      expect(slack.as(gus).modal).toBeUndefined()
    }
    await words(team, gus, () => slack.as(gus).choose(post, 'nudge-later', 'In a week'))
    expect(team.posts(customers).join()).toContain('[I reached out]')
    // Pia's organisation comes in after the post: she may read what stands there, and press.
    slack.places.share(customers)
    slack.places.join(customers, team.pia)
    const outside = await words(team, team.pia, () => slack.as(team.pia).press(post, 'Not needed'))
    expect(outside).not.toMatch(/Frank|Ortiz/)
    slack.places.unshare(customers)
    await slack.idle()
    expect(slack.visibleText(await pressed(team, ben, post, 'Not needed'))).toContain('Frank Ortiz')
    expect(slack.problems).toEqual([])
  })
})
