import { expect, it } from 'vitest'
import { startSocketApp } from './support/bolt-app.js'
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

it('tells a bot that listens of a file, which stands in the place with its name', async () => {
  const slack = await openSlack({ manifest: listening })
  const heard: string[] = []
  const running = await startSocketApp(slack, (app) => {
    app.event('file_shared', async ({ event }) => {
      heard.push(`${event.channel_id} ${event.user_id}`)
    })
  })
  atEnd(() => running.stop())
  const ana = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  await slack.as(ana.id).share(sales.id, 'people.csv', 120)
  await slack.until(() => slack.traffic.some(({ name, answer }) => name === 'file_shared' && answer))
  await expect.poll(() => heard).toEqual([`${sales.id} ${ana.id}`])
  expect(slack.seenBy(ana.id, sales.id)).toMatchObject([{ files: [{ name: 'people.csv' }] }])
})

it('takes none where the bot is not, or does not listen', async () => {
  const slack = await openSlack({ manifest: listening })
  const ana = slack.people.add({ name: 'ana' })
  const away = slack.places.add({ name: 'away', members: [ana.id], withBot: false })
  await expect(slack.as(ana.id).share(away.id, 'people.csv', 120)).rejects.toThrow('does not read files here')
  expect(slack.seenBy(ana.id, away.id)).toEqual([])
})
