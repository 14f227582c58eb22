import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { composeImporter, type Importer } from '../../src/compose/import.js'
import { importFile } from '../../src/import-file.js'
import { createLog } from '../../src/logging.js'
import { aHostedBot, ana, customers, type Hosted } from '../support/hosted.js'

const aFile = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-import-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'people.csv')
  await writeFile(path, 'Name,Title,Company,Email\nMona Weber,buyer,Acme,mona@acme.example\n')
  return path
}

const importerInto = async ({ config, clock }: Hosted, workspaceId: string | null) =>
  composeImporter(
    { config, log: createLog({ level: 'silent' }), clock, realClock: clock },
    { channelId: customers, userId: ana, workspaceId },
  )

const brings = async (importer: Importer, path: string): Promise<string> => {
  let said = ''
  const problem = await importFile(importer, {
    path,
    columns: { name: 'Name', title: 'Title', company: 'Company', email: 'Email' },
    isWished: true,
    print: (text) => {
      said += text
    },
  })
  await importer.close()
  expect(problem).toBeNull()
  return said
}

it('where many workspaces install the bot, a file is imported into the one that is named, and into no other', async () => {
  const hosted = await aHostedBot()
  const [one, two] = [hosted.opens('T1'), hosted.opens('T2')]
  for (const teamId of ['T1', 'T2']) await hosted.adds({ teamId })
  for (const team of [one, two]) team.places.join(customers, team.botUserId)
  const path = await aFile()
  const importer = await importerInto(hosted, 'T2')
  if ('problem' in importer) throw new Error(importer.problem)
  await brings(importer, path)
  expect(await hosted.types(two, 'mona')).toContain('buyer at Acme')
  expect(await hosted.types(one, 'mona')).not.toContain('Acme')
})

it('it says which workspace is missing, or is none of them', async () => {
  const hosted = await aHostedBot()
  hosted.opens('T1')
  await hosted.adds({ teamId: 'T1' })
  expect(await importerInto(hosted, null)).toMatchObject({ problem: expect.stringContaining('--workspace') })
  expect(await importerInto(hosted, 'T9')).toMatchObject({
    problem: expect.stringContaining('not installed in T9'),
  })
})
