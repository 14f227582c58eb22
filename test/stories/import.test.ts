import { describe, expect, it } from 'vitest'
import { directOf } from '../support/handed.js'
import { anImportingTeam, drops, handsIn, linkedin, sample, told } from '../support/importing.js'
import { at } from '../support/nudging.js'

describe.each(['socket', 'http'] as const)('a file of people, over %s', (mode) => {
  it('is handed in, shown before anything is written down, imported, and taken back whole', async () => {
    const team = await anImportingTeam({ mode })
    const { ana, ben, customers, slack } = team
    await handsIn(team, ana, customers, 'Connections.csv', sample('linkedin-connections.csv'))
    const preview = await told(team, ana, 'Import 12 people from Connections.csv?')
    const shown = slack.visibleText(preview)
    for (const part of [
      'LinkedIn connections: 12 new.',
      'Every full member of the workspace will see them.',
      'New (12)',
      'Frank Ortiz, Facilities Manager at Acme Lighting',
      'and 2 more',
      'Nothing is written down yet',
    ])
      expect(shown).toContain(part)
    expect(preview.text).toContain('Frank Ortiz, Facilities Manager at Acme Lighting')
    expect(await team.types(ben, customers, '/person susan')).not.toContain('VP Operations')

    await slack.as(ana).press(preview, 'Import')
    const done = await told(team, ana, 'Connections.csv is in: 12 new.')
    expect(done.ts).toBe(preview.ts)
    expect(await team.types(ben, customers, '/person susan whitfield')).toContain('VP Operations')

    await slack.as(ana).press(done, 'Undo')
    await told(team, ana, 'What Connections.csv brought is taken back, all of it.')
    expect(await team.types(ben, customers, '/person susan whitfield')).not.toContain('VP Operations')
    expect(slack.problems).toEqual([])
  })
})

it('brings news a month later, once, and the same file again brings nothing', async () => {
  const team = await anImportingTeam()
  const { ana, ben, customers, slack } = team
  const imports = async (name: string, headline: RegExp) => {
    await handsIn(team, ana, customers, 'Connections.csv', sample(name))
    const preview = await told(team, ana, headline)
    await slack.as(ana).press(preview, 'Import')
    await slack.until(() =>
      slack.visibleText(slack.messageAt(preview.channelId, preview.ts) ?? preview).includes('is in'),
    )
    return slack.visibleText(preview)
  }
  await imports('linkedin-connections.csv', /^Import 12/)
  team.setClock('2026-12-21T16:00:00.000Z')
  const later = await imports('linkedin-connections-a-month-later.csv', /5 changed/)
  expect(later).toContain(
    'Frank Ortiz: Director of Facilities at Acme Lighting, before that Facilities Manager',
  )
  const again = await imports('linkedin-connections-a-month-later.csv', /Nothing is new/)
  expect(again).toContain('12 as they were')
  expect(await team.types(ben, customers, '/person frank')).toContain('Director of Facilities')
  const [digest = '', ...others] = await team.pass('2026-12-22T15:00:00.000Z')
  expect(digest).toContain('Director of Facilities')
  expect(digest.match(/says that they are new in this role/g)).toHaveLength(5)
  expect(digest).toContain('before that, Procurement Analyst at Globex Corp.\n')
  expect(others).toEqual([])
  for (const hour of [16, 18, 20]) expect(await team.pass(at('2026-12-22', hour))).toEqual([])
  expect(await team.pass(at('2026-12-23', 16))).toEqual([])
})

it('dropped in the DM is offered, known to its owner alone, and left when they leave it', async () => {
  const team = await anImportingTeam()
  const { ana, slack } = team
  await drops(team, ana, 'people.vcf', sample('contacts-4.0.vcf'))
  const preview = await told(team, ana, /^Import \S+ (?:people|person) from people.vcf\?/)
  expect(slack.visibleText(preview)).toContain('You alone will see them.')
  await slack.as(ana).press(preview, 'Leave it')
  const left = await told(team, ana, 'people.vcf was not imported. Nothing was written down.')
  expect(left.ts).toBe(preview.ts)
  expect(slack.problems).toEqual([])
})

it('the rhythm that is chosen is that of whoever is new', async () => {
  const team = await anImportingTeam()
  const { ana, customers, slack } = team
  await handsIn(team, ana, customers, 'c.csv', linkedin(['Maria', 'Lopez', 'maria', 'Globex', 'Buyer']))
  const preview = await told(team, ana, 'Import one person')
  await slack.as(ana).choose(preview, 'import-rhythm', '3-month')
  await slack.as(ana).press(preview, 'Import')
  await told(team, ana, 'c.csv is in')
  expect(await team.types(ana, customers, '/person maria')).toContain('Rhythm: every 3 months')
})

it('asks about the unclear ones one by one: the same, somebody new, or left out', async () => {
  const team = await anImportingTeam()
  const { ana, customers, slack } = team
  const actor = slack.as(ana)
  for (const name of ['Maria Lopez', 'Sam Reed', 'Kim Park'])
    await team.types(ana, customers, `/person add ${name}, buyer at Globex`)
  const rows = linkedin(
    ['Maria', 'Lopez', 'maria', 'Initech', 'Director'],
    ['Sam', 'Reed', 'sam', 'Umbrella', 'Nurse'],
    ['Kim', 'Park', 'kim', 'Hooli', 'Cook'],
  )
  await handsIn(team, ana, customers, 'c.csv', rows)
  const preview = await told(team, ana, '3 unclear')
  expect(slack.visibleText(preview)).toContain('Row 5, Maria Lopez: somebody of that name is known')
  await actor.press(preview, 'Import')
  const done = await told(team, ana, '3 rows wait for you to say who is meant.')
  const seen: string[] = []
  await actor.press(done, 'Go through the unclear ones')
  for (const which of ['The same', 'Somebody new', 'Leave them out']) {
    const view = await slack.until(() => actor.modal, { what: 'a modal' })
    if (view === undefined) throw new Error('no modal')
    seen.push(slack.visibleText(view))
    await actor.press(view, which)
    await slack.until(() => actor.modal !== undefined && slack.visibleText(actor.modal) !== seen.at(-1))
  }
  expect(seen[0]).toContain('Row 5: Maria Lopez, Director at Initech. Here somebody of that name is known.')
  expect(seen[0]).toContain('Maria Lopez, buyer at Globex')
  expect(slack.visibleText(actor.modal ?? done)).toContain('Nobody is unclear any more.')
  await told(team, ana, 'c.csv is in: 1 new')
  expect(slack.problems).toEqual([])
})

it('asks which column is what in a table that nobody knows, and reads it so', async () => {
  const team = await anImportingTeam()
  const { ana, customers, slack } = team
  const actor = slack.as(ana)
  const table = 'Wer;Was;Wo\nGrete Höhn;Vorständin;Möller KG\nUwe Ast;Hausmeister;Acme\n'
  await handsIn(team, ana, customers, 'members.csv', table)
  const asked = await told(team, ana, 'members.csv is a table, and I cannot tell which column is what.')
  const form = await (await actor.press(asked, 'Say which column is what')).modal()
  expect(slack.visibleText(form)).toContain('Wer: Grete Höhn · Uwe Ast')
  const incomplete = await actor.submit(form, { 'What they do': 'Was' })
  expect(Object.values(incomplete.errors)).toEqual(['A person has a name. Which column is it?'])
  await actor.submit(form, { Name: 'Wer', 'What they do': 'Was', Company: 'Wo' })
  const preview = await told(team, ana, 'Import 2 people from members.csv?')
  // Where it was asked for, not where the columns were chosen.
  expect(slack.visibleText(preview)).toContain('Every full member of the workspace will see them.')
  expect(slack.visibleText(preview)).toContain('Grete Höhn, Vorständin at Möller KG')
  expect(slack.problems).toEqual([])
})

it('skipped rows are named by their number, with the reason', async () => {
  const team = await anImportingTeam()
  const { ana, customers, slack } = team
  const rows = linkedin(['Maria', 'Lopez', 'maria', 'Globex', 'Buyer'], ['', '', 'nobody', 'Globex', 'Buyer'])
  await handsIn(team, ana, customers, 'c.csv', rows)
  expect(slack.visibleText(await told(team, ana, 'Import one person'))).toContain('Row 6 has no name')
})

it('typed in the DM without a slash it offers a button, which opens the form', async () => {
  const team = await anImportingTeam()
  const { ana, slack } = team
  const said = await (await slack.as(ana).say(directOf(team, ana), 'import')).reply()
  const form = await (await slack.as(ana).press(said, 'Choose a file')).modal()
  expect(slack.visibleText(form)).toContain('You alone will see them.')
})
