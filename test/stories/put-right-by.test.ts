import { describe, expect, it } from 'vitest'
import { personDocument } from '../../src/documents/person-json.js'
import { asked, handedIn, opened, pressed, types } from '../support/doing.js'
import { handedTo } from '../support/handed.js'
import { reads } from '../support/knowing-frank.js'
import { tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

/** Ben wrote down what Frank said to him, and Ana made something else of it. */
const putRightByAna = async (): Promise<Team> => {
  const team = await aTeam()
  const { ana, ben, customers } = team
  await types(team, ben, customers, 'add Frank Ortiz, buyer at Acme', 'heard frank I trust your team')
  await types(team, ben, customers, 'met frank 60 days ago')
  await edits(team, ana, 'your team are crooks')
  return team
}
const more = async (team: Team, userId: string) =>
  pressed(team, userId, await asked(team, userId, team.customers, '/person frank'), /^More/)
const edits = async (team: Team, userId: string, text: string): Promise<void> => {
  const form = await opened(team, userId, await more(team, userId), 'Edit', { nth: 0 })
  await handedIn(team, userId, form, { text })
}

describe('what one teammate wrote down and another put right', () => {
  it('says whose words stand there: on the card, behind “More”, in a nudge', async () => {
    const team = await putRightByAna()
    const { ana, ben, customers } = team
    expect(await team.types(ben, customers, '/person frank')).toMatch(
      /They said.*today, put right by @ana: “your team are crooks”/,
    )
    expect(reads(team, await more(team, ben))).toContain('They said today, to you, put right by @ana:')
    expect(reads(team, await more(team, ana))).toContain('They said today, to @ben, put right by you:')
    expect((await team.pass(tuesday)).join()).toMatch(/What they told you .*, put right by @ana:/)
  })

  it('says so where it is found, and where it answers a question', async () => {
    const team = await putRightByAna()
    const { ana, ben, customers } = team
    expect(await team.types(ben, customers, '/person find crooks')).toContain(
      'Frank Ortiz said today, put right by @ana: “your team are crooks”',
    )
    expect(await team.types(ana, customers, '/person find crooks')).toContain('put right by you')
    await types(team, ben, customers, 'ask frank what do you sail?', 'answered frank a small yacht')
    // The newest is the answer, as a note of its own.
    await edits(team, ana, 'a big yacht')
    expect(reads(team, await more(team, ben))).toMatch(/The answer, put right by @ana:\W+a big yacht/)
    expect(await team.types(ben, customers, '/person find yacht')).toContain('put right by @ana')
  })

  it('says so to those too who do not read where that was done', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet } = team
    await types(team, ben, customers, 'add Frank Ortiz', 'note frank loves trains')
    const seen = await pressed(team, ana, await asked(team, ana, quiet, '/person frank'), /^More/)
    await handedIn(team, ana, await opened(team, ana, seen, 'Edit', { nth: 0 }), { text: 'loathes trains' })
    expect(await team.types(ben, customers, '/person frank')).toMatch(
      /Noticed.*put right by @ana: loathes trains/,
    )
  })

  it('is theirs again once they put it right themselves, or it is taken back', async () => {
    for (const again of ['edit', 'undo'] as const) {
      const team = await putRightByAna()
      const { ana, ben, customers } = team
      if (again === 'undo') await types(team, ana, customers, 'undo')
      else await edits(team, ben, 'I trust your team indeed')
      expect(await team.types(ben, customers, '/person frank')).toContain('I trust your team')
      expect(reads(team, await more(team, ben))).not.toContain('put right')
    }
  })

  it('says so in what is exported, for programs and for themselves', async () => {
    const team = await putRightByAna()
    await team.types(team.ben, team.customers, '/person export frank')
    const { html, json: text } = handedTo(team, team.ben)
    const json = personDocument.parse(JSON.parse(text))
    expect(html).toContain('put right by <bdi>Ana Ruiz<')
    expect(json).toMatchObject({
      notes: [{ by: team.ben, putRightBy: team.ana }],
      roles: [{ putRightBy: null }],
    })
    expect(json).toMatchObject({ teammates: { [team.ana]: 'Ana Ruiz' } })
  })
})
