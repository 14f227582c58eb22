import { WebClient } from '@slack/web-api'
import { expect, it, onTestFinished } from 'vitest'
import { stageImport } from '../../../src/app/imports/stage-import.js'
import type { ContactRow } from '../../../src/domain/contact-file.js'
import { createLog } from '../../../src/logging.js'
import { ImportBoard } from '../../../src/slack/importing/board.js'
import { contact } from '../../app/file-of-contacts.js'
import { anOffice, monday, type Office } from '../../app/office.js'
import { SlackStand } from '../stand.js'

const reading = { text: 'I am reading', blocks: [] }

/** Two processes of the bot, and Ana's DM as Slack shows it; real time is told by the test. */
const twoProcesses = async () => {
  const office = await anOffice()
  const slack = await SlackStand.open()
  onTestFinished(() => slack.close())
  slack.on('conversations.open', () => ({ ok: true, channel: { id: 'D1' } }))
  for (const method of ['chat.postMessage', 'chat.update']) slack.on(method, () => ({ ok: true, ts: '9.1' }))
  let ms = Date.parse(monday)
  const realClock = () => new Date(ms).toISOString()
  const board = (sender: string): ImportBoard => {
    const made = new ImportBoard({
      ...office,
      clock: () => monday,
      realClock,
      workspaceId: 'T1',
      sender,
      isShared: true,
      client: new WebClient('xoxb-1', { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } }),
      noteDown: async () => async () => {},
      gapMs: 0,
      log: createLog({ level: 'silent' }),
    })
    onTestFinished(() => made.stop())
    return made
  }
  return {
    office,
    slack,
    board,
    pause: (by: number) => {
      ms += by
    },
  }
}

/** A file of Ana's that `board` reads, up to the row at which it stands still. */
const halfRead = async (office: Office, board: ImportBoard) => {
  const ana = await office.asker()
  const slate = await board.post('UANA', reading)
  if (slate === null) throw new Error('nothing posted')
  let begun = (_: string): void => {}
  const importId = new Promise<string>((resolve) => {
    begun = resolve
  })
  let goOn = (): void => {}
  const still = new Promise<void>((resolve) => {
    goOn = resolve
  })
  async function* rows(): AsyncGenerator<ContactRow> {
    await still
    yield contact({ name: 'Frank Ortiz' })
  }
  const staged = stageImport(office, ana, { name: 'people.csv', format: 'csv', rows: rows() }, (id, n) => {
    if (n === 0) void board.watch(id, slate).then(() => begun(id))
  })
  const id = await importId
  const state = () =>
    office.uow.read(
      { workspaceId: 'T1', audience: 'everything' },
      async ({ imports }) => (await imports.get(id))?.state,
    )
  return { staged, goOn, state }
}

it('a process that starts leaves alone the file that another one is reading', async () => {
  const { office, board, slack } = await twoProcesses()
  const { staged, goOn, state } = await halfRead(office, board('old'))
  const young = board('young')
  young.look()
  await young.stop()
  expect(await state()).toBe('staging')
  expect(slack.to('chat.update')).toEqual([])
  goOn()
  expect(await staged).toMatchObject({ ok: true, value: { state: 'ready', rows: 1 } })
})

it('a file whose reader has said nothing more of itself is over, and its message says so', async () => {
  const { office, board, slack, pause } = await twoProcesses()
  const dead = board('old')
  const { staged, goOn, state } = await halfRead(office, dead)
  await dead.stop()
  pause(30_000)
  const young = board('young')
  young.look()
  await expect.poll(() => slack.to('chat.update')).toHaveLength(1)
  expect(slack.to('chat.update')[0]?.text).toMatch(/people\.csv/)
  expect(await state()).toBe('cancelled')
  goOn()
  expect(await staged).toMatchObject({ ok: false })
})
