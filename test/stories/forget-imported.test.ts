import { expect, it } from 'vitest'
import { asked, eventually, pressed, types } from '../support/doing.js'
import { anImportingTeam, handsIn, linkedin, told } from '../support/importing.js'
import { keptAt, keptInBackupOf } from '../support/kept-text.js'
import type { Team } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'
import { saidBy, tracesIn } from '../support/traces.js'

const traces = ['wendelin', 'ottokar', 'xylophone']

const file = (title: string): string =>
  linkedin(
    ['Wendelin', 'Ottokar', 'w-ottokar', 'Wendelstein', title],
    ['Susan', 'Bell', 'susan-bell', 'Globex', 'Buyer'],
  )

const imports = async (team: Team, name: string, content: string): Promise<void> => {
  const { ana, customers, slack } = team
  await handsIn(team, ana, customers, name, content)
  const preview = await told(team, ana, `from ${name}`)
  await slack.as(ana).press(preview, 'Import')
  await told(team, ana, `${name} is in`)
}

/** Brought by a file, and asked about: the team was told otherwise. */
const imported = async () => {
  const databaseUrl = await temporaryDatabase()
  const team = await anImportingTeam({ databaseUrl })
  const { ana, customers } = team
  await imports(team, 'first.csv', file('Tuner of the xylophone'))
  await types(team, ana, customers, 'note susan: shares an office with Ottokar')
  await imports(team, 'second.csv', file('Keeper of the xylophone'))
  // Staged, and nobody has said yet that it shall be carried out.
  await handsIn(team, ana, customers, 'waiting.csv', file('Chief of the xylophone'))
  await told(team, ana, 'from waiting.csv')
  return { team, databaseUrl }
}

it('somebody whom a file brought is forgotten with all that it said, and the next import leaves them out', async () => {
  const { team, databaseUrl } = await imported()
  const { ana, customers, slack } = team
  expect(tracesIn(await keptAt(databaseUrl), traces)).toEqual(traces)
  expect(tracesIn(saidBy(slack), traces)).toEqual(traces)
  const question = await asked(team, ana, customers, '/person forget wendelin ottokar')
  expect(slack.visibleText(question)).toMatch(/words? of (?:a source|sources)/)
  await pressed(team, ana, question, 'Forget for good')
  await eventually('nothing of him in Slack', async () => {
    await team.bot.beat()
    return tracesIn(saidBy(slack), traces).length === 0
  })
  await eventually(
    'nothing on the disk',
    async () => tracesIn(await keptAt(databaseUrl), traces).length === 0,
  )
  expect(tracesIn(await keptInBackupOf(databaseUrl), traces)).toEqual([])

  await handsIn(team, ana, customers, 'third.csv', file('Chief of the xylophone'))
  const preview = slack.visibleText(await told(team, ana, 'Nothing is new in third.csv'))
  expect(tracesIn(preview.toLowerCase(), traces)).toEqual([])
  expect(await team.types(ana, customers, '/person ottokar')).toContain('nobody called')
})
