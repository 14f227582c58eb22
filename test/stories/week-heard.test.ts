import { describe, expect, it, test } from 'vitest'
import { asked, eventually, pressed, types, words } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { nudgeIn } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'
import { aTeamKnows, aWeekOf, friday, mondayAfter, nextFriday, wantsTheWeek } from '../support/week.js'

const isWeek = (post: string): boolean => /week, heard/.test(post)
const told = async (team: Team, at: string): Promise<string[]> => (await team.pass(at)).filter(isWeek)
const standing = (team: Team, channelId = team.customers) => team.posts(channelId).filter(isWeek)

const thursdayBefore = '2026-11-19T16:00:00.000Z'
/** A channel that asked for its week, heard of the one before where it did not ask too late, and had one. */
const aWeek = async (before: 'told' | 'not asked for' = 'not asked for'): Promise<Team> => {
  const team = await aTeam({ at: thursdayBefore })
  await aTeamKnows(team)
  await wantsTheWeek(team)
  if (before === 'told') await team.pass('2026-11-20T21:00:00.000Z')
  team.setClock('2026-11-25T16:00:00.000Z')
  await aWeekOf(team)
  return team
}

describe('the week, heard', () => {
  it('is said on Friday afternoon, once, and names no teammate', async () => {
    const team = await aWeek()
    expect(await told(team, '2026-11-27T20:59:00.000Z')).toEqual([])
    const [said = '', another] = await told(team, friday)
    expect(said.split('\n')).toEqual([
      'The week, heard',
      'Back after a silence',
      '• Maria Lindqvist, after 4 months',
      'They told us',
      '• Susan Whitfield: “the crew would miss the old map most, one of us and one of us know why”',
      'We asked, and know now',
      '• Frank Ortiz: who decides about the vans? “his sister does, she always did”',
      'We promised, and did',
      '• Frank Ortiz: send the sample',
      'Offstage still',
      '• Someone, buyer at Acme Parks',
      '[Stop these]',
    ])
    expect(said).not.toMatch(/\bana\b|\bben\b|Ruiz|Adeyemi/i)
    expect(another).toBeUndefined()
    for (const at of ['2026-11-27T21:01:00.000Z', '2026-11-27T22:30:00.000Z', mondayAfter, nextFriday])
      expect(await told(team, at)).toEqual([])
    expect(standing(team)).toHaveLength(1)
    expect(team.slack.problems).toEqual([])
  })

  it('tells the next week only what came since', async () => {
    const team = await aWeek()
    await told(team, friday)
    team.setClock('2026-12-01T16:00:00.000Z')
    await types(team, team.ana, team.customers, 'heard maria we paint the huts ourselves')
    const [said = ''] = await told(team, nextFriday)
    expect(said).toContain('we paint the huts ourselves')
    expect(said).not.toMatch(/old map|sister|sample|after 4 months/)
  })

  it('is not said where nobody asked for it, and not when nothing was heard', async () => {
    const silent = await aTeam({ at: thursdayBefore })
    await aTeamKnows(silent)
    await aWeekOf(silent)
    expect(await told(silent, friday)).toEqual([])
    const empty = await aTeam({ at: thursdayBefore })
    await aTeamKnows(empty)
    await wantsTheWeek(empty)
    // What was typed in before counts to the week before, and is told then.
    await told(empty, '2026-11-20T21:00:00.000Z')
    expect(await told(empty, friday)).toEqual([])
  })

  it('says what was heard last week on Monday, where the bot was away on Friday', async () => {
    const team = await aWeek('told')
    const [said = ''] = await told(team, mondayAfter)
    expect(said).toMatch(/^Last week, heard/)
    expect(said).toContain('after 4 months')
    expect(await told(team, '2026-12-01T16:00:00.000Z')).toEqual([])
  })

  it('is said on the last working day, where Friday is off', async () => {
    const team = await aWeek()
    const run = await team.slack.as(team.ana).command(team.customers, '/person settings')
    const { errors } = await team.slack.as(team.ana).submit(await run.modal(), { holidays: '2026-11-27' })
    expect(errors).toEqual({})
    await team.slack.until(() => team.posts(team.customers).some((post) => post.includes('is a day off')), {
      what: 'a day off',
    })
    expect(await told(team, '2026-11-26T21:00:00.000Z')).toHaveLength(1)
    expect(await told(team, friday)).toEqual([])
  })

  it('says of much only some, each person once before anybody twice, and how much more there is', async () => {
    const team = await aTeam({ at: thursdayBefore })
    await aTeamKnows(team)
    await wantsTheWeek(team)
    for (const n of [1, 2, 3, 4])
      await types(team, team.ana, team.customers, `heard susan this is thing ${n}`)
    await types(team, team.ana, team.customers, 'heard maria we like maps')
    const [said = ''] = await told(team, '2026-11-20T21:00:00.000Z')
    expect(said).toContain('• Maria Lindqvist: “we like maps”\n• Susan Whitfield: “this is thing 4”')
    expect(said.match(/this is thing/g)).toHaveLength(2)
    expect(said).toContain('• and 2 more')
  })

  it('tells nothing that was typed where others do not read, nor what lives elsewhere', async () => {
    const team = await aWeek()
    await types(
      team,
      team.ana,
      team.quiet,
      'heard susan the budget is secret',
      'add Piet Geheim',
      'met piet: tea',
    )
    await team.slack.as(team.ana).say(team.slack.places.dm(team.ana).id, 'heard susan only for ana')
    await wantsTheWeek(team, team.quiet)
    const said = await told(team, friday)
    const [open = '', closed = ''] = said.sort((a, b) => b.length - a.length)
    expect(open).not.toMatch(/secret|Piet|only for ana/)
    expect(closed).toContain('the budget is secret')
    expect(closed).not.toContain('only for ana')
  })

  it('is silent in a channel that became shared, and taken back where it stood', async () => {
    const team = await aWeek()
    await told(team, friday)
    expect(standing(team)).toHaveLength(1)
    team.slack.places.share(team.customers)
    await team.pass(mondayAfter)
    await team.slack.until(() => standing(team).length === 0, { what: 'nothing' })
    const shared = await aWeek()
    shared.slack.places.share(shared.customers)
    expect(await told(shared, friday)).toEqual([])
  })

  it('is put right when somebody is forgotten, and gone when it told of nobody else', async () => {
    const team = await aWeek()
    await told(team, friday)
    const forget = async (who: string) => {
      const question = await asked(team, team.ana, team.customers, `/person forget ${who}`)
      await pressed(team, team.ana, question, 'Forget for good')
    }
    await forget('susan')
    await eventually('Susan is gone', async () => {
      await team.bot.beat()
      return !standing(team).join().includes('Susan')
    })
    expect(standing(team)).toEqual([expect.stringContaining('Maria Lindqvist')])
    expect(standing(team).join()).not.toContain('old map')
    for (const who of ['maria', 'frank']) await forget(who)
    await eventually('nothing is left', async () => {
      await team.bot.beat()
      return standing(team).length === 0
    })
  })
})

describe('stop these', () => {
  it('is one press, which says how to have it back, and undo takes it back', async () => {
    const team = await aWeek()
    await told(team, friday)
    const { ben, customers, slack } = team
    const reply = await pressed(team, ben, nudgeIn(team), 'Stop these')
    expect(slack.visibleText(reply)).toContain('Then I keep the week to myself in #customers from now on.')
    expect(slack.visibleText(reply)).toContain('/person settings there has it back')
    await types(team, team.ana, customers, 'heard maria we paint the huts ourselves')
    expect(await told(team, nextFriday)).toEqual([])
    expect(await team.types(ben, customers, '/person undo')).toContain('Taken back: how #customers is set')
    expect(await told(team, nextFriday)).toEqual([expect.stringContaining('we paint the huts')])
  })

  it('is for those alone who may set the channel, whatever a press says', async () => {
    const team = await aTeam({ at: thursdayBefore, mode: 'http' })
    const { ana, ben, gus, pia, customers, quiet } = team
    await types(team, ana, quiet, 'add Susan Bell', 'heard susan we like maps')
    await wantsTheWeek(team, quiet)
    const forged = (userId: string, value: string) =>
      words(team, userId, () => forgePress(team, { userId, channelId: customers }, 'week-stop', value))
    expect(await forged(ben, `channel:${quiet}`)).toContain('Only those who are in')
    expect(await forged(ben, `teammate:${ana}`)).toContain('Only they themselves')
    expect(await forged(ben, 'nonsense')).toContain('no longer there')
    expect(await forged(gus, `channel:${quiet}`)).toContain('full members')
    expect(await forged(pia, `channel:${quiet}`)).not.toContain('keep the week to myself')
    expect(await told(team, '2026-11-20T21:00:00.000Z')).toHaveLength(1)
  })
})

test('two processes, and one that was killed in between, say it once', async () => {
  const team = await aWeek()
  const hands = [await team.scheduler(), await team.scheduler()]
  await Promise.all(hands.map((hand) => hand.byHand(friday)))
  for (const hand of hands) await hand.close()
  expect(await told(team, friday)).toEqual([])
  expect(standing(team)).toHaveLength(1)
})
