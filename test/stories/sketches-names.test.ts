import { expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { finds } from '../support/sketching.js'

it('a sketch that was written before somebody was introduced names them nowhere', async () => {
  const team = await aTeamWithFrank()
  const { ana, ben, customers } = team
  await types(team, ana, customers, 'add Susan Bell, COO at Acme', 'add Dana Cho, CFO at Acme')
  await team.types(ana, customers, '/persona Lola Montez fans: they ask Lola Montez first')
  await types(team, ben, customers, 'add Lola Montez, cook at Acme')
  const said: string[] = []
  for (const who of ['susan', 'dana', 'frank']) said.push(reads(team, await finds(team, who, 'Does not')))
  expect(said[2]).toContain('Written down: “they ask somebody first” does not hold for Frank Ortiz')
  for (const line of ['', 'fans', 'Lola'])
    said.push((await team.types(ana, customers, `/persona ${line}`)).replace('called “Lola”', ''))

  const review = await asked(team, ana, customers, '/persona review Lola Montez fans')
  const suggested = await opened(team, ana, review, 'Reword it so')
  expect(JSON.stringify(suggested)).toContain('Rarely: they ask somebody first')
  const shown = await asked(team, ana, customers, '/persona Lola Montez fans')
  const form = await opened(team, ana, shown, 'Reword')
  expect(JSON.stringify(form)).toContain('they ask somebody first')
  said.push(JSON.stringify(suggested), JSON.stringify(form), reads(team, shown), reads(team, review))
  // As everybody reads it, it is the same claim: what was found stays.
  said.push(await handedIn(team, ana, form, {}))
  expect(said.at(-1)).not.toContain('open again')

  for (const which of ['Keep quiet about it', 'Take out', 'Take the sketch out']) {
    const page = await asked(team, ana, customers, '/persona Lola Montez fans')
    said.push(reads(team, await pressed(team, ana, page, which)))
  }
  expect(said.join('\n')).not.toMatch(/Lola|Montez/)
  withoutProblems(team)
})
