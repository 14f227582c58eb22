import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../../src/logging.js'
import { Homes } from '../../../src/slack/listening/homes.js'
import { inBackground, mannerNow } from '../../../src/slack/pacing/manner.js'
import type { Rests } from '../../../src/slack/pacing/rests.js'
import { freshStore } from '../../support/stores.js'
import { gate } from './delivering.js'

const now = () => '2026-11-20T12:00:00.000Z'
const home = (userId: string) => ({ workspaceId: 'T1', userId })

/** Rests that are over when the test says so. */
class Told implements Pick<Rests, keyof Rests> {
  readonly #resting = new Map<string, ReturnType<typeof gate>>()
  begin(key: string): void {
    this.#resting.set(key, gate())
  }
  end(key: string): void {
    this.#resting.get(key)?.open()
    this.#resting.delete(key)
  }
  over(key: string): Promise<void> {
    return this.#resting.get(key)?.opened ?? Promise.resolve()
  }
}

/** Homes of a store; what stands in `facts` is what they show. */
const homesOf = async () => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const rests = new Told()
  const shown: string[] = []
  const manners: string[] = []
  const facts = { text: '' }
  const homes = new Homes({
    openHomes: store.homes,
    realClock: now,
    workspaceId: 'T1',
    log: createLog({ level: 'silent' }),
    rests,
    listeners: { home: async () => ({ type: 'home', blocks: [], callback_id: facts.text }) },
    forms: {
      publish: async (userId, view) => {
        shown.push(`${userId} ${view.callback_id}`)
        manners.push(mannerNow().urgency ?? 'as ever')
        return null
      },
    },
  })
  const acts = async (text: string, userId = 'U1') => {
    facts.text = text
    const asked = await store.homes.ask(home(userId), now())
    if (asked === null) throw new Error('no Home')
    return { done: homes.acted({ ...home(userId), asked }) }
  }
  /** What somebody else may make by then, since nobody did. */
  const left = () => store.homes.take('2026-11-20T12:01:00.000Z', 10)
  return { homes, rests, shown, manners, facts, acts, left }
}

test('The first act shows in a Home at once, and those that follow show together', async () => {
  const { homes, rests, shown, facts, acts, left } = await homesOf()
  facts.text = 'nothing'
  await homes.opened('U1')
  rests.end('U1')
  await (await acts('one')).done
  const following = [await acts('two'), await acts('three'), await acts('four')]
  expect(shown).toEqual(['U1 nothing', 'U1 one'])
  rests.end('U1')
  await Promise.all(following.map(({ done }) => done))
  expect(shown.slice(2)).toEqual(['U1 four'])
  expect(await left()).toEqual([])
})

test('Nobody’s Home waits for the rest of another', async () => {
  const { homes, rests, shown, acts } = await homesOf()
  for (const userId of ['U1', 'U2']) await homes.opened(userId)
  rests.end('U2')
  await (await acts('one', 'U2')).done
  expect(shown.at(-1)).toBe('U2 one')
})

test.each([
  ['whoever looks at it', (homes: Homes) => homes.opened('U1')],
  ['what may not stand there any more', (homes: Homes) => homes.anew('U1')],
])('A Home that rests is made at once for %s', async (_, urgently) => {
  const { homes, shown, acts, left } = await homesOf()
  await homes.opened('U1')
  const { done } = await acts('two')
  expect(shown).toHaveLength(1)
  await urgently(homes)
  await done
  expect(shown.slice(1)).toEqual(['U1 two'])
  expect(await left()).toEqual([])
})

test('Slack is asked for somebody who waits where somebody does, whatever had it made before', async () => {
  const { homes, rests, manners, acts } = await homesOf()
  await homes.opened('U1')
  const { done } = await inBackground(() => acts('one'))
  await homes.opened('U1')
  await done
  rests.end('U1')
  await (await acts('two')).done
  expect(manners).toEqual(['interactive', 'interactive', 'background'])
})

test('What waits for a Home to rest is made by another process, where this one ends over it', async () => {
  const { homes, acts, left } = await homesOf()
  await homes.opened('U1')
  await acts('two')
  expect(await left()).toMatchObject([home('U1')])
})
