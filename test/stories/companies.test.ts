import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { reads, withoutProblems } from '../support/knowing-frank.js'
import { aTeam, type Team } from '../support/team.js'

const at = (team: Team, company: string, userId = team.ana) =>
  team.types(userId, team.customers, `/person at ${company}`)

/** Frank was spoken to, Susan was not, the CFO has no name yet, and Ken has left for Globex. */
const acme = async (): Promise<Team> => {
  const team = await aTeam()
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting',
    'add Susan Reyes, VP operations at ACME Lighting, Inc.',
    'add someone, CFO at Acme Lighting',
    'add Ken Park, buyer at Acme Lighting',
    'role ken head buyer at Globex since 1 nov',
    'met frank: walked the plant',
    'tie frank reports to susan',
    'situation frank looks for one vendor for both plants',
  )
  return team
}

describe('the people of a company', () => {
  it('stand side by side: met, offstage, gone, their ties and situations, and the only one who was spoken to', async () => {
    const team = await acme()
    team.setClock('2027-03-20T16:00:00.000Z')
    await types(team, team.ana, team.customers, 'situation susan new in the job, wants quick wins')
    const read = await at(team, 'acme lighting', team.ben)
    expect(read).toMatch(/2 people there now, 1 whom nobody has met yet, 1 no longer there/)
    expect(read).toMatch(
      /As far as I know here, Frank Ortiz is the only one there who has ever been spoken to/,
    )
    expect(read).toMatch(
      /There now:.*Frank Ortiz · facilities manager.*Susan Reyes · VP operations · not spoken to yet.*Offstage.*Someone · CFO.*No longer there:.*Ken Park · buyer until 1 November 2026 · now head buyer at Globex/s,
    )
    expect(read).toContain('Reports to Susan Reyes')
    expect(read).toContain('Going on for them 17 weeks ago, check that it still holds: looks for one vendor')
    expect(read).toContain('Going on for them: new in the job, wants quick wins')
    await types(team, team.ben, team.customers, 'called susan: said hello')
    expect(await at(team, 'acme lighting')).not.toContain('the only one')
    withoutProblems(team)
  })

  it('are reached by the beginning of its name, and each has a card', async () => {
    const team = await acme()
    const read = await asked(team, team.ana, team.customers, '/person at acm')
    expect(reads(team, read)).toContain('Acme Lighting')
    const card = await pressed(team, team.ana, read, 'Card', { nth: 0 })
    expect(reads(team, card)).toMatch(/Frank Ortiz · facilities manager at Acme Lighting/)
    withoutProblems(team)
  })

  it('are picked by company where several begin so; a whole name is that company, and names the others', async () => {
    const team = await acme()
    await types(
      team,
      team.ana,
      team.customers,
      'add Lily Tran, baker at Acme Foods',
      'add Max Roe, boss at Acme',
    )
    const several = await asked(team, team.ana, team.customers, '/person at acm')
    expect(reads(team, several)).toMatch(/Several companies begin with “acm”.*Acme · one person.*Acme Foods/s)
    const foods = await pressed(team, team.ana, several, 'Show', { nth: 1 })
    expect(reads(team, foods)).toContain('Lily Tran · baker')
    const whole = await at(team, 'Acme')
    expect(whole).toContain('Max Roe · boss')
    expect(whole).toContain('Others begin so too: Acme Foods, Acme Lighting')
    withoutProblems(team)
  })

  it('of a company that nobody knows are nobody: the nearest names, and how to introduce somebody', async () => {
    const team = await acme()
    const near = await asked(team, team.ana, team.customers, '/person at Acne')
    expect(reads(team, near)).toMatch(/I know of nobody at “Acne”.*Did you mean.*Acme Lighting/s)
    expect(reads(team, await pressed(team, team.ana, near, 'Show'))).toContain('Frank Ortiz')
    const unknown = await at(team, 'Initech')
    expect(unknown).toContain('I know of nobody at “Initech”')
    expect(unknown).toContain('/person add Dana Cho, CFO at Initech')
    withoutProblems(team)
  })

  it('come in pages when there are many', async () => {
    const team = await aTeam()
    const lines = Array.from(
      { length: 19 },
      (_, n) => `add Worker ${String(n).padStart(2, '0')} Smith, smith at Forge`,
    )
    await types(team, team.ana, team.customers, ...lines)
    const first = await asked(team, team.ana, team.customers, '/person at forge')
    expect(reads(team, first)).toMatch(/19 people there now.*Worker 00.*Worker 07/s)
    expect(reads(team, first)).not.toContain('Worker 08')
    const second = await pressed(team, team.ana, first, 'More people')
    expect(reads(team, second)).toMatch(/19 people.*Worker 08.*Worker 15/s)
    const third = await pressed(team, team.ana, second, 'More people')
    expect(reads(team, third)).toContain('Worker 18')
    expect(reads(team, third)).not.toContain('[More people]')
    expect(reads(team, await pressed(team, team.ana, third, 'Back'))).toContain('Worker 08')
    withoutProblems(team)
  })
})

describe('what is known in private about a company', () => {
  it('is neither shown nor counted to others: people, roles, ends, contacts, ties and situations', async () => {
    const team = await acme()
    const { ana, ben, quiet } = team
    const before = await at(team, 'acme lighting', ben)
    await types(
      team,
      ana,
      quiet,
      'add Zelda Quist, owner at Acme Lighting',
      'met susan: over coffee',
      'tie susan married to ken',
      'situation susan is about to leave',
      'left frank',
      'role susan also adviser at Acme Foods',
    )
    expect(await at(team, 'acme lighting', ben)).toBe(before)
    expect(await at(team, 'acme', ben)).toBe(before)
    expect(await at(team, 'acme foods', ben)).not.toMatch(/Susan|adviser/)
    const mine = await at(team, 'acme lighting')
    expect(mine).toMatch(/Susan Reyes · VP operations\n.*about to leave.*Married to Ken Park/s)
    expect(mine).toContain('Zelda Quist · owner')
    expect(mine).toContain('Frank Ortiz · facilities manager until today')
    withoutProblems(team)
  })

  it('is not found by those who know nobody there', async () => {
    const team = await aTeam()
    await types(team, team.ana, team.quiet, 'add Zelda Quist, owner at Nimbus')
    for (const company of ['nimbus', 'nim', 'nimbsu', 'Nimbuz'])
      expect(await at(team, company, team.ben)).not.toMatch(/Nimbus|Zelda|Did you mean/)
    withoutProblems(team)
  })
})
