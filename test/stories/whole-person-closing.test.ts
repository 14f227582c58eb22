import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import type { Team } from '../support/team.js'

const aTeamThatPromised = async (): Promise<Team> => {
  const team = await aTeamWithFrank()
  await types(
    team,
    team.ana,
    team.customers,
    'promise frank by friday: send the sample',
    'step frank by 12 dec: measures the ceiling height',
  )
  return team
}
const says = (team: Team, line: string, place = team.customers, userId = team.ana) =>
  team.types(userId, place, `/person ${line}`)

describe('kept and broke', () => {
  it('close the only one, and say so when there is none; undo opens it again', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    expect(await says(team, 'kept frank')).toMatch(/No promise to Frank Ortiz.*\/person promise Frank Ortiz/s)
    await types(team, ana, customers, 'promise frank by friday: send the sample')
    expect(await says(team, 'kept frank')).toMatch(/The promise to Frank Ortiz is kept.*send the sample/s)
    expect(await says(team, 'broke frank: the sample')).toMatch(
      /No promise to Frank Ortiz.*broke frank: the/s,
    )
    await types(team, ana, customers, 'undo')
    expect(await says(team, 'broke frank', customers, team.ben)).toContain('was not kept')
    expect(await says(team, 'undo')).toMatch(/@ben closed a promise or step/)
    withoutProblems(team)
  })

  it('close the one that has the words, and ask where several are left', async () => {
    const team = await aTeamThatPromised()
    const { ana, customers } = team
    const question = await asked(team, ana, customers, '/person kept frank')
    expect(reads(team, question)).toMatch(
      /Which one was kept.*\[We: send the sample, due on Fri 27 Nov\].*\[They: measures the ceiling height/s,
    )
    expect(await says(team, 'broke frank ceil')).toMatch(/The step of Frank Ortiz is closed.*ceiling height/s)
    // It was closed meanwhile, and the press says so.
    const late = await pressed(team, ana, question, /They: measures/)
    expect(reads(team, late)).toMatch(/You closed that step with Frank Ortiz already, as not kept/)
    await types(team, ana, customers, 'promise frank by 1 dec: call')
    const next = await asked(team, ana, customers, '/person kept frank')
    await Promise.all([pressed(team, ana, next, /We: send/), pressed(team, ana, next, /We: send/)])
    // The second press says that it is done already, in the same message.
    const said = JSON.stringify(team.slack.traffic.filter(({ kind }) => kind === 'response_url'))
    expect(said.split('The promise to Frank Ortiz is kept').length).toBeGreaterThan(1)
    expect(await says(team, 'kept frank')).toMatch(/is kept.*call/s)
    expect(await says(team, 'kept frank')).toContain('No promise to Frank Ortiz')
    withoutProblems(team)
  })

  it('never close what the words do not fit without a press', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'promise frank by friday: send the sample')
    const question = await asked(team, ana, customers, '/person kept frank the moon')
    expect(reads(team, question)).toMatch(/No open promise or step of Frank Ortiz has all of these words/)
    expect(await says(team, 'find sample')).toContain('sample')
    expect(reads(team, await pressed(team, ana, question, /send the sample/))).toContain('is kept')
    withoutProblems(team)
  })

  it('ask first where fewer read than see the promise; one typed there is closed at once', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet } = team
    await types(team, ben, customers, 'promise frank by friday: send the sample')
    const question = await asked(team, ana, quiet, '/person kept frank')
    expect(reads(team, question)).toMatch(/Is this the one that was kept.*closed for all of them/s)
    expect(await says(team, 'kept frank sample', customers, ben)).toContain('is kept')
    await types(team, ben, customers, 'undo')
    expect(reads(team, await pressed(team, ana, question, /send the sample/))).toContain('is kept')
    expect(await says(team, 'kept frank', customers, ben)).toContain('No promise')

    await types(team, ana, quiet, 'promise frank: a word with his boss')
    expect(await says(team, 'kept frank', customers, ben)).toContain('No promise')
    const closed = await says(team, 'kept frank', quiet)
    expect(closed).toMatch(/is kept.*a word with his boss.*Seen by the members of #quiet/s)
    withoutProblems(team)
  })

  it('offer the soonest of many, within Slack’s limits', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const long = 'a long promise '.repeat(300)
    for (let n = 1; n <= 10; n++)
      await types(team, ana, customers, `promise frank by 2026-12-${10 + n}: ${n} ${n % 2 ? long : 'short'}`)
    const question = await asked(team, ana, customers, '/person kept frank')
    expect(reads(team, question)).toMatch(/10 are open.*\/person kept Frank Ortiz: /)
    expect(reads(team, await pressed(team, ana, question, /^1 a long/))).toContain('is kept')
    withoutProblems(team)
  })
})

describe('answered', () => {
  it('closes the only question and keeps the words as heard; undo takes back both', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    expect(await says(team, 'answered frank the quiet hall')).toMatch(
      /No question to Frank Ortiz is open.*\/person heard Frank Ortiz.*answered frank the quiet hall/s,
    )
    expect(await says(team, 'find quiet')).toContain('Nothing found')
    await types(team, ana, customers, 'ask frank what would his crew miss most?')
    expect(await says(team, 'answered frank the quiet hall')).toMatch(
      /is answered.*what would his crew miss most.*word for word.*the quiet hall/s,
    )
    expect(await says(team, 'find hall', customers, team.ben)).toMatch(
      /Frank Ortiz said today: “the quiet hall”/,
    )
    expect(await says(team, 'frank')).not.toContain('crew miss most?')
    await types(team, ana, customers, 'undo')
    expect(await says(team, 'find hall')).toContain('Nothing found')
    expect(await says(team, 'answered frank')).not.toContain('word for word')
    withoutProblems(team)
  })

  it('asks which of several, and goes on with the words', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'ask frank why now?', 'ask frank who else decides?')
    const question = await asked(team, ana, customers, '/person answered frank his brother does')
    expect(reads(team, question)).toMatch(/Which question.*his brother does.*who else decides.*why now/s)
    const done = await pressed(team, ana, question, /who else/)
    expect(reads(team, done)).toMatch(/who else decides.*his brother does/s)
    expect(await says(team, 'answered frank the lease')).toContain('why now?')
    withoutProblems(team)
  })

  it('asks first where fewer read than see the question, and the words stay there', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    const dm = team.slack.places.dm(ana).id
    await types(team, ben, customers, 'ask frank why now?')
    const question = await asked(team, ana, dm, '/person answered frank a secret lease')
    expect(reads(team, question)).toMatch(/closed for all of them. The words stay where you typed them/)
    expect(reads(team, await pressed(team, ana, question, /why now/))).toContain('Only you can see this')
    expect(await says(team, 'find secret')).toContain('Frank Ortiz')
    expect(await says(team, 'find secret', customers, ben)).toContain('Nothing found')
    withoutProblems(team)
  })
})
