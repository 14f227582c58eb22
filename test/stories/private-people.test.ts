import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, told, types } from '../support/doing.js'
import { allThatIsToldTo, frankInPublic, secret, tuesday } from '../support/secrets.js'
import { aTeam } from '../support/team.js'

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

  it('is told by no day either: on the card, in `due`, or in what is answered', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    const dm = slack.places.dm(ben).id
    await types(team, ana, customers, 'add Frank Ortiz', 'met frank 60 days ago', 'every frank 4 weeks')
    const card = await team.types(ana, customers, '/person frank')
    await types(team, ana, customers, 'add Susan Bell')
    expect(await team.types(ana, customers, '/person due')).toMatch(/Frank.*Susan/s)
    await types(team, ben, dm, 'met frank yesterday: in secret')
    expect(await team.types(ana, customers, '/person frank')).toBe(card)
    const due = await team.types(ana, customers, '/person due')
    expect(due).toContain('Susan')
    expect(due).not.toContain('Frank')
    for (const line of ['met frank 50 days ago', 'every frank 3 weeks'])
      expect(await team.types(ana, customers, `/person ${line}`)).toContain('glad to hear from you now')
    for (const line of ['due', 'frank']) expect(await team.types(ben, dm, line)).toContain('Fri 11 Dec')
    // Once their day has come indeed, it has come for all; how late they are is counted from what is known.
    team.setClock('2026-12-15T16:00:00.000Z')
    expect(await team.types(ana, customers, '/person due')).toMatch(/now.*Frank|Frank.*now/is)
    await slack.as(ana).openHome()
    const home = () => slack.visibleText(slack.as(ana).home ?? { blocks: [] })
    await slack.until(() => home().includes('Frank'), { what: 'a Home' })
    expect(home()).not.toContain('11 Dec')
  })

  it('before the digest keeps them out of it', async () => {
    const team = await aTeam()
    await frankInPublic(team)
    await types(team, team.ana, team.quiet, 'called frank yesterday')
    expect(await team.pass(tuesday)).toEqual([])
  })
})
