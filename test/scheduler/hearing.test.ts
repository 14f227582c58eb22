import { expect, it } from 'vitest'
import type { HeardThere, News } from '../../src/app/ports/heard.js'
import { hearing } from '../../src/scheduler/hearing.js'

const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00.000Z') + seconds * 1_000).toISOString()

/** A database in which rows are seen later than they are dated. */
const aBoard = () => {
  const rows: HeardThere[] = []
  let now = at(0)
  let isAll = true
  let isThere = true
  let elapsed = 0
  const heard: string[] = []
  let deaf = 0
  const look = hearing({
    heard: {
      since: async (after): Promise<News> => {
        if (!isThere) throw new Error('gone')
        return { now, isAll, told: after === null ? [] : rows.filter((row) => row.at > after) }
      },
    },
    onHeard: ({ id }) => heard.push(id),
    onDeaf: () => {
      deaf += 1
    },
    elapsed: () => elapsed,
  })
  return {
    look,
    heard,
    deaf: () => deaf,
    told: (id: string, seconds: number) =>
      rows.push({ workspaceId: 'T1', nth: `${id} ${rows.length}`, kind: 'channel', id, at: at(seconds) }),
    passes: (seconds: number) => {
      now = at(seconds)
      elapsed = seconds * 1_000
    },
    is: (more: { isAll?: boolean; isThere?: boolean }) => {
      isAll = more.isAll ?? isAll
      isThere = more.isThere ?? isThere
    },
  }
}

it('each thing that is told is heard once, also when it is told again', async () => {
  const board = aBoard()
  await board.look()
  board.told('C1', 1)
  for (const seconds of [2, 4, 6]) {
    board.passes(seconds)
    await board.look()
  }
  expect(board.heard).toEqual(['C1'])
  board.told('C1', 7)
  board.passes(8)
  await board.look()
  expect(board.heard).toEqual(['C1', 'C1'])
  expect(board.deaf()).toBe(0)
})

it('what is seen some seconds after its time is heard all the same, and what is seen a minute late at a thorough look', async () => {
  const board = aBoard()
  board.passes(100)
  await board.look()
  board.passes(102)
  await board.look()
  board.told('late', 95)
  board.told('very late', 40)
  board.passes(104)
  await board.look()
  expect(board.heard).toEqual(['late'])
  for (let look = 0; look < 15; look++) await board.look()
  expect(board.heard).toEqual(['late', 'very late'])
})

it('what was told before it began nobody remembers there', async () => {
  const board = aBoard()
  board.told('long ago', -1_000)
  await board.look()
  expect(board.heard).toEqual([])
})

it('goes on where it was when the database comes back, and forgets everything when that is too long ago', async () => {
  const board = aBoard()
  await board.look()
  board.is({ isThere: false })
  board.told('C1', 20)
  board.passes(120)
  await expect(board.look()).rejects.toThrow('gone')
  board.is({ isThere: true })
  await board.look()
  expect(board.heard).toEqual(['C1'])
  expect(board.deaf()).toBe(0)
  board.passes(120 + 9 * 60)
  await board.look()
  expect(board.deaf()).toBe(1)
})

it('forgets everything when more is told than it looks at', async () => {
  const board = aBoard()
  await board.look()
  board.is({ isAll: false })
  await board.look()
  expect(board.deaf()).toBe(1)
})
