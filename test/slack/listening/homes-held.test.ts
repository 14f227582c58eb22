import { expect, onTestFinished, test } from 'vitest'
import { heldBack } from '../../../src/app/ports/messenger.js'
import { SlackUnavailable } from '../../../src/app/ports.js'
import { createLog } from '../../../src/logging.js'
import { Homes } from '../../../src/slack/listening/homes.js'
import { Held } from '../../../src/slack/pacing/held.js'
import { Rests } from '../../../src/slack/pacing/rests.js'
import { freshStore } from '../../support/stores.js'

/** Twenty-five Homes that are to be made, and a Slack that takes twelve in a minute. */
const flooded = async (refuses: 'the Home' | 'what is looked up for it') => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  let nowMs = Date.parse('2026-11-20T12:00:00.000Z')
  const realClock = () => new Date(nowMs).toISOString()
  const users = Array.from({ length: 25 }, (_, n) => `U${n}`)
  for (const userId of users) await store.homes.opened({ workspaceId: 'T1', userId }, realClock())
  await store.homes.askAll('T1')
  const shown: string[] = []
  const counted = { made: 0, room: 12 }
  const isFull = () => counted.room <= 0
  const homes = new Homes({
    openHomes: store.homes,
    realClock,
    workspaceId: 'T1',
    log: createLog({ level: 'silent' }),
    rests: new Rests(0),
    listeners: {
      home: async () => {
        counted.made += 1
        if (refuses !== 'the Home' && isFull())
          throw new SlackUnavailable('Slack could not be asked', { cause: new Held('users.info', 60_000) })
        return { type: 'home', blocks: [] }
      },
    },
    forms: {
      publish: async (userId) => {
        if (isFull()) return { kind: 'temporary', code: heldBack, retryAfterMs: 60_000 }
        counted.room -= 1
        shown.push(userId)
        return null
      },
    },
  })
  const minuteLater = () => {
    nowMs += 60_000
    counted.room = 12
  }
  return { homes, users, shown, counted, minuteLater }
}

test.each(['the Home', 'what is looked up for it'] as const)(
  'Homes for which Slack has no room (%s) are not made in vain, and none is forgotten',
  async (refuses) => {
    const { homes, users, shown, counted, minuteLater } = await flooded(refuses)
    await homes.catchUp()
    expect([shown.length, counted.made]).toEqual([12, 13])
    await homes.catchUp()
    await homes.anew('U20')
    expect(counted.made).toBe(13)
    for (let n = 0; n < 2; n++) {
      minuteLater()
      await homes.catchUp()
    }
    expect(shown.toSorted()).toEqual(users.toSorted())
  },
)

test('Whoever looks at their Home is not told to wait for those that nobody looks at', async () => {
  const { homes, shown, counted } = await flooded('the Home')
  await homes.catchUp()
  counted.room = 1
  await homes.opened('U99')
  expect(shown.at(-1)).toBe('U99')
})
