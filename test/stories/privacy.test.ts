import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, told, types, words } from '../support/doing.js'
import { aTeam, type Team } from '../support/team.js'

const secret = 'the plant may close in May'
const tuesday = '2026-11-24T16:00:00.000Z' // 10:00 in Chicago

/** Everything that a teammate can ask about somebody called Frank, joined. */
const allThatIsToldTo = async (team: Team, userId: string, channelId = team.customers): Promise<string> => {
  const told = [
    await team.types(userId, channelId, '/person frank'),
    await team.types(userId, channelId, '/person find plant'),
    await team.types(userId, channelId, '/person find frank'),
    await team.types(userId, channelId, '/person due'),
    await team.types(userId, channelId, '/person'),
    await team.types(userId, channelId, '/person fra'),
    await team.types(userId, channelId, '/person framk'),
  ]
  const card = await asked(team, userId, channelId, '/person frank')
  if (team.slack.visibleText(card).includes('[More]'))
    told.push(team.slack.visibleText(await pressed(team, userId, card, 'More')))
  return told.join('\n')
}

/** Frank, whom everybody knows; the team has been quiet for two months. */
const frankInPublic = async (team: Team): Promise<void> => {
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    'met frank 60 days ago: walked round',
  )
}

const nobodyElseWasTold = (team: Team): void => {
  for (const userId of [team.gus, team.pia])
    for (const { id } of team.slack.places.all()) {
      const seen = team.slack.seenBy(userId, id).map((each) => team.slack.visibleText(each))
      expect(seen.join()).not.toContain(secret)
    }
}

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
})

describe('somebody introduced in private', () => {
  it('does not exist for others: no card, no picker, no count, no “already known”', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet, slack } = team
    const nobody = await allThatIsToldTo(team, ben)
    await types(
      team,
      ana,
      quiet,
      'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
      `note frank ${secret}`,
      'met frank 60 days ago',
      'add someone, CFO at Globex',
    )
    expect(await allThatIsToldTo(team, ben)).toBe(nobody)
    const said = await slack.as(ana).say(customers, 'Great call with Frank Ortiz today, frank@acme.example')
    const question = await told(team, ben, () =>
      slack.as(ben).react(customers, said.ts, 'telephone_receiver'),
    )
    expect(slack.visibleText(question)).not.toContain('Acme')
    expect(await slack.as(ben).suggest(question, 'someone-else', 'frank')).toEqual([])
    for (const line of [
      'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
      'add Dana Cho, CFO at Globex',
    ]) {
      const added = await team.types(ben, customers, `/person ${line}`)
      expect(added, line).toContain('Good to know')
      expect(added).not.toContain('same')
    }
    // Now that there are two, each sees the own one, and Ana both.
    expect(await team.types(ben, customers, '/person frank')).not.toContain(secret)
    expect(await team.types(ana, customers, '/person frank')).toContain('Which frank')
    expect(slack.problems).toEqual([])
  })

  it('is nudged about where they were introduced, in a DM where that was private to one', async () => {
    const team = await aTeam()
    const { ana, ben, quiet, slack } = team
    const dm = slack.places.dm(ana).id
    await types(team, ana, quiet, 'add Lily Chen, architect at Initech', 'met lily 60 days ago')
    await types(team, ana, dm, 'add John Park, buyer at Globex', 'met john 60 days ago')
    const posts = await team.pass(tuesday)
    expect(posts).toHaveLength(2)
    expect(team.posts(quiet).join()).toContain('Lily Chen')
    expect(team.posts(quiet).join()).not.toContain('John Park')
    expect(
      team.posts(dm).filter((post) => post.includes('John Park') && post.includes('[Not needed]')),
    ).toHaveLength(1)
    for (const { id } of slack.places.all()) expect(team.posts(id, ben).join()).not.toMatch(/Lily|John/)
    expect(slack.problems).toEqual([])
  })

  it('can be moved to a channel, by command and by button, by those who answer for them', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet, shared, slack } = team
    const added = await asked(
      team,
      ana,
      quiet,
      '/person add Frank Ortiz, facilities manager at Acme Lighting',
    )
    await types(team, ana, quiet, `note frank ${secret}`)
    expect(await team.types(ana, quiet, `/person home frank <#${shared}>`)).toContain('shared')
    expect(await team.types(ben, customers, `/person home frank <#${customers}>`)).toContain('nobody called')
    const form = await opened(team, ana, added, /Let more people see them/)
    expect(await handedIn(team, ana, form, { channel: customers })).toContain('#customers')
    const seen = await allThatIsToldTo(team, ben)
    expect(seen).toContain('facilities manager at Acme Lighting')
    expect(seen).not.toContain(secret)
    expect(await team.types(ben, customers, '/person home frank here')).toMatch(/owner|answer/)
    await types(team, ana, quiet, 'undo')
    expect(await team.types(ben, customers, '/person frank')).toContain('nobody called')
    expect(await team.types(ana, quiet, `/person home frank <#${customers}>`)).toContain('#customers')
    expect(await team.types(ben, customers, '/person frank')).toContain('Acme Lighting')
    expect(slack.problems).toEqual([])
  })

  it('is never handed to a teammate who may not see them, nor to a guest', async () => {
    const team = await aTeam()
    const { ana, ben, gus, pia, quiet, customers, slack } = team
    await types(team, ana, quiet, 'add Frank Ortiz')
    expect(await team.types(ana, quiet, `/person hand frank to <@${ben}>`)).toContain('may not see')
    await types(team, ana, customers, 'add Susan Bell')
    for (const outside of [gus, pia])
      expect(await team.types(ana, customers, `/person hand susan to <@${outside}>`)).toContain('full member')
    expect(await team.types(ana, customers, `/person hand susan to <@${ben}>`)).toContain('@ben')
    expect(await team.types(ben, customers, '/person susan')).toMatch(/[Oo]wner.*you/)
    expect(slack.problems).toEqual([])
  })
})

describe('a contact logged in private', () => {
  it('silences a public nudge and says nothing, also when the open post is put right', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await frankInPublic(team)
    const dm = slack.places.dm(ana).id
    await team.pass(tuesday)
    team.setClock('2026-11-24T17:00:00.000Z')
    await types(team, ana, dm, `called frank: ${secret}`)
    await slack.until(() => !team.posts(customers).join().includes('[I reached out]'), { what: 'put right' })
    const [post = ''] = team.posts(customers)
    expect(post).toContain('Frank Ortiz')
    expect(post).not.toMatch(/called|ana|plant/i)
    expect(await allThatIsToldTo(team, ben)).not.toContain(secret)
    expect(await team.pass('2026-11-25T16:00:00.000Z')).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('before the digest keeps them out of it', async () => {
    const team = await aTeam()
    await frankInPublic(team)
    await types(team, team.ana, team.quiet, 'called frank yesterday')
    expect(await team.pass(tuesday)).toEqual([])
  })
})

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
