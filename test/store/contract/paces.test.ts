import { describe, expect, it, onTestFinished } from 'vitest'
import { pacingWith } from '../../../src/slack/pacing/pace.js'
import type { Store } from '../../../src/store/open-store.js'
import { mostWithin, VirtualTime } from '../../slack/pacing/virtual-time.js'
import { engines, freshDatabase } from '../../support/stores.js'
import { noon, past } from './turns.js'

const minute = 60_000
const row = (counted: string, version: number, lapsesAt = past(minute)) => ({ counted, version, lapsesAt })
const call = { channelId: null, urgency: 'interactive', patienceMs: 0, isAgain: false } as const

describe.each(engines)('what all processes call, on %s', (engine) => {
  const opened = async (): Promise<[Store, Store]> => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop())
    return [await database.open(), await database.open()]
  }

  it('is read by the others as it was written, by workspace and bucket', async () => {
    const [{ paces }, { paces: others }] = await opened()
    expect(await paces.read('W1', 'users.info')).toBeNull()
    expect(await paces.write('W1', 'users.info', row('one', 0))).toBe(true)
    expect(await others.read('W1', 'users.info')).toEqual({ counted: 'one', version: 1 })
    expect(await others.read('W2', 'users.info')).toBeNull()
    expect(await others.read('W1', 'views.open')).toBeNull()
  })

  it('is written by whoever knows the newest, and by nobody else', async () => {
    const [{ paces }, { paces: others }] = await opened()
    await paces.write('W1', 'users.info', row('one', 0))
    expect(await others.write('W1', 'users.info', row('mine', 0))).toBe(false)
    expect(await others.write('W1', 'users.info', row('two', 1))).toBe(true)
    expect(await paces.write('W1', 'users.info', row('late', 1))).toBe(false)
    expect(await paces.read('W1', 'users.info')).toEqual({ counted: 'two', version: 2 })
  })

  it('is swept when it counts no more', async () => {
    const [{ paces }] = await opened()
    await paces.write('W1', 'users.info', row('old', 0, past(-1)))
    await paces.write('W1', 'views.open', row('new', 0, past(1)))
    await paces.sweep(noon)
    expect(await paces.read('W1', 'users.info')).toBeNull()
    expect(await paces.read('W1', 'views.open')).not.toBeNull()
  })

  it('is together never more than Slack takes, and each has its part', async () => {
    const time = new VirtualTime()
    const processes = (await opened()).map(({ paces }) => pacingWith(paces, time).of('W1'))
    const made = processes.map((): number[] => [])
    for (let n = 0; n < 200; n++) {
      const both = processes.map((pace, k) =>
        pace.enter({ ...call, method: 'conversations.info' }).then(
          () => made[k]?.push(time.nowMs()),
          () => {},
        ),
      )
      await Promise.all(both)
      await time.pass(1_000)
    }
    expect(mostWithin(made.flat(), minute)).toBeLessThanOrEqual(50)
    // Nearly all that there is, in three minutes and some: 50 in each 67 seconds.
    expect(made.flat().length).toBeGreaterThanOrEqual(3 * 45)
    for (const times of made) expect(times.length).toBeGreaterThan(20)
  })

  it('is held back in all of them when Slack refused one', async () => {
    const time = new VirtualTime()
    const [one, other] = (await opened()).map(({ paces }) => pacingWith(paces, time).of('W1'))
    await other?.enter({ ...call, method: 'users.info' })
    await one?.refused('users.info', 30_000)
    await expect(other?.enter({ ...call, method: 'users.info' })).rejects.toMatchObject({ againMs: 30_000 })
    await other?.enter({ ...call, method: 'views.open' })
    await time.pass(30_000)
    await other?.enter({ ...call, method: 'users.info' })
  })

  it('costs one statement where ten calls come together, and few where they follow each other', async () => {
    const [{ paces }] = await opened()
    let statements = 0
    const counting = {
      ...paces,
      read: (...asked: Parameters<typeof paces.read>) => {
        statements += 1
        return paces.read(...asked)
      },
      write: (...asked: Parameters<typeof paces.write>) => {
        statements += 1
        return paces.write(...asked)
      },
    }
    const pace = pacingWith(counting, new VirtualTime()).of('W1')
    const post = { ...call, method: 'auth.test' }
    await pace.enter(post)
    statements = 0
    await Promise.all(Array.from({ length: 10 }, () => pace.enter(post)))
    expect(statements).toBeLessThanOrEqual(2)
    statements = 0
    for (let n = 0; n < 40; n++) await pace.enter(post)
    expect(statements).toBeLessThanOrEqual(8)
  })

  it('goes on with a share in each process while the database is away', async () => {
    const time = new VirtualTime()
    const stores = await opened()
    const processes = stores.map(({ paces }) => pacingWith(paces, time).of('W1'))
    await Promise.all(stores.map((store) => store.close()))
    for (const pace of processes) {
      const tried = Array.from({ length: 60 }, () => pace.enter({ ...call, method: 'users.info' }))
      const made = (await Promise.allSettled(tried)).filter(({ status }) => status === 'fulfilled')
      expect(made).toHaveLength(25)
      // What nobody waits for is found in the database, or not at all.
      const unwaited = pace.enter({ ...call, method: 'views.publish', urgency: 'background' })
      await expect(unwaited).rejects.toMatchObject({ name: 'Held' })
    }
  })
})
