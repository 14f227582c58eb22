import { expect, it } from 'vitest'
import { channelHome } from '../../src/domain/audience.js'
import { types } from '../support/doing.js'
import { hears } from '../support/hearing.js'
import { evening, frankIsABuyer, fromHisSignature, inSeptember, toGlobex } from '../support/hearing-frank.js'
import { anImportingTeam, handsIn, linkedin, told } from '../support/importing.js'
import { at, nudgeIn, reads } from '../support/nudging.js'
import { allThatIsToldTo } from '../support/secrets.js'
import { aTeam } from '../support/team.js'

it('what a file says in a private channel of somebody known to all is told there, once, and nowhere else', async () => {
  const team = await aTeam()
  const { ana, ben, customers, quiet } = team
  await frankIsABuyer(team)
  const before = await allThatIsToldTo(team, ben)
  const inQuiet = { home: channelHome(quiet), source: `linkedin:${ana}:q` }
  await hears(team, { ...inSeptember, ...inQuiet, title: 'Buyer', company: 'Acme' })
  await hears(team, { ...toGlobex, ...inQuiet })
  const [post = '', ...others] = await team.pass(evening)
  expect(post).toContain('VP operations at Globex')
  expect(others).toEqual([])
  expect(reads(team, nudgeIn(team, quiet))).toBe(post)
  expect(await team.pass(at('2026-11-24', 20))).toEqual([])
  expect(await team.pass(at('2026-11-25', 16))).toEqual([])
  expect(team.posts(customers).join()).not.toContain('Globex')
  expect(await allThatIsToldTo(team, ben)).toBe(before)
  await types(team, ana, quiet, 'undo')
  expect(await team.types(ana, customers, '/person frank')).toContain('Frank Ortiz · buyer at Acme')
})

it('what is asked in a private channel is asked there', async () => {
  const team = await aTeam()
  await frankIsABuyer(team)
  const before = await allThatIsToldTo(team, team.ben)
  await hears(team, { ...fromHisSignature, home: channelHome(team.quiet) })
  expect(await team.pass(evening)).toEqual([expect.stringContaining('Is it so?')])
  expect(reads(team, nudgeIn(team, team.quiet))).toContain('Is it so?')
  expect(await allThatIsToldTo(team, team.ben)).toBe(before)
})

it('what a file says in another public channel is told once, where they live', async () => {
  const team = await anImportingTeam()
  const { ana, ben, slack } = team
  const [sales = '', north = ''] = ['sales', 'north'].map(
    (name) => slack.places.add({ name, kind: 'public', members: [ana, ben] }).id,
  )
  await types(team, ana, sales, 'add Frank Ortiz, buyer at Acme frank@acme.example', 'met frank')
  for (const [file, company] of [
    ['a.csv', 'Acme'],
    ['b.csv', 'Globex'],
  ] as const) {
    const rows = linkedin(['Frank', 'Ortiz', 'frank', company, 'Buyer'])
    await handsIn(team, ana, north, file, rows.replace('frank,,', 'frank,frank@acme.example,'))
    await slack.as(ana).press(await told(team, ana, new RegExp(`^(?:Import|Nothing).*${file}`)), 'Import')
    await told(team, ana, `${file} is in`)
  }
  expect(await team.pass(at('2026-11-25', 16))).toEqual([expect.stringContaining('Buyer at Globex')])
  expect(team.posts(sales).join()).toContain('Globex')
  expect(team.posts(north)).toEqual([])
  expect((await team.pass(at('2026-11-26', 16))).join()).not.toContain('Globex')
})
