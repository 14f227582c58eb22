import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, told, types } from '../support/doing.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { filledWith, wordsOn } from '../support/quoting.js'
import type { Team } from '../support/team.js'

const said = async (team: Team, topic: string): Promise<string> => reads(team, await wordsOn(team, topic))

describe('what somebody said', () => {
  it.each([
    ['met', 'met frank today: walked the plant "the light is cold"'],
    ['called', 'called frank today: “the light is cold”'],
    ['answered', 'answered frank the light is cold'],
  ])('can be quoted after %s as after heard, and by nobody else', async (verb, line) => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    if (verb === 'answered') await types(team, ana, customers, 'ask frank what keeps him awake?')
    const kept = await asked(team, ana, customers, `/person ${line}`)
    await handedIn(team, ana, await opened(team, ana, kept, 'May be quoted'), {})
    expect(await said(team, 'light')).toContain('the light is cold')
    expect(await said(team, 'light')).not.toContain('walked')
    const another = await asked(team, ben, customers, '/person met frank today: "cold" and "dark light"')
    // Of several sentences it would be unclear which; each can be let be quoted on its own form.
    expect(reads(team, another)).not.toContain('May be quoted')
    withoutProblems(team)
  })

  it('can be quoted after an ear on a message, by whoever put it on', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const message = await slack.as(ben).say(customers, 'Frank Ortiz says the light at Acme is cold')
    const kept = await told(team, ana, () => slack.as(ana).react(customers, message.ts, 'ear'))
    const form = await opened(team, ana, kept, 'May be quoted')
    expect(filledWith(form, 'text')).toBe('… says the light at … is cold')
    await handedIn(team, ana, form, {})
    expect(await said(team, 'light')).toContain('says the light at … is cold')
    const joined = await told(team, ben, () => slack.as(ben).react(customers, message.ts, 'ear'))
    expect(reads(team, joined)).not.toContain('May be quoted')
    withoutProblems(team)
  })
})
