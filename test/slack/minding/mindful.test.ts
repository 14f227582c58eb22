import { describe, expect, it } from 'vitest'
import type { UnitOfWork } from '../../../src/app/ports.js'
import { Mindful } from '../../../src/slack/minding/mindful.js'
import { freshStore } from '../../support/stores.js'

const scope = { workspaceId: 'T1', audience: 'everything' } as const

/** A workspace of which #customers minds its words, and how often the database was asked. */
const watched = async () => {
  const store = await freshStore()
  const set = (mindful: boolean) =>
    store.uow.keep(scope, async ({ places }) => {
      await places.know('channel:CCUSTOMERS', 'UTC')
      await places.change('channel:CCUSTOMERS', { mindful })
    })
  await set(true)
  let asked = 0
  let isAway = false
  const uow: UnitOfWork = {
    ...store.uow,
    read: async (given, work) => {
      asked += 1
      if (isAway) throw new Error('the database is away')
      return store.uow.read(given, work)
    },
  }
  let now = '2026-11-23T10:00:00.000Z'
  const mindful = new Mindful(uow, 'T1', () => now)
  return {
    mindful,
    set,
    asked: () => asked,
    goesAway: () => {
      isAway = true
    },
    setClock: (at: string) => {
      now = at
    },
  }
}

describe('the channels that mind how people are spoken of', () => {
  it('are asked for once, however much is said in however many channels', async () => {
    const { mindful, asked } = await watched()
    const said = Array.from({ length: 500 }, (_, i) => mindful.isOn(i % 5 === 0 ? 'CCUSTOMERS' : `C${i}`))
    const on = (await Promise.all(said)).filter((isOn) => isOn)
    expect(on).toHaveLength(100)
    expect(asked()).toBe(1)
  })

  it('are asked for anew when a setting changed, or after a minute', async () => {
    const { mindful, set, setClock } = await watched()
    expect(await mindful.isOn('CCUSTOMERS')).toBe(true)
    await set(false)
    mindful.forget()
    expect(await mindful.isOn('CCUSTOMERS')).toBe(false)
    await set(true)
    expect(await mindful.isOn('CCUSTOMERS')).toBe(false)
    setClock('2026-11-23T10:01:00.001Z')
    expect(await mindful.isOn('CCUSTOMERS')).toBe(true)
  })

  it('are none while the database is away', async () => {
    const { mindful, goesAway } = await watched()
    goesAway()
    expect(await mindful.isOn('CCUSTOMERS')).toBe(false)
  })
})
