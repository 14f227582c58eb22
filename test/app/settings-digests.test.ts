import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { changeSettings } from '../../src/app/settings/change-settings.js'
import type { Home } from '../../src/domain/audience.js'
import { localDateOf } from '../../src/domain/local-time.js'
import { type Settings, settingsOf } from '../../src/domain/settings.js'
import { anOffice, everything, type Office } from './office.js'
import { theOutbox } from './outbox.js'

const customers: Home = 'channel:CUSTOMERS'
const hourMs = 3_600_000

/** Somebody lives in #customers, and Ana may set it. */
const working = async () => {
  const office = await anOffice()
  office.channel('CUSTOMERS', {}, ['UANA'])
  const ana = await office.asker()
  await office.knows(ana)
  return { office, ana }
}
const placeIn = async ({ uow }: Office) => {
  const place = await uow.read(everything, ({ places }) => places.get(customers))
  if (place === null) throw new Error('no such place')
  return place
}
const sets = async (office: Office, asker: Asker, wish: Partial<Settings>) => {
  const before = settingsOf(await placeIn(office))
  const outcome = await changeSettings(office, asker, customers, before, { ...before, ...wish })
  if (!outcome.ok) throw new Error(outcome.why.reason)
}

/** Passes every hour between two instants; answers those that fixed a digest. `wishes` are set on the way. */
const digestsBetween = async (
  { office, ana }: Awaited<ReturnType<typeof working>>,
  from: string,
  to: string,
  wishes: Readonly<Record<string, Partial<Settings>>> = {},
): Promise<string[]> => {
  const outbox = theOutbox(office)
  const isFixed = async (now: string) => {
    const on = localDateOf(now, (await placeIn(office)).zone)
    return office.uow.keep(everything, ({ posts }) => posts.digestFixed(customers, on))
  }
  const fixed: string[] = []
  for (let ms = Date.parse(`${from}:00.000Z`); ms <= Date.parse(`${to}:00.000Z`); ms += hourMs) {
    const now = new Date(ms).toISOString()
    const wish = wishes[now.slice(0, 16)]
    if (wish !== undefined) await sets(office, ana, wish)
    const before = await isFixed(now)
    await outbox.plan({ now })
    if (!before && (await isFixed(now))) fixed.push(now.slice(0, 16))
  }
  return fixed
}

describe('the digest of a place that is set while it works', () => {
  it('comes at the new hour, and not twice on one day', async () => {
    const scene = await working()
    const wishes = {
      '2026-11-22T00:00': { digestHour: 11 },
      // After the digest of Monday and Tuesday in Chicago, and before that of Wednesday.
      '2026-11-23T18:00': { digestHour: 14 },
      '2026-11-24T21:00': { digestHour: 16 },
      '2026-11-25T14:00': { digestHour: 9 },
    }
    expect(await digestsBetween(scene, '2026-11-22T00:00', '2026-11-26T00:00', wishes)).toEqual([
      '2026-11-23T17:00',
      '2026-11-24T20:00',
      '2026-11-25T15:00',
    ])
  })

  it('is left out on days off, and on days on which nobody works any more', async () => {
    const scene = await working()
    await sets(scene.office, scene.ana, { holidays: ['2026-11-24'], days: [1, 2, 3] })
    expect(await digestsBetween(scene, '2026-11-23T00:00', '2026-11-30T16:00')).toEqual([
      '2026-11-23T15:00',
      '2026-11-25T15:00',
      '2026-11-30T15:00',
    ])
  })

  it('comes once on each working day, wherever the place goes', async () => {
    const scene = await working()
    await sets(scene.office, scene.ana, { zone: 'Asia/Tokyo' })
    const wishes = {
      // Tuesday in Tokyo has had its digest, on a Monday evening of Chicago; Tuesday in Chicago is still to come.
      '2026-11-24T02:00': { zone: 'America/Chicago' },
      // What came in Chicago on Thursday was the first thing on Friday in Tokyo.
      '2026-11-26T18:00': { zone: 'Asia/Tokyo' },
    }
    expect(await digestsBetween(scene, '2026-11-22T00:00', '2026-12-01T03:00', wishes)).toEqual([
      '2026-11-23T00:00',
      '2026-11-24T00:00',
      '2026-11-24T15:00',
      '2026-11-25T15:00',
      '2026-11-26T15:00',
      '2026-11-30T00:00',
      '2026-12-01T00:00',
    ])
  })
})

it('a digest that Slack did not take is sent when its place has gone elsewhere, on the day that it is there', async () => {
  const { office, ana } = await working()
  await sets(office, ana, { rhythm: { every: 1, unit: 'day' } })
  await office.knows(ana, { name: 'Susan Bell' })
  const outbox = theOutbox(office, { post: [{ kind: 'temporary', code: 'x', retryAfterMs: 1_000 }] })
  const [post] = await outbox.plan({ now: '2026-11-23T16:00:00.000Z' })
  const id = post?.postId ?? ''
  expect(await outbox.send(id, '2026-11-23T16:00:00.000Z')).toBe('waiting')
  // It is one in the morning of Tuesday in Tokyo, and then nine.
  await sets(office, ana, { zone: 'Asia/Tokyo' })
  outbox.pause(3_600_000)
  expect(await outbox.send(id, '2026-11-23T16:01:00.000Z')).toBe('waiting')
  outbox.pause(3_600_000)
  expect(await outbox.send(id, '2026-11-24T00:00:00.000Z')).toBe('waiting')
  expect(outbox.calls).toEqual(['post channel:CUSTOMERS', 'post channel:CUSTOMERS'])
})
