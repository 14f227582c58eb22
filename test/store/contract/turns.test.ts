import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/store/dialect.js'
import type { Store } from '../../../src/store/open-store.js'
import { engines, freshDatabase } from '../../support/stores.js'
import { hour, minute, namesOf, noon, past, second, takenAt, theOne } from './turns.js'

describe.each(engines)('the turns of workspaces, on %s', (engine) => {
  const opened = async (processes = 1): Promise<[Store, ...Store[]]> => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop())
    const first = await database.open({ clock: () => noon })
    const others = Array.from({ length: processes - 1 }, () => database.open({ clock: () => noon }))
    return [first, ...(await Promise.all(others))]
  }
  const many = Array.from({ length: 60 }, (_, n) => `W${String(n).padStart(2, '0')}`)

  it('come to all that are admitted, once', async () => {
    const [{ turns }] = await opened()
    await turns.admit(many, noon)
    await turns.admit(many, noon)
    const taken = await takenAt(turns, noon, { limit: 100 })
    expect(namesOf(taken)).toEqual(many)
    expect(await takenAt(turns, past(second), { limit: 100 })).toEqual([])
  })

  it('are taken by one process each, however many take at once', async () => {
    const stores = await opened(3)
    await stores[0].turns.admit(many, noon)
    const takes = Array.from({ length: 12 }, (_, n) => stores[n % 3] ?? stores[0])
    const taken = (await Promise.all(takes.map(({ turns }) => takenAt(turns, noon, { limit: 7 })))).flat()
    expect(new Set(namesOf(taken)).size).toBe(taken.length)
    // What another process held in that moment is left for the next look.
    const rest = await takenAt(stores[0].turns, noon, { limit: 100 })
    expect(namesOf([...taken, ...rest])).toEqual(many)
  })

  it('come to whoever waits longest first', async () => {
    const [{ turns }] = await opened()
    await turns.admit(['WLATE'], past(2 * second))
    await turns.admit(['WFIRST'], noon)
    await turns.admit(['WSECOND'], past(second))
    const next = async () => namesOf(await takenAt(turns, past(minute), { limit: 1 }))
    expect([await next(), await next(), await next()]).toEqual([['WFIRST'], ['WSECOND'], ['WLATE']])
  })

  it('come again when they were given back for, and not before', async () => {
    const [{ turns }] = await opened()
    await turns.admit(['W1'], noon)
    await turns.giveBack(theOne(await takenAt(turns, noon)), past(10 * minute), noon)
    expect(await takenAt(turns, past(10 * minute - 1))).toEqual([])
    expect(namesOf(await takenAt(turns, past(10 * minute)))).toEqual(['W1'])
  })

  it('are taken over when their claim has lapsed, and the dead do no harm', async () => {
    const [one, other] = await opened(2)
    await one.turns.admit(['W1'], noon)
    const dead = theOne(await takenAt(one.turns, noon))
    expect(await takenAt(other?.turns ?? one.turns, past(29 * second))).toEqual([])
    const next = theOne(await takenAt(other?.turns ?? one.turns, past(30 * second)))
    // It was not dead after all.
    expect(await one.turns.renew(dead, past(90 * second))).toBe(false)
    await one.turns.giveBack(dead, noon, past(31 * second))
    await one.turns.dismiss(dead)
    expect(await takenAt(one.turns, past(31 * second))).toEqual([])
    expect(await one.turns.renew(next, past(80 * second))).toBe(true)
    expect(await takenAt(one.turns, past(79 * second))).toEqual([])
  })

  it('are claimed as long as they are renewed', async () => {
    const [{ turns }] = await opened()
    await turns.admit(['W1'], noon)
    const turn = theOne(await takenAt(turns, noon))
    for (let n = 1; n < 10; n++) expect(await turns.renew(turn, past((n + 3) * 10 * second))).toBe(true)
    expect(await takenAt(turns, past(119 * second))).toEqual([])
  })

  it('are not held for ever by clocks that were set back', async () => {
    const [{ turns }] = await opened()
    const tomorrow = past(24 * hour)
    await turns.admit(['WCLAIMED', 'WPUTOFF'], noon)
    const [claimed, putOff] = await takenAt(turns, noon)
    if (claimed === undefined || putOff === undefined) throw new Error('not taken')
    await turns.renew(claimed, tomorrow)
    expect(await takenAt(turns, past(second))).toHaveLength(1)
    await turns.giveBack(putOff, tomorrow, noon)
    expect(await takenAt(turns, past(second))).toEqual([])
    await turns.admit([], past(second))
    expect(namesOf(await takenAt(turns, past(second)))).toEqual([putOff.workspaceId])
  })

  it('end where the bot is not any more, and begin again when it is', async () => {
    const [{ turns }] = await opened()
    await turns.admit(['W1'], noon)
    await turns.dismiss(theOne(await takenAt(turns, noon)))
    expect(await takenAt(turns, past(2 * hour))).toEqual([])
    await turns.wake('W1', past(2 * hour))
    expect(namesOf(await takenAt(turns, past(2 * hour)))).toEqual(['W1'])
  })

  it('do not end when the bot came back meanwhile', async () => {
    const [{ turns }] = await opened()
    await turns.admit(['W1'], noon)
    const turn = theOne(await takenAt(turns, noon))
    await turns.wake('W1', past(second))
    await turns.dismiss(turn)
    expect(namesOf(await takenAt(turns, past(6 * second)))).toEqual(['W1'])
  })

  it('cost a look and nothing else when none has come', async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop())
    const { turns } = await database.open()
    await turns.admit(['W1'], past(hour))
    const handle = connect(database.url, 5_000)
    onTestFinished(() => handle.db.destroy())
    const version = async () => {
      const asked =
        engine === 'SQLite'
          ? // Another number after whatever another connection has written.
            sql`pragma data_version`
          : sql`select xmin::text, xmax::text, ctid::text from turns`
      return JSON.stringify((await asked.execute(handle.db)).rows)
    }
    const before = await version()
    for (let n = 0; n < 5; n++) expect(await takenAt(turns, noon)).toEqual([])
    await turns.admit(['W1'], noon)
    expect(await version()).toBe(before)
  })
})
