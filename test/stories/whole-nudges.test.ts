import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { at, frankIsQuiet, putRight } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

/** Saturday 21 November 2026. */
const aTeamWithFrank = async (): Promise<Team> => {
  const team = await aTeam()
  await types(team, team.ana, team.customers, 'add Frank Ortiz, facilities manager at Acme Lighting')
  await types(team, team.ana, team.customers, 'every frank never')
  return team
}
const frank = expect.stringContaining('Frank Ortiz')
/** A pass on each day, at ten in Chicago: on which days something was posted, and what. */
const passes = async (team: Team, from: string, days: number): Promise<[day: string, post: string][]> => {
  const posted: [string, string][] = []
  for (let n = 0; n < days; n++) {
    const now = new Date(Date.parse(at(from)) + n * 86_400_000).toISOString()
    for (const post of await team.pass(now)) posted.push([now.slice(0, 10), post])
  }
  return posted
}
const whyIn = (post: string): string => post.split('\n')[2] ?? ''

describe('a promise', () => {
  it('due on a Sunday is raised on the Friday before, and not before that', async () => {
    const team = await aTeamWithFrank()
    await types(team, team.ana, team.customers, 'promise frank by 29 nov: send the sample')
    expect(await passes(team, '2026-11-23', 4)).toEqual([])
    const [post = ''] = await team.pass(at('2026-11-27'))
    expect(whyIn(post)).toBe('You promised “send the sample” by Sun 29 Nov.')
    expect(await passes(team, '2026-11-28', 10)).toEqual([])
    const [again = ''] = await team.pass(at('2026-12-08'))
    expect(whyIn(again)).toBe('You promised “send the sample” by Sun 29 Nov, 9 days ago.')
    expect(team.slack.problems).toEqual([])
  })

  it('that is kept puts the message right; undo opens it again', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'promise frank by 27 nov: send the sample')
    await team.pass(at('2026-11-27'))
    team.setClock(at('2026-11-27', 17))
    await types(team, ben, customers, 'kept frank')
    await putRight(team, /Frank Ortiz: what was promised is done, says @ben/)
    expect(team.posts(customers).join()).not.toContain('[Not needed]')
    await types(team, ben, customers, 'undo')
    await putRight(team, /You promised “send the sample” by today\.(.|\n)*\[Not needed\]/)
    await types(team, ana, customers, 'broke frank')
    await putRight(team, /what was promised will not be done, says @ana/)
    expect(await passes(team, '2026-11-28', 12)).toEqual([])
    expect(team.slack.problems).toEqual([])
  })

  it('that is kept leaves the other reasons of its entry standing', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    const { ana, customers } = team
    await types(team, ana, customers, 'promise frank by 24 nov: send the sample')
    const [post = ''] = await team.pass(at('2026-11-24'))
    expect(whyIn(post)).toBe('You promised “send the sample” by today, and you last met them 9 weeks ago.')
    team.setClock(at('2026-11-24', 17))
    await types(team, ana, customers, 'kept frank')
    await putRight(team, /\nYou last met them 9 weeks ago; you meant to be in touch every 3 weeks\.\n/)
    expect(team.posts(customers).join()).toContain('[Not needed]')
  })

  it('is over for the message when somebody was in touch, and returns since it is still open', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'promise frank by 27 nov: send the sample')
    await team.pass(at('2026-11-27'))
    team.setClock(at('2026-11-27', 17))
    await types(team, ana, customers, 'called frank')
    await putRight(team, /Frank Ortiz: @ana called them today/)
    expect((await passes(team, '2026-11-28', 12)).map(([day]) => day)).toEqual(['2026-12-08'])
  })

  it('of a teammate’s who does not look after them names that teammate', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ben, customers, 'promise frank by 27 nov: bring the drawings')
    await types(team, ana, customers, 'step frank by 27 nov: measures the ceiling height')
    const [post = ''] = await team.pass(at('2026-11-27'))
    expect(whyIn(post)).toBe(
      '@ben promised “bring the drawings” by today, and their next step is “measures the ceiling height” by today.',
    )
    expect(post.split('@ana')).toHaveLength(2)
  })
})

describe('a promise typed in private', () => {
  it('about somebody whom all know is raised to its teammate alone, and never twice', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const dm = slack.places.dm(ben).id
    await types(
      team,
      ben,
      dm,
      'promise frank by 27 nov: a word with his boss',
      'trigger frank 4 dec: he resigns',
    )
    await types(team, ana, customers, 'promise frank by 27 nov: send the sample')
    const posts = await team.pass(at('2026-11-27'))
    expect(posts).toHaveLength(2)
    expect(team.posts(customers).join()).toContain('You promised “send the sample” by today.')
    expect(team.posts(customers).join()).not.toMatch(/boss|resigns/)
    const isOpenAbout = (text: string) => (post: string) =>
      post.includes('[Not needed]') && post.includes(text)
    expect(whyIn(team.posts(dm, ben).find(isOpenAbout('boss')) ?? '')).toBe(
      '“he resigns” is 7 days away, on 4 December; and you promised “a word with his boss” by today.',
    )
    expect(await passes(team, '2026-11-28', 10)).toEqual([])
    team.setClock(at('2026-12-07', 17))
    await types(team, ben, dm, 'kept frank boss')
    await slack.until(() => !team.posts(dm, ben).some(isOpenAbout('boss')), { what: 'put right' })
    expect(team.posts(dm, ben).some(isOpenAbout('resigns'))).toBe(true)
    expect(await passes(team, '2026-12-08', 1)).toEqual([['2026-12-08', expect.not.stringContaining('boss')]])
    expect(slack.problems).toEqual([])
  })

  it('in a small channel is raised there, though nobody lives there', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, quiet } = team
    await types(
      team,
      ana,
      quiet,
      'promise frank by 27 nov: a word with his boss',
      'date frank 27 nov: saint’s day',
    )
    const [post = '', ...others] = await team.pass(at('2026-11-27'))
    expect(others).toEqual([])
    expect(team.posts(customers)).toEqual([])
    expect(team.posts(quiet).at(-1)).toBe(post)
    expect(whyIn(post)).toBe(
      'You promised “a word with his boss” by today, and their “saint’s day” is today.',
    )
  })
})

describe('a trigger', () => {
  it('is raised 30 and 7 days before, on working days at or before, once each', async () => {
    const team = await aTeamWithFrank()
    await types(team, team.ana, team.customers, 'trigger frank 1 march 2027: lease ends')
    expect(await team.pass(at('2027-01-28'))).toEqual([])
    const posted = await passes(team, '2027-01-29', 32)
    expect(posted.map(([day, post]) => [day, whyIn(post)])).toEqual([
      ['2027-01-29', '“lease ends” is 31 days away, on 1 March.'],
      ['2027-02-22', '“lease ends” is 7 days away, on 1 March.'],
    ])
    expect(team.slack.problems).toEqual([])
  })

  it('that was taken back is withdrawn', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'trigger frank 1 march 2027: lease ends')
    await team.pass(at('2027-01-29'))
    await types(team, ana, customers, 'undo')
    await putRight(team, /Frank Ortiz: no longer needed/)
    expect(await team.pass(at('2027-02-22'))).toEqual([])
  })
})

describe('a day to remember', () => {
  it('on 29 February is told of by the 28th, and on the 29th where there is one', async () => {
    const team = await aTeamWithFrank()
    await types(team, team.ana, team.customers, 'date frank 29 february: birthday')
    expect(await team.pass(at('2027-02-25'))).toEqual([])
    const [post = ''] = await team.pass(at('2027-02-26'))
    expect(whyIn(post)).toBe('Their birthday is on Sun 28 Feb.')
    expect(await team.pass(at('2027-03-01'))).toEqual([])
    expect(await team.pass(at('2028-02-28'))).toEqual([])
    const [leap = ''] = await team.pass(at('2028-02-29'))
    expect(whyIn(leap)).toBe('Their birthday is today.')
  })

  it('that could not be told in time is told late, and says so', async () => {
    const team = await aTeamWithFrank()
    await types(team, team.ana, team.customers, 'date frank 24 nov: birthday')
    const [post = ''] = await team.pass(at('2026-11-30'))
    expect(whyIn(post)).toBe('Their birthday was 6 days ago, on 24 November.')
  })
})

describe('one entry', () => {
  it('for four reasons at once reads as one thought, and asks what the team wants to know', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    const { ana, customers, quiet } = team
    await types(
      team,
      ana,
      customers,
      'trigger frank 24 dec: lease ends',
      'promise frank by tuesday: send the sample',
      'date frank 24 nov: birthday',
      'ask frank what would his crew miss most?',
    )
    await types(team, ana, quiet, 'ask frank is he leaving?')
    const [post = '', ...others] = await team.pass(at('2026-11-24'))
    expect(others).toEqual([])
    expect(whyIn(post)).toBe(
      '“lease ends” is 30 days away, on 24 December; you promised “send the sample” by today; their birthday is today; and more on the card.',
    )
    expect(post.split('Frank Ortiz')).toHaveLength(2)
    expect(post.split('@ana')).toHaveLength(2)
    expect(post.match(/Worth asking: .*/g)).toEqual(['Worth asking: what would his crew miss most?'])
    await pressed(team, ana, await asked(team, ana, customers, '/person answered frank'), /crew/)
    await team.slack.until(() => !team.posts(customers).join().includes('his crew'), { what: 'put right' })
    expect(team.slack.problems).toEqual([])
  })

  it('stands by its weightiest reason, before those who are merely silent', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    for (const name of ['Susan Bell', 'Lily Chen', 'John Park', 'Liz Moss'])
      await types(team, ana, customers, `add ${name}`, `met ${name} 60 days ago`)
    await types(team, ana, customers, 'step susan by 24 nov: measures')
    await types(team, ana, customers, 'date lily 24 nov: birthday')
    await types(team, ana, customers, 'promise john by 24 nov: call back')
    await types(team, ana, customers, 'trigger liz 24 dec: audit')
    const [post = ''] = await team.pass(at('2026-11-24'))
    const places = ['Liz Moss', 'John Park', 'Lily Chen', 'Susan Bell'].map((name) => post.indexOf(name))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })
})

it('a dry run names the day of what is promised', async () => {
  const team = await aTeamWithFrank()
  await types(team, team.ana, team.customers, 'promise frank by 27 nov: send the sample')
  const hand = await team.scheduler()
  const [planned] = await hand.dryRun(at('2026-11-27'))
  await hand.close()
  expect(planned?.entries[0]?.reasons).toMatchObject([
    { kind: 'promise', occasion: expect.stringMatching(/@2026-11-27$/) },
  ])
  expect(await team.pass(at('2026-11-27'))).toEqual([frank])
})
