import { describe, expect, it } from 'vitest'
import { handedIn, opened, pressed, sentBack, types } from '../support/doing.js'
import { at, frankIsQuiet, nudgeIn, putRight, reads, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

describe('the buttons of a nudge', () => {
  const nudged = async (): Promise<Team> => {
    const team = await aTeam()
    await frankIsQuiet(team)
    await team.pass(tuesday)
    team.setClock(at('2026-11-24', 17))
    return team
  }

  it('I reached out: asks how and what they said, and logs it', async () => {
    const team = await nudged()
    const { ana, ben, customers, slack } = team
    const form = await opened(team, ben, nudgeIn(team), 'I reached out')
    expect(slack.visibleText(form)).toContain('Frank Ortiz')
    expect(await sentBack(team, ben, form, { on: '2026-11-25' })).toEqual({
      on: expect.stringContaining('still to come'),
    })
    const done = await handedIn(team, ben, form, {
      how: 'emailed',
      text: 'He said "the lease ends in March" & was glad',
      on: '2026-11-23',
    })
    expect(done).toContain('Frank Ortiz')
    await putRight(team, /@ben reached out/)
    expect(team.posts(customers).join()).not.toContain('[')
    const card = await team.types(ana, customers, '/person frank')
    expect(card).toContain('@ben emailed them yesterday')
    expect(card).toContain('“the lease ends in March”')
    expect(slack.problems).toEqual([])
  })

  it.each([
    ['In a day', '2026-11-25'],
    ['In a week', '2026-12-01'],
    ['In a month', '2026-12-24'],
  ])('Later, %s: he comes back then and not before', async (label, day) => {
    const team = await nudged()
    const { ben, slack } = team
    const run = await slack.as(ben).choose(nudgeIn(team), 'nudge-later', label)
    expect(reads(team, await run.answer())).toContain('comes back')
    await putRight(team, /@ben said later/)
    const dayBefore = new Date(Date.parse(`${day}T16:00:00Z`) - 86_400_000).toISOString()
    expect(await team.pass(dayBefore)).toEqual([])
    expect(await team.pass(at(day))).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(slack.problems).toEqual([])
  })

  it('Not needed: the rhythm starts anew from today', async () => {
    const team = await nudged()
    const { ana, ben, customers } = team
    await pressed(team, ben, nudgeIn(team), 'Not needed')
    await putRight(team, /@ben said that it is not needed/)
    expect(await team.types(ana, customers, '/person due')).toContain('15 Dec')
    expect(await team.pass(at('2026-12-14'))).toEqual([])
    expect(await team.pass(at('2026-12-15'))).toEqual([expect.stringContaining('Frank Ortiz')])
  })

  it('Hand over: to a teammate who may see him, and to nobody else', async () => {
    const team = await nudged()
    const { ana, ben, gus, pia, customers, slack } = team
    const form = await opened(team, ana, nudgeIn(team), 'Hand over')
    for (const outside of [gus, pia])
      expect(await sentBack(team, ana, form, { teammate: outside })).toEqual({
        teammate: expect.stringContaining('full member'),
      })
    expect(await handedIn(team, ana, form, { teammate: ben })).toContain('@ben')
    await putRight(team, /@ana handed them over to @ben/)
    expect(await team.types(ben, customers, '/person frank')).toMatch(/[Oo]wner.*you/)
    // Handed over is not answered: it returns after seven working days, and names the new owner.
    expect(await team.pass(at('2026-12-02'))).toEqual([])
    expect(await team.pass(at('2026-12-03'))).toEqual([expect.stringContaining('@ben')])
    expect(slack.problems).toEqual([])
  })

  it('Hand over of somebody in private: a teammate who is not there is refused at the field', async () => {
    const team = await aTeam()
    const { ana, ben, quiet } = team
    await types(team, ana, quiet, 'add Lily Chen', 'met lily 60 days ago')
    await team.pass(tuesday)
    const form = await opened(team, ana, nudgeIn(team, quiet), 'Hand over')
    expect(await sentBack(team, ana, form, { teammate: ben })).toEqual({
      teammate: expect.stringContaining('not in the place'),
    })
  })

  it('count once: the second press hears who was first, and undo opens it again', async () => {
    const team = await nudged()
    const { ana, ben, customers, slack } = team
    const post = nudgeIn(team)
    await pressed(team, ben, post, 'Not needed')
    const form = await opened(team, ana, post, 'I reached out')
    await putRight(team, /@ben said/)
    const late = await handedIn(team, ana, form, { text: 'He is well' })
    expect(late).toContain('@ben answered that')
    expect(late).toContain('He is well')
    expect(await team.types(ana, customers, '/person frank')).not.toContain('He is well')
    await putRight(team, /@ben said/)
    await types(team, ben, customers, 'undo')
    await putRight(team, /\[I reached out\]/)
    const again = await pressed(team, ana, nudgeIn(team), 'Not needed')
    expect(reads(team, again)).toContain('Frank Ortiz')
    await putRight(team, /@ana said that it is not needed/)
    expect(slack.problems).toEqual([])
  })

  it('hear who was first when two press at once', async () => {
    const team = await nudged()
    const { ana, ben, slack } = team
    const post = nudgeIn(team)
    const answers = await Promise.all([ana, ben].map((userId) => pressed(team, userId, post, 'Not needed')))
    const texts = answers.map((answer) => reads(team, answer))
    expect(texts.filter((text) => text.includes('All right'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('already'))).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })

  it('are put right with who was in touch, whatever was typed', async () => {
    const team = await nudged()
    const { ben, customers } = team
    await types(team, ben, customers, 'emailed frank: the drawings')
    await putRight(team, /@ben emailed them/)
    await types(team, ben, customers, 'undo')
    await putRight(team, /\[I reached out\]/)
    await types(team, ben, customers, 'every frank never')
    await putRight(team, /no longer needed/)
    await types(team, ben, customers, 'undo')
    await putRight(team, /\[I reached out\]/)
  })
})

describe('a nudge about somebody who is gone from its place', () => {
  it('says no more of them once their introduction is undone, or they were moved', async () => {
    const team = await aTeam()
    const { ana, customers, quiet } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'met frank 60 days ago')
    await team.pass(tuesday)
    await types(team, ana, customers, `home frank <#${quiet}>`)
    await putRight(team, /Nobody here/)
    expect(team.posts(customers).join()).not.toContain('Frank')
    await types(team, ana, customers, 'undo')
    await putRight(team, /Frank Ortiz/)
    await types(team, ana, customers, 'undo', 'undo')
    await putRight(team, /Nobody here/)
    expect(team.slack.problems).toEqual([])
  })
})
