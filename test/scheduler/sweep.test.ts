import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../src/app/ports.js'
import type { Store } from '../../src/store/open-store.js'
import { engines } from '../support/stores.js'
import { aFleet } from './fleet.js'

const minute = 60_000

/** Something that is waited for. */
const meeting = (): { readonly all: Promise<void>; readonly come: () => void } => {
  let come = () => {}
  const all = new Promise<void>((resolve) => {
    come = resolve
  })
  return { all, come: () => come() }
}

describe.each(engines)('the sweep, on %s', (engine) => {
  it('gives every workspace its turn, and no other before something is due', async () => {
    const { process, pass } = await aFleet(engine, ['W1', 'W2', 'W3'])
    const worked: string[] = []
    const sweep = await process(async (id) => {
      worked.push(id)
      return null
    })
    await sweep.now()
    expect(worked.sort()).toEqual(['W1', 'W2', 'W3'])
    pass(40 * minute)
    await sweep.now()
    expect(worked).toHaveLength(3)
    // Each once an hour, whether or not anything woke it: a wake that was lost is found.
    pass(16 * minute)
    await sweep.now()
    expect(worked).toHaveLength(6)
  })

  it('comes back when the next thing is due', async () => {
    const { process, pass, clock } = await aFleet(engine, ['W1'])
    let turns = 0
    const sweep = await process(async () => {
      turns += 1
      return new Date(Date.parse(clock()) + 10 * minute).toISOString()
    })
    await sweep.now()
    pass(9 * minute)
    await sweep.now()
    expect(turns).toBe(1)
    pass(minute)
    await sweep.now()
    expect(turns).toBe(2)
  })

  it('lets no flood in one workspace hold up another', async () => {
    const { process, clock } = await aFleet(engine, ['W1', 'WFLOOD'])
    const worked: string[] = []
    const sweep = await process(
      async (id, { turns }) => {
        worked.push(id)
        if (id !== 'WFLOOD') return null
        // Something happens in the other in the middle of it.
        if (worked.length === 10) await turns.wake('W1', clock())
        return worked.length < 20 ? 'more' : null
      },
      { atOnce: 1 },
    )
    await sweep.now()
    expect(worked).toHaveLength(20)
    expect(worked.slice(0, 2).sort()).toEqual(['W1', 'WFLOOD'])
    expect(worked[10]).toBe('W1')
  })

  it('has two processes share the work, and never meet in one workspace', async () => {
    const many = Array.from({ length: 30 }, (_, n) => `W${String(n).padStart(2, '0')}`)
    const { process } = await aFleet(engine, many)
    const inside = new Set<string>()
    const done = new Map<string, number>()
    const by = [0, 0]
    const begun = [meeting(), meeting()] as const
    const worker = (nth: 0 | 1) => async (id: string, store: Store) => {
      if (inside.has(id)) throw new Error(`two in ${id}`)
      inside.add(id)
      begun[nth].come()
      await Promise.all(begun.map(({ all }) => all))
      await store.ping()
      inside.delete(id)
      by[nth] = (by[nth] ?? 0) + 1
      const times = (done.get(id) ?? 0) + 1
      done.set(id, times)
      return times < 3 ? ('more' as const) : null
    }
    const [one, other] = [await process(worker(0)), await process(worker(1))]
    await Promise.all([one.now(), other.now()])
    expect([...done.values()]).toEqual(many.map(() => 3))
    expect(Math.min(...by)).toBeGreaterThanOrEqual(4)
  })

  it('takes over within a minute from a process that died in the middle', async () => {
    const { process, pass, clock } = await aFleet(engine, ['W1'])
    const worked: string[] = []
    const sweep = await process(async (id) => {
      worked.push(id)
      return null
    })
    const { turns } = sweep.store
    await turns.admit(['W1'], clock())
    const dying = { by: 'dead', now: clock(), realNow: clock(), restUntil: clock(), limit: 1 }
    const until = new Date(Date.parse(clock()) + 30_000).toISOString()
    expect(await turns.take({ ...dying, until })).toHaveLength(1)
    await sweep.now()
    pass(29_000)
    await sweep.now()
    expect(worked).toEqual([])
    // With a look every ten seconds, and five more to spread them, that is 45.
    pass(1_000)
    await sweep.now()
    expect(worked).toEqual(['W1'])
  })

  it('leaves what cannot be worked on for a while, longer each time, and goes on with the others', async () => {
    const { process, pass, onTrouble } = await aFleet(engine, ['WBROKEN', 'WWELL'])
    const worked: string[] = []
    const sweep = await process(async (id) => {
      worked.push(id)
      if (id === 'WBROKEN') throw new Error('its token does not work')
      return null
    })
    const triesAfter = async (ms: number) => {
      worked.length = 0
      pass(ms)
      await sweep.now()
      return worked.filter((id) => id === 'WBROKEN').length
    }
    await sweep.now()
    expect(worked.sort()).toEqual(['WBROKEN', 'WWELL'])
    expect(onTrouble).toHaveBeenCalledWith(
      'WBROKEN',
      expect.objectContaining({ message: expect.stringMatching(/token/) }),
    )
    expect(await triesAfter(59_000)).toBe(0)
    expect(await triesAfter(1_000)).toBe(1)
    expect(await triesAfter(minute)).toBe(0)
    expect(await triesAfter(minute)).toBe(1)
  })

  it('goes on within seconds where a turn was cut short because the database was away, however often', async () => {
    const { process, pass } = await aFleet(engine, ['W1'])
    let turns = 0
    const sweep = await process(async () => {
      if (++turns < 5) throw new StoreUnavailable('gone', 'gone')
      return null
    })
    for (let nth = 1; nth <= 5; nth++) {
      await sweep.now()
      expect(turns).toBe(nth)
      pass(6_000)
    }
  })

  it('forgets where the bot is not any more, and finds whoever comes later', async () => {
    const installed = ['W1', 'WGONE']
    const { process, pass } = await aFleet(engine, installed)
    const worked: string[] = []
    const sweep = await process(async (id) => {
      worked.push(id)
      return id === 'WGONE' ? 'gone' : null
    })
    await sweep.now()
    installed.splice(1, 1, 'WNEW')
    worked.length = 0
    pass(56 * minute)
    await sweep.now()
    expect(worked.sort()).toEqual(['W1', 'WNEW'])
  })

  it('hands on at once what it has not finished when it stops', async () => {
    const { process } = await aFleet(engine, ['W1'])
    const [begin, finish] = [meeting(), meeting()]
    const stopping = await process(async () => {
      begin.come()
      await finish.all
      return 'more'
    })
    stopping.soon()
    await begin.all
    const stopped = stopping.stop()
    finish.come()
    await stopped
    const worked: string[] = []
    const other = await process(async (id) => {
      worked.push(id)
      return null
    })
    await other.now()
    expect(worked).toEqual(['W1'])
  })
})
