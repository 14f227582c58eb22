import { expect, it } from 'vitest'
import { anImportingTeam, handsIn, linkedin, told } from '../support/importing.js'
import { at } from '../support/nudging.js'
import type { Team } from '../support/team.js'

/** Each somebody's title before and after. */
const changes = [
  ['Buyer', 'Senior Buyer'],
  ['VP Sales', 'SVP Sales'],
  ['Engineer I', 'Engineer II'],
  ['Director', 'Co-Director'],
  ['CFO', 'CEO'],
  ['Head of IT', 'Head of HR'],
  ['Trainee', 'Trainer'],
  ['Printing Supervisor', 'Painting Supervisor'],
  ['Employee Relations', 'Employer Relations'],
  ['Casting Manager', 'Coating Manager'],
  ['Regional Manager I', 'Regional Manager'],
  ['Deputy Director', 'Director'],
] as const
const trivia = [
  ['Sr. Buyer', 'Senior Buyer', 'Acme Technologies'],
  ['VP Ops', 'Vice President, Operations', 'Acme Technologies'],
  ['Cook', '', 'Acme Technologies'],
] as const

const file = (which: 0 | 1): string => {
  const rows = [...changes, ...trivia].map(
    (each, n) =>
      [
        `Given${n}`,
        `Family${n}`,
        `slug-${n}`,
        each[2] === undefined || which === 1 ? 'Acme Technologies' : '"Acme Technologies, Inc."',
        each[which].includes(',') ? `"${each[which]}"` : each[which],
      ] as const,
  )
  return linkedin(...rows)
}

const imports = async (team: Team, name: string, content: string): Promise<string> => {
  const { ana, customers, slack } = team
  await handsIn(team, ana, customers, name, content)
  const preview = await told(team, ana, new RegExp(`^(?:Import|Nothing).*${name}`))
  const shown = slack.visibleText(preview)
  await slack.as(ana).press(preview, 'Import')
  await told(team, ana, `${name} is in`)
  return shown
}

it('changes that look alike are told, five a morning and each once; trivia never', async () => {
  const team = await anImportingTeam()
  await imports(team, 'a.csv', file(0))
  team.setClock(at('2026-12-20', 16))
  expect(await imports(team, 'b.csv', file(1))).toContain('12 changed, 3 as they were')
  const told: string[] = []
  // Monday to the Monday after.
  for (const day of ['21', '22', '23', '24', '25', '28'])
    for (const hour of [15, 16, 18, 20]) {
      team.setClock(at(`2026-12-${day}`, hour))
      const posts = (await team.pass(at(`2026-12-${day}`, hour))).join()
      const named = [...posts.matchAll(/Given(\d+) Family/g)].map(([, n]) => `${n}`)
      expect(named.length).toBeLessThanOrEqual(5)
      expect(posts).not.toContain('nobody has spoken')
      told.push(...named)
    }
  expect(told.sort()).toEqual(changes.map((_, n) => `${n}`).sort())
})
