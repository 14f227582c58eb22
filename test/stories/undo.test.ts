import { describe, expect, it } from 'vitest'
import { asked, pressed, told, types, words } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { aTeam } from '../support/team.js'

describe('undo', () => {
  it('goes back act by act, by command and by button, and ends in a sentence', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    const added = await asked(team, ana, customers, '/person add Frank Ortiz')
    expect(reads(team, await pressed(team, ana, added, 'Undo'))).toContain('Taken back')
    expect(await show(team)).toContain('nobody called')
    expect(await show(team, 'undo')).toContain('nothing of yours')
    await types(team, ana, customers, 'add Frank Ortiz', 'note frank one thing', 'note frank another')
    const other = await asked(team, ana, customers, '/person add Susan Bell')
    await types(team, ana, customers, 'note frank third')
    await pressed(team, ana, other, 'Undo')
    expect(await show(team, 'susan')).toContain('nobody called')
    await types(team, ana, customers, 'undo')
    expect(await show(team)).not.toContain('third')
    await types(team, ana, customers, 'undo', 'undo')
    expect(await show(team)).not.toContain('thing')
    withoutProblems(team)
    expect(slack.problems).toEqual([])
  })

  it('takes back an introduction together with the command that waited for it', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    const adds = async (line: string, which: string | RegExp = /^Add/) =>
      pressed(team, ana, await asked(team, ana, customers, line), which)
    expect(reads(team, await adds('/person note susan: likes jazz'))).toContain('Kept for susan')
    expect(await show(team, 'undo')).toMatch(/Taken back: what you added about susan, and what came with it/)
    expect(await show(team, 'susan')).toContain('nobody called')
    expect(await show(team, 'undo')).toContain('nothing of yours')

    await adds('/person note susan: likes jazz')
    await types(team, ben, customers, 'note susan plays the trumpet')
    expect(await show(team, 'undo')).toMatch(/@ben kept a note/)
    expect(await show(team, 'susan')).toContain('likes jazz')
    await types(team, ben, customers, 'undo')
    await types(team, ana, customers, 'undo')
    expect(await show(team, 'susan')).toContain('nobody called')
    withoutProblems(team)
  })

  it('takes back somebody else of the same name together with what was typed about them', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const nobody = await asked(team, ana, customers, '/person note susan bell: likes jazz')
    await types(team, ana, customers, 'add Susan Bell')
    const same = await pressed(team, ana, nobody, /^Add/)
    await pressed(team, ana, same, 'No, somebody else')
    expect(await show(team, 'susan bell')).toContain('Which')
    await types(team, ana, customers, 'undo')
    const one = await show(team, 'susan bell')
    expect(one).toContain('Susan Bell')
    expect(one).not.toContain('Which')
    expect(one).not.toContain('likes jazz')
    withoutProblems(team)
  })

  it('refuses when a teammate built on it, and says on what', async () => {
    const team = await aTeamWithFrank()
    const { ben, customers } = team
    await types(team, ben, customers, 'note frank likes jazz')
    expect(await show(team, 'undo')).toMatch(/@ben kept a note/)
    expect(await show(team)).toContain('likes jazz')
    await types(team, ben, customers, 'undo')
    expect(await show(team, 'undo')).toContain('Taken back')
    expect(await show(team)).toContain('nobody called')
  })

  it('is for a day, and for one’s own acts alone', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    expect(await team.types(ben, customers, '/person undo')).toContain('nothing of yours')
    team.setClock('2026-11-22T16:00:01.000Z')
    expect(await show(team, 'undo')).toContain('more than a day')
    expect(await show(team)).toContain('Frank Ortiz')
    const message = await told(team, ana, () => slack.as(ana).command(customers, '/person note frank hello'))
    expect(slack.visibleText(message)).toContain('hello')
    expect(await show(team, 'undo')).toContain('Taken back')
    expect(await words(team, ana, () => slack.as(ana).command(customers, '/person undo'))).toContain(
      'more than a day',
    )
  })
})
