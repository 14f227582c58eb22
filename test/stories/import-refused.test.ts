import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { forgeForm, forgePress } from '../support/forging.js'
import { directOf } from '../support/handed.js'
import { anImportingTeam, drops, handsIn, linkedin, told } from '../support/importing.js'
import { manifestPath, type Team } from '../support/team.js'

const one = linkedin(['Maria', 'Lopez', 'maria', 'Globex', 'Buyer'])
const megabyte = 1024 ** 2

const fetched = ({ slack }: Team): number => slack.traffic.filter(({ kind }) => kind === 'download').length

describe('a file that is not read says why, and nothing else happens', () => {
  it.each([
    ['people.zip', 'PK', 'It is an archive.'],
    ['people.xlsx', 'PK', 'It is a workbook.'],
    ['frank.png', 'x', 'It is a picture.'],
    ['empty.csv', '', 'There is nothing in it.'],
    ['diary.txt', 'Dear diary, today nothing happened at all.', 'I find no people in it.'],
    ['Connections.csv', 'PK\u0003\u0004 and so on', 'It is an archive.'],
    ['big.csv', 200 * megabyte, 'It is larger than 50 MB.'],
    ['contacts.doc', 'x', 'I read files that end in .csv, .vcf or .txt.'],
  ])('%s', async (name, content, why) => {
    const team = await anImportingTeam()
    await drops(team, team.ana, name, content)
    await told(team, team.ana, why)
    if (typeof content === 'number' || !/csv|txt/.test(name)) expect(fetched(team)).toBe(0)
  })
})

it('a file of guests is not looked at, and they hear nothing', async () => {
  const team = await anImportingTeam()
  const { ana, gus, slack } = team
  await drops(team, gus, 'people.csv', one)
  // Whoever comes after has been answered: so would the guest have been.
  await drops(team, ana, 'people.csv', one)
  await told(team, ana, 'Import one person')
  expect(slack.seenBy(gus, directOf(team, gus)).filter(({ user }) => user === slack.botUserId)).toEqual([])
  expect(slack.traffic.filter(({ name }) => name === 'files.info')).toHaveLength(1)
  expect(fetched(team)).toBe(1)
})

it('a file in a channel is not touched', async () => {
  const team = await anImportingTeam()
  const { ana, customers, slack } = team
  await slack.as(ana).share(customers, 'people.csv', one)
  await slack.idle()
  expect(slack.traffic.some(({ name }) => name === 'files.info')).toBe(false)
})

it('an app that was not installed again for files:read says so, and whom to ask', async () => {
  const manifest = parse(readFileSync(manifestPath, 'utf8'))
  const { scopes } = manifest.oauth_config
  scopes.bot = scopes.bot.filter((scope: string) => scope !== 'files:read')
  const team = await anImportingTeam({ slack: { manifest } })
  await drops(team, team.ana, 'people.csv', one)
  await told(team, team.ana, 'the app lacks the permission files:read')
})

it('a page to sign in instead of the file is the same, whatever Slack called it', async () => {
  const team = await anImportingTeam()
  const { ana, slack } = team
  await drops(team, ana, 'people.csv', '<!DOCTYPE html><title>Sign in</title>')
  await told(team, ana, 'I find no people in it.')
  slack.faults.next('download', { kind: 'status', status: 503 })
  await drops(team, ana, 'people.csv', one)
  await told(team, ana, 'Slack did not give it to me just now.')
})

it('of a file without anybody in it, each row says why', async () => {
  const team = await anImportingTeam()
  const { ana, slack } = team
  await drops(
    team,
    ana,
    'nobody.csv',
    linkedin(['', '', 'x', 'Globex', 'Buyer'], ['=1+1', '', 'y', 'Acme', '']),
  )
  const said = slack.visibleText(await told(team, ana, 'I found nobody in nobody.csv'))
  expect(said).toContain('Row 5 has no name')
  expect(said).toContain('Row 6 has a formula where the name should be')
  // A later file changes what the messages about imports say; this one stays.
  await drops(team, ana, 'empty.csv', linkedin())
  await told(team, ana, 'I found nobody in empty.csv')
  await drops(team, ana, 'b.csv', one)
  await told(team, ana, 'Import one person from b.csv?')
  await told(team, ana, 'I found nobody in nobody.csv')
  expect(slack.problems).toEqual([])
})

it('what is wrong with a file of the form stands in the form', async () => {
  const team = await anImportingTeam()
  const { ana, customers, slack } = team
  slack.faults.next('files.info', { kind: 'error', error: 'file_not_found' })
  expect(await handsIn(team, ana, customers, 'people.csv', one)).toEqual({
    file: 'Slack says that it is gone, or hides it from me.',
  })
})

it('a second file takes the place of one that was not imported, whose message says so', async () => {
  const team = await anImportingTeam()
  const { ana } = team
  await drops(team, ana, 'a.csv', one)
  const first = await told(team, ana, 'Import one person from a.csv?')
  await drops(team, ana, 'b.csv', one)
  await told(team, ana, 'Import one person from b.csv?')
  expect((await told(team, ana, 'a.csv was not imported.')).ts).toBe(first.ts)
})

it('what was never shown to somebody can be neither begun nor left nor decided by them', async () => {
  const team = await anImportingTeam({ mode: 'http' })
  const { ana, ben, customers, slack } = team
  await team.types(ana, customers, '/person add Maria Lopez, cook at Hooli')
  await handsIn(team, ana, customers, 'people.csv', one)
  const preview = await told(team, ana, '1 unclear')
  const importId = importIn(preview.blocks)
  const forger = { userId: ben, channelId: directOf(team, ben) }
  for (const [action, value] of [
    ['import-begin', importId],
    ['import-leave', importId],
    ['import-unclear', importId],
    ['import-same', `${importId}:1:x`],
    ['import-new', `${importId}:1`],
    ['import-out', `${importId}:nonsense`],
    ['import-begin', 'nonsense'],
    ['import-columns', importId],
  ] as const)
    await forgePress(team, forger, action, value)
  const answers = () => slack.seenBy(ben, forger.channelId).map((seen) => slack.visibleText(seen))
  await slack.until(() => answers().length === 8, { what: 'eight refusals' })
  expect(answers().join()).not.toContain('Maria')
  expect((await told(team, ana, '1 unclear')).ts).toBe(preview.ts)
  const metadata = JSON.stringify({ channelId: customers, threadTs: null, form: 'f', personId: '' })
  const { files } = await drops(team, ana, 'hers.csv', one)
  const answer = await forgeForm(team, forger, 'form-import', metadata, { file: String(files?.[0]?.id) })
  expect(answer).toContain('It is not your file.')
})

/** The id behind *Import*. */
const importIn = (blocks: unknown): string =>
  /"action_id":"import-begin","value":"([^"]+)"/.exec(JSON.stringify(blocks))?.[1] ?? ''
