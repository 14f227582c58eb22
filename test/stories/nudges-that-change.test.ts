import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { at, nudgeIn, putRight, reads, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

const withFrank = async (): Promise<Team> => {
  const team = await aTeam()
  await types(team, team.ana, team.customers, 'add Frank Ortiz, buyer at Acme', 'every frank never')
  return team
}
const why = (post: string) => post.split('\n')[2]

describe('a reason that is hidden again', () => {
  it('leaves one quiet line, and nothing to press', async () => {
    const team = await withFrank()
    const { ana, customers, slack } = team
    const dm = slack.places.dm(ana).id
    team.setClock(at('2026-11-24', 15))
    const reply = await asked(team, ana, dm, '/person promise frank by 24 nov: a word with his boss')
    await pressed(team, ana, reply, 'Show it to all who see them')
    const [post = ''] = await team.pass(tuesday)
    expect(why(post)).toBe('You promised “a word with his boss” by today.')
    team.setClock(at('2026-11-24', 17))
    await types(team, ana, dm, 'undo')
    await putRight(team, /Frank Ortiz: no longer needed\./)
    expect(team.posts(customers).join()).not.toContain('[Not needed]')
    expect(slack.problems).toEqual([])
  })
})

describe('who was introduced or given a rhythm today', () => {
  it('is not in the digest, whatever there is to tell, and comes the next morning', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    team.setClock(at('2026-11-24', 14))
    await types(team, ana, customers, 'add Frank Ortiz', 'promise frank by today: send the sample')
    expect(await team.pass(tuesday)).toEqual([])
    const [post = ''] = await team.pass(at('2026-11-25'))
    expect(why(post)).toBe('You promised “send the sample” by yesterday.')
    team.setClock(at('2026-11-26', 14))
    await types(team, ana, customers, 'date frank 26 nov: birthday', 'every frank 2 months')
    expect(await team.pass(at('2026-11-26'))).toEqual([])
    const [late = ''] = await team.pass(at('2026-11-27'))
    expect(why(late)).toBe('Their birthday was yesterday.')
  })

  it('is in the news of roles all the same', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Lily Chen')
    await team.pass(tuesday)
    team.setClock(at('2026-11-24', 17))
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Acme', 'role frank VP at Globex')
    expect(await team.pass(at('2026-11-24', 18))).toEqual([expect.stringContaining('VP at Globex')])
  })
})

describe('a promise', () => {
  it('typed after the digest comes with the news of that afternoon, and not once more', async () => {
    const team = await withFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'promise frank by 24 nov: first')
    expect((await team.pass(tuesday)).map(why)).toEqual(['You promised “first” by today.'])
    team.setClock(at('2026-11-24', 17))
    await types(team, ana, customers, 'promise frank by 24 nov: second', 'role frank VP at Globex')
    const [news = ''] = await team.pass(at('2026-11-24', 18))
    expect(why(news)).toBe(
      'You promised “second” by today; and they are new in this role; before that, buyer at Acme.',
    )
    expect(await team.pass(at('2026-11-25'))).toEqual([])
  })

  it('that was not needed on one day comes up again while it is open, and says how to close it', async () => {
    const team = await withFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'promise frank by 24 nov: send the sample')
    await team.pass(tuesday)
    team.setClock(at('2026-11-24', 17))
    const reply = reads(team, await pressed(team, ana, nudgeIn(team), 'Not needed'))
    expect(reply).toContain(
      'All right, not now for Frank Ortiz. What was promised comes up again on Thu 24 Dec, unless it is closed before.',
    )
    expect(reply).toContain('/person kept Frank Ortiz or /person broke Frank Ortiz')
    expect(await team.pass(at('2026-12-23'))).toEqual([])
    expect((await team.pass(at('2026-12-24'))).map(why)).toEqual([
      expect.stringContaining('You promised “send the sample” by Tue 24 Nov'),
    ])
  })
})

describe('a trigger', () => {
  it('whose day passed while the bot was down is told of when it is back, once', async () => {
    const team = await withFrank()
    await types(team, team.ana, team.customers, 'trigger frank 30 nov: lease ends')
    const [post = ''] = await team.pass(at('2026-12-04'))
    expect(why(post)).toBe('“lease ends” was 4 days ago, on 30 November.')
    expect(await team.pass(at('2026-12-07'))).toEqual([])
    expect(await team.pass(at('2026-12-15'))).toEqual([])
  })

  it('that is nearer is told of first', async () => {
    const team = await withFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'trigger frank 24 dec: audit', 'trigger frank 1 dec: lease ends')
    expect((await team.pass(tuesday)).map(why)).toEqual([
      '“lease ends” is 7 days away, on 1 December, and “audit” is 30 days away, on 24 December.',
    ])
  })
})

it('a day in a rest of many weeks is told of on the last working day before', async () => {
  const team = await withFrank()
  const { ana, customers, slack } = team
  const form = await (await slack.as(ana).command(customers, '/person settings')).modal()
  const day = (n: number) => new Date(Date.UTC(2026, 10, 25 + n)).toISOString().slice(0, 10)
  const holidays = Array.from({ length: 40 }, (_, n) => day(n)).join('\n')
  expect((await slack.as(ana).submit(form, { holidays })).errors).toEqual({})
  await slack.idle()
  await types(team, ana, customers, 'promise frank by 30 december: send the sample')
  const [said, ...others] = (await team.pass(tuesday)).map(why).filter((each) => each !== undefined)
  expect([said, others]).toEqual(['You promised “send the sample” by Wed 30 Dec.', []])
})
