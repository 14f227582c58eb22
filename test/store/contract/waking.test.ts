import { describe, expect, it, onTestFinished } from 'vitest'
import { rejected } from '../../../src/app/outcome.js'
import { teammateHome } from '../../../src/domain/audience.js'
import type { Store } from '../../../src/store/open-store.js'
import { engines, freshDatabase } from '../../support/stores.js'
import { draft, post } from './drafts.js'
import { hour, minute, namesOf, noon, past, second, takenAt, theOne } from './turns.js'
import { ana, customers, today, Workspace } from './workspace.js'

const hello = { id: 'd1', userId: ana, text: 'hello', expiresAt: past(hour) }
const said = {
  source: 'slack',
  key: 'UFRANK',
  name: 'Frank Ortiz',
  addresses: [],
  title: null,
  company: null,
  observedAt: noon,
}

describe.each(engines)('what wakes a workspace, on %s', (engine) => {
  /** Two workspaces that were looked at, at noon, and have nothing to do for an hour; it is a minute later. */
  const resting = async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop())
    let now = noon
    const open = () => database.open({ clock: () => now })
    const store: Store = await open()
    const here = new Workspace(store, 'WHERE')
    const there = new Workspace(store, 'WTHERE')
    await here.keep(({ places }) => places.know(customers, 'America/Chicago'))
    const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
    const noted = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'plays chess')))
    await store.turns.admit([here.id, there.id], noon)
    for (const turn of await takenAt(store.turns, noon)) await store.turns.giveBack(turn, past(hour), noon)
    now = past(minute)
    const later = (ms: number) => {
      now = past(ms)
    }
    const woken = async (at = now) => namesOf(await takenAt(store.turns, at))
    return { store, here, there, frank, noted, woken, later }
  }
  type Here = Awaited<ReturnType<typeof resting>>

  const wakes: Readonly<Record<string, (given: Here) => Promise<unknown>>> = {
    'an act': ({ here, frank }) => here.does(ana, ({ notes }) => notes.add(here.note(frank, 'plays golf'))),
    'an act that is taken back': ({ here, noted }) => here.takesBack(ana, noted),
    'a post that is planned': ({ here, frank }) =>
      here.keep(({ posts }) => posts.plan(post('p1'), [draft('n1', frank.id)])),
    'a notice': ({ here }) =>
      here.keep(async ({ places, notices }) => {
        await places.know(teammateHome(ana), 'UTC')
        const outage = { kind: 'outage', from: noon, to: noon, why: 'stopped' } as const
        await notices.give(teammateHome(ana), outage, noon, today)
      }),
    'a place where the bot may speak again': ({ here }) =>
      here.keep(({ places }) => places.change(customers, { postable: false })),
    'a word of a source': ({ here }) => here.keep(({ sources }) => sources.take(said, noon, 'w1')),
    'a digest that is fixed': ({ here }) => here.keep(({ posts }) => posts.fixDigest(customers, today, noon)),
  }
  it.each(Object.keys(wakes))('%s does, and no other workspace', async (name) => {
    const given = await resting()
    await wakes[name]?.(given)
    expect(await given.woken()).toEqual([given.here.id])
  })

  const wakesNot: Readonly<Record<string, (given: Here) => Promise<unknown>>> = {
    reading: ({ here }) => here.read(ana, ({ people }) => people.called(['frank'])),
    'looking in order to keep': ({ here }) =>
      here.keep(async ({ posts, places, people, troubles, desk, imports, sources }) => {
        await places.all()
        await people.called(['frank'])
        await posts.waiting(noon, 50)
        await posts.homesWithNews()
        await troubles.standing()
        await desk.sweep(noon)
        await imports.sweep(noon)
        await sources.sweep(noon, noon)
      }),
    'a refused act': ({ here, frank }) =>
      here.tries(ana, {}, async ({ notes }) => {
        await notes.add(here.note(frank, 'plays golf'))
        return rejected({ reason: 'repeated' })
      }),
    'a keeping that fails': ({ here }) =>
      here
        .keep(async ({ posts }) => {
          await posts.fixDigest(customers, today, noon)
          throw new Error('in between')
        })
        .catch(() => {}),
    'a draft on the desk': ({ here }) => here.keep(({ desk }) => desk.putDraft(hello)),
    'how the bot stands': ({ here }) =>
      here.keep(({ troubles }) => troubles.beat({ beatAt: noon, wellAt: noon })),
  }
  it.each(Object.keys(wakesNot))('%s does not', async (name) => {
    const given = await resting()
    await wakesNot[name]?.(given)
    expect(await given.woken()).toEqual([])
  })

  it('while its turn is on, so that it comes again as soon as it has rested', async () => {
    const { store, here, frank, later, woken } = await resting()
    later(hour)
    const turns = await takenAt(store.turns, past(hour))
    const [mine, theirs] = [turns.find(isOf(here)), turns.find((turn) => !isOf(here)(turn))]
    if (mine === undefined || theirs === undefined) throw new Error('not both are taken')
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'plays golf')))
    for (const turn of [mine, theirs]) await store.turns.giveBack(turn, past(2 * hour), past(hour + second))
    expect(await woken(past(hour + 4 * second))).toEqual([])
    expect(await woken(past(hour + 5 * second))).toEqual([here.id])
  })

  it('in a transaction that is still going on when it is taken: it comes again', async () => {
    const { store, here, frank, later, woken } = await resting()
    later(hour)
    let inside = () => {}
    const isInside = new Promise<void>((resolve) => {
      inside = resolve
    })
    let goOn = () => {}
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const act = here.does(ana, async ({ notes }) => {
      await notes.add(here.note(frank, 'plays golf'))
      inside()
      await mayGoOn
    })
    await isInside
    // On SQLite the file lets in one writer at a time: there the taking waits for the act.
    const taking = takenAt(store.turns, past(hour))
    if (engine === 'PostgreSQL') await taking
    goOn()
    await act
    const turn = (await taking).find(isOf(here))
    if (turn === undefined) throw new Error('not taken')
    await store.turns.giveBack(turn, past(2 * hour), past(hour))
    const again = await woken(past(hour + 5 * second))
    expect(again).toEqual(engine === 'PostgreSQL' ? [here.id] : [])
  })

  it('a workspace without turns stays without: the one that a token was pasted for is beaten for every minute', async () => {
    const { store, woken } = await resting()
    const alone = new Workspace(store, 'WALONE')
    await alone.knows('Lily Chen')
    expect(await woken()).toEqual([])
    await store.turns.admit([alone.id], noon)
    expect(theOne(await takenAt(store.turns, past(minute))).workspaceId).toBe(alone.id)
  })
})

const isOf =
  ({ id }: Workspace) =>
  ({ workspaceId }: { readonly workspaceId: string }): boolean =>
    workspaceId === id
