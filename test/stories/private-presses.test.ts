import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, types } from '../support/doing.js'
import { at, nudgeIn, reads, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

/** Frank is quiet in #customers, and Ben has promised something in his DM: a nudge stands in each. */
const nudgedTwice = async (): Promise<{ readonly team: Team; readonly dm: string }> => {
  const team = await aTeam()
  const { ana, ben, customers, slack } = team
  const dm = slack.places.dm(ben).id
  await types(team, ana, customers, 'add Frank Ortiz', 'met frank 20 days ago', 'every frank 3 weeks')
  await types(team, ben, dm, 'promise frank by 23 nov: a word with his boss')
  await team.pass(at('2026-11-23'))
  team.setClock(at('2026-11-23', 17))
  return { team, dm }
}
/** On which days Frank is brought up from then on: in #customers, and in Ben's DM. */
const daysAfter = async ({ team, dm }: Awaited<ReturnType<typeof nudgedTwice>>, days: number) => {
  const { customers, ben } = team
  const raised: string[] = []
  for (let n = 1; n <= days; n++) {
    const counts = () => [team.posts(customers).length, team.posts(dm, ben).length]
    const before = counts()
    const now = new Date(Date.parse(at('2026-11-23')) + n * 86_400_000).toISOString()
    await team.pass(now)
    const [openly = 0, privately = 0] = counts().map((count, place) => count - (before[place] ?? 0))
    if (openly > 0) raised.push(`${now.slice(5, 10)} openly`)
    if (privately > 0) raised.push(`${now.slice(5, 10)} privately`)
  }
  return raised
}

describe('a press on what was told in private', () => {
  it.each<[string, (team: Team, dm: string) => Promise<unknown>, RegExp, readonly string[]]>([
    [
      'Not needed',
      (team, dm) => pressed(team, team.ben, nudgeIn(team, dm, team.ben), 'Not needed'),
      /@ben said that it is not needed now/,
      ['12-02 openly', '12-11 openly', '12-14 privately'],
    ],
    [
      'Later',
      async (team, dm) =>
        (await team.slack.as(team.ben).choose(nudgeIn(team, dm, team.ben), 'Later', 'In a week')).answer(),
      /@ben said later/,
      ['11-30 privately', '12-02 openly', '12-09 privately', '12-11 openly'],
    ],
  ])('%s changes nothing that others see', async (_, press, settled, raised) => {
    const there = await nudgedTwice()
    const { team, dm } = there
    const { ana, ben, customers, slack } = team
    const before = await team.types(ana, customers, '/person frank')
    await press(team, dm)
    await slack.until(() => settled.test(team.posts(dm, ben).join()), { what: 'an answer' })
    expect(await team.types(ana, customers, '/person frank')).toBe(before)
    expect(team.posts(customers).join()).toContain('[Not needed]')
    expect(await daysAfter(there, 22)).toEqual(raised)
    expect(slack.problems).toEqual([])
  })

  it('Later, on an older message, answers the newer one about the same as well', async () => {
    const { team, dm } = await nudgedTwice()
    const { ben, slack } = team
    const older = nudgeIn(team, dm, ben)
    await team.pass(at('2026-12-02'))
    const open = () => team.posts(dm, ben).filter((post) => post.includes('[Not needed]'))
    expect(open()).toHaveLength(2)
    team.setClock(at('2026-12-02', 17))
    await (await slack.as(ben).choose(older, 'Later', 'In a week')).answer()
    await slack.until(() => open().length === 0, { what: 'both to be answered' })
    expect(await team.pass(at('2026-12-03'))).toEqual([])
  })

  it('about somebody who lives there begins their rhythm anew', async () => {
    const team = await aTeam()
    const { ben, slack } = team
    const dm = slack.places.dm(ben).id
    await types(team, ben, dm, 'add Frank Ortiz', 'met frank 60 days ago', 'every frank 3 weeks')
    await team.pass(tuesday)
    team.setClock(at('2026-11-24', 17))
    const reply = reads(team, await pressed(team, ben, nudgeIn(team, dm, ben), 'Not needed'))
    expect(reply).toContain('All right, not now for Frank Ortiz. They come up on Tue 15 Dec.')
    expect(await team.types(ben, dm, '/person frank')).toContain('They come up on Tue 15 Dec.')
  })
})

describe('a question that was asked in private', () => {
  it('is asked again where nobody read it, and leaves no trace on the card', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'every frank never')
    const before = await team.types(ana, customers, '/person frank')
    const dm = slack.places.dm(ben).id
    await types(team, ben, dm, 'promise frank by 24 nov: a word with his boss')
    await types(team, ben, dm, 'note frank grew up by the sea #story')
    await team.pass(tuesday)
    expect(await team.types(ana, customers, '/person frank')).toBe(before)
    await types(team, ana, customers, 'promise frank by 25 nov: send the sample')
    const [post = ''] = await team.pass(at('2026-11-25'))
    const question = /Worth asking: .*$/m.exec(before)?.[0] ?? 'no question'
    expect(post).toContain(question)
  })

  it('is not told to whoever looks after them next', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'every frank never')
    const dm = slack.places.dm(ana).id
    await types(team, ana, dm, 'promise frank by 24 nov: a word with his boss')
    await team.pass(tuesday)
    team.setClock(at('2026-11-24', 17))
    const form = await opened(team, ana, nudgeIn(team, dm, ana), 'I reached out')
    await handedIn(team, ana, form, { how: 'called', text: 'a word' })
    await asked(team, ana, customers, `/person hand frank to <@${ben}>`)
    const bens = slack.places.dm(ben).id
    await slack.until(() => team.posts(bens, ben).length === 1, { what: 'a card' })
    expect(team.posts(bens, ben).join()).not.toContain('No need to ask again')
  })
})
