import { describe, expect, it } from 'vitest'
import { startSocketApp } from './support/bolt-app.js'
import { clientOf, refusal } from './support/client.js'
import { manifest, withScope } from './support/manifest.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'

closeAfterEach()

const listening = {
  ...withScope('files:read'),
  settings: {
    ...manifest.settings,
    event_subscriptions: {
      bot_events: [...manifest.settings.event_subscriptions.bot_events, 'file_shared'],
    },
  },
}

/** A workspace with Ana, a bot that listens, and what a download of any address answers it. */
async function openWorkspace(given: object = listening) {
  const slack = await openSlack({ manifest: given })
  const ana = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  const client = clientOf(slack)
  const get = (address: string, token = slack.botToken) =>
    fetch(address, { headers: { authorization: `Bearer ${token}` } })
  return { slack, ana: slack.as(ana.id), sales, client, get }
}

const addressIn = (files: readonly Record<string, unknown>[] | undefined): string =>
  String(files?.[0]?.url_private_download)

it('tells a bot that listens of a file, which stands in the place with its name', async () => {
  const { slack, ana, sales } = await openWorkspace()
  const heard: string[] = []
  const running = await startSocketApp(slack, (app) => {
    app.event('file_shared', async ({ event }) => {
      heard.push(`${event.channel_id} ${event.user_id}`)
    })
    app.event('message', async ({ event }) => {
      if (event.subtype === 'file_share') heard.push(`${event.text} ${event.files?.[0]?.name}`)
    })
  })
  atEnd(() => running.stop())
  await ana.share(sales.id, 'people.csv', 'a,b', 'Here it is')
  await expect.poll(() => heard.sort()).toEqual([`${sales.id} ${ana.user.id}`, 'Here it is people.csv'])
  expect(ana.sees(sales.id)).toMatchObject([{ files: [{ name: 'people.csv', size: 3, filetype: 'csv' }] }])
})

it('takes none where the bot is not, or does not listen', async () => {
  const { slack, ana } = await openWorkspace()
  const away = slack.places.add({ name: 'away', members: [ana.user.id], withBot: false })
  await expect(ana.share(away.id, 'people.csv', 120)).rejects.toThrow('does not read files here')
  expect(ana.sees(away.id)).toEqual([])
})

describe('what is in a file', () => {
  it('is for the bot that sees it, by its token in the header', async () => {
    const { slack, ana, sales, client, get } = await openWorkspace()
    const { files } = await ana.share(sales.id, 'people.csv', 'Frank')
    const told = await client.files.info({ file: files?.[0]?.id ?? '' })
    expect(told.file?.url_private_download).toBe(addressIn(files))
    const answer = await get(addressIn(files))
    expect(await answer.text()).toBe('Frank')
    expect(slack.problems).toEqual([])
  })

  it('is a page to sign in for any other token, and for a file that the bot does not see', async () => {
    const { slack, ana, sales, client, get } = await openWorkspace()
    const { files } = await ana.share(sales.id, 'people.csv', 'Frank')
    const own = ana.bring('own.csv', 'Susan')
    const hidden = addressIn(files).replace(files?.[0]?.id ?? '', own)
    for (const answer of [await get(addressIn(files), 'xoxb-other'), await get(hidden)]) {
      expect([answer.status, answer.redirected]).toEqual([200, true])
      expect(await answer.text()).toMatch(/^<!DOCTYPE html>/)
    }
    expect(await refusal(client.files.info({ file: own }))).toBe('file_not_found')
    expect(slack.problems).toHaveLength(3)
  })

  it('is a page to sign in for an app without files:read, which may not ask for files either', async () => {
    const { slack, ana, sales, get } = await openWorkspace(manifest)
    const { files } = await ana.share(sales.id, 'people.csv', 'Frank')
    expect(await (await get(addressIn(files))).text()).not.toContain('Frank')
    expect(slack.problems.map(({ kind }) => kind)).toEqual(['missing_scope'])
    expect(await refusal(clientOf(slack).files.info({ file: files?.[0]?.id ?? '' }))).toBe('missing_scope')
  })
})

describe('a field for files', () => {
  const form = {
    type: 'modal' as const,
    title: { type: 'plain_text' as const, text: 'A file' },
    submit: { type: 'plain_text' as const, text: 'Send' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'file',
        label: { type: 'plain_text' as const, text: 'Which file?' },
        element: { type: 'file_input' as const, action_id: 'file', filetypes: ['csv'], max_files: 1 },
      },
    ],
  }

  async function openForm() {
    const world = await openWorkspace()
    const handed: unknown[] = []
    const running = await startSocketApp(world.slack, (app) => {
      app.command('/try', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: form })
      })
      app.view(/.*/, async ({ ack, view }) => {
        handed.push(view.state.values.file?.file?.files?.[0])
        await ack()
      })
    })
    atEnd(() => running.stop())
    const view = await (await world.ana.command(world.sales.id, '/try')).modal()
    return { ...world, view, handed }
  }

  it('hands the file to the app, which may read it from then on', async () => {
    const { ana, view, handed, client, get } = await openForm()
    const id = ana.bring('people.csv', 'Frank')
    expect(await refusal(client.files.info({ file: id }))).toBe('file_not_found')
    await ana.submit(view, { file: id })
    expect(handed).toMatchObject([{ id, name: 'people.csv', size: 5 }])
    expect(await (await get(addressIn(handed as Record<string, unknown>[]))).text()).toBe('Frank')
  })

  it('takes what is asked for alone: this kind, this many, and no other person’s', async () => {
    const { slack, ana, view, handed } = await openForm()
    const [one, two] = [ana.bring('a.csv', 'a'), ana.bring('b.csv', 'b')]
    const bens = slack.as(slack.people.add({ name: 'ben' }).id).bring('c.csv', 'c')
    await expect(ana.submit(view, { file: ana.bring('a.png', 'a') })).rejects.toThrow('only these files')
    await expect(ana.submit(view, { file: ana.bring('a.csv', 11 * 1024 ** 2) })).rejects.toThrow('10 MB')
    await expect(ana.submit(view, { file: [one, two] })).rejects.toThrow('1 files')
    await expect(ana.submit(view, { file: bens })).rejects.toThrow('brought no file')
    expect((await ana.submit(view, {})).errors).toEqual({ file: 'Please complete this required field.' })
    expect(handed).toEqual([])
  })
})
