import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, types, words } from '../support/doing.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { aTeamThatReacts, phone } from '../support/reacting.js'
import type { Team } from '../support/team.js'

const says = (team: Team, userId: string, line: string, channelId = team.customers) =>
  team.types(userId, channelId, `/person ${line}`)

describe('two teammates speak with one person', () => {
  it('and the second hears, in the reply alone, what the first heard', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    expect(await says(team, ana, 'called frank yesterday: "the lease ends in March"')).not.toContain('heard:')
    const reply = await says(team, ben, 'emailed frank: sent the drawings')
    expect(reply).toMatch(/@ana called them yesterday and heard: “the lease ends in March”/)
    expect(team.posts(customers, ana)).toEqual([])
    expect(await says(team, ben, 'called frank: asked again')).toContain('the lease ends in March')
    withoutProblems(team)
  })

  it('or what the first wrote of it, or that they spoke', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben } = team
    await says(team, ana, 'met frank yesterday: walked the plant')
    expect(await says(team, ben, 'called frank')).toContain('@ana met them yesterday: walked the plant')
    await says(team, ben, 'undo')
    await says(team, ana, 'messaged frank')
    expect(await says(team, ben, 'called frank')).toContain('@ana messaged them today, too.')
    await says(team, ana, 'heard frank the roof leaks')
    expect(await says(team, ben, 'called frank')).toContain(
      '@ana messaged them today and heard: “the roof leaks”',
    )
    withoutProblems(team)
  })

  it('but not of a contact of three days before, nor of one that they may not know', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, quiet } = team
    await says(team, ana, 'called frank 3 days ago: "too long ago"')
    await says(team, ana, 'called frank: "the plant may close"', quiet)
    expect(await says(team, ben, 'called frank')).not.toMatch(/@ana|too long ago|may close/)
    withoutProblems(team)
  })

  it('also when the second presses on a card, or reacts', async () => {
    const team = await aTeamThatReacts()
    const { ana, ben, customers, slack } = team
    await says(team, ana, 'called frank today: "the lease ends in March"')
    const card = await asked(team, ben, customers, '/person frank')
    const form = await opened(team, ben, card, 'Talked')
    expect(await handedIn(team, ben, form, { text: 'a short call' })).toContain('@ana called them')
    const message = await slack.as(ben).say(customers, 'Spoke with Frank Ortiz')
    const reacted = await words(team, ben, () => slack.as(ben).react(customers, message.ts, phone))
    expect(reacted).toContain('the lease ends in March')
    withoutProblems(team)
  })
})

describe('three times in a row, and no words of theirs', () => {
  it('bring a question in place of a fourth message: the one that waits, else one of the bank', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben } = team
    expect(await says(team, ana, 'emailed frank 9 days ago: sent the drawings')).not.toContain('question')
    expect(await says(team, ben, 'called frank 5 days ago: no answer')).not.toContain('question')
    expect(await says(team, ana, 'messaged frank: asked again')).toMatch(/three times.*question: “.+\?”/)
    await says(team, ana, 'undo')
    await says(team, ana, 'ask frank what would his crew miss most?')
    const third = await says(team, ana, 'messaged frank: asked again')
    expect(third).toContain(
      'In place of one more message, perhaps a question: “what would his crew miss most?”',
    )
    withoutProblems(team)
  })

  it.each(['heard frank call me in May', 'met frank: walked the plant', 'called frank: "call me in May"'])(
    'not after `%s`',
    async (line) => {
      const team = await aTeamWithFrank()
      const { ana } = team
      await says(team, ana, 'emailed frank: one')
      await says(team, ana, 'emailed frank: two')
      await says(team, ana, line)
      expect(await says(team, ana, 'emailed frank: three')).not.toContain('a question')
      withoutProblems(team)
    },
  )
})

describe('the same words about three people in a day', () => {
  const aTeamOfFour = async () => {
    const team = await aTeamWithFrank()
    await types(team, team.ana, team.customers, 'add Susan Bell', 'add Lily Tran', 'add Ken Park')
    return team
  }

  it('are asked about at the third, with a way to each, and not again at the fourth', async () => {
    const team = await aTeamOfFour()
    const { ana, ben, customers } = team
    expect(await says(team, ana, 'emailed frank: Sent the sample')).not.toContain('the same')
    expect(await says(team, ana, 'note susan sent the  sample')).not.toContain('the same')
    await says(team, ana, 'note frank something else')
    expect(await says(team, ben, 'note ken sent the sample')).not.toContain('the same')
    const third = await asked(team, ana, customers, '/person heard lily: sent the sample')
    const asking =
      'You wrote the same about Frank Ortiz, Susan Bell and Lily Tran today. What was meant for whom?'
    expect(reads(team, third)).toContain(asking)
    expect(await says(team, ana, 'note ken sent the sample')).not.toContain('the same')
    const more = reads(team, await pressed(team, ana, third, 'More', { nth: 1 }))
    expect(more).toContain('Susan Bell')
    expect(more).toMatch(/sent the +sample/)
    expect(team.posts(customers, ana)).toEqual([])
    withoutProblems(team)
  })

  it('are not the same on the next day, and contacts without words never are', async () => {
    const team = await aTeamOfFour()
    const { ana } = team
    for (const who of ['frank', 'susan', 'lily'])
      expect(await says(team, ana, `called ${who}`)).not.toContain('same')
    await types(team, ana, team.customers, 'note frank hello', 'note susan hello')
    team.setClock('2026-11-22T16:00:00.000Z')
    expect(await says(team, ana, 'note lily hello')).not.toContain('the same')
    withoutProblems(team)
  })
})
