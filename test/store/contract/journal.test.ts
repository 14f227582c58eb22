import { expect, it } from 'vitest'
import { ok, rejected } from '../../../src/app/outcome.js'
import { ana, at, ben, customers, onEachEngine, secret, today } from './workspace.js'

onEachEngine('the journal', (workspace, _engine, database) => {
  it('an act is numbered, and says who did what, when and where', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const actId = await here.does(ben, ({ notes }) => notes.add(here.note(frank, 'hello', { by: ben })), {
      kind: 'heard',
      personId: frank.id,
      place: secret,
    })
    expect(await here.read(ben, ({ journal }) => journal.get(actId))).toEqual({
      id: actId,
      seq: 2,
      kind: 'heard',
      by: ben,
      at,
      place: secret,
      personId: frank.id,
      partOf: null,
      undoneBy: null,
    })
    expect(await here.read(ana, ({ journal }) => journal.length())).toBe(2)
  })

  it('of an act in a place that the asker may not see, there is nothing to read', async () => {
    const here = workspace()
    const actId = await here.does(ana, async () => {}, { place: secret })
    expect(await here.read(ben, ({ journal }) => journal.get(actId))).toBeNull()
    expect(await here.read(ana, ({ journal }) => journal.get(actId))).toMatchObject({ id: actId })
  })

  it('a delivery that arrives twice is carried out once', async () => {
    const here = workspace()
    const frank = here.person('Frank Ortiz')
    const add = () =>
      here.tries(ana, { cause: 'Ev1' }, async ({ people }) => {
        await people.add(frank)
        return ok('added')
      })
    expect(await add()).toEqual(ok('added'))
    expect(await add()).toEqual(rejected({ reason: 'repeated' }))
    expect(await here.read(ana, ({ people }) => people.count())).toBe(1)
  })

  it('a refusal keeps nothing, and the same delivery may be tried again', async () => {
    const here = workspace()
    const refusal = rejected({ reason: 'person-gone' })
    const refused = await here.tries(ana, { cause: 'Ev1' }, async ({ people, places }) => {
      await places.know(customers, 'Europe/Berlin')
      await people.add(here.person('Frank Ortiz'))
      return refusal
    })
    expect(refused).toEqual(refusal)
    expect(await here.read(ana, ({ people }) => people.count())).toBe(0)
    expect(await here.read(ana, ({ journal }) => journal.length())).toBe(0)
    expect(await here.read(ana, ({ places }) => places.get(customers))).toBeNull()
    expect(await here.tries(ana, { cause: 'Ev1' }, async () => ok(null))).toEqual(ok(null))
  })

  it('what fails half way is as if it had not begun', async () => {
    const here = workspace()
    const failing = here.does(ana, async ({ people }) => {
      await people.add(here.person('Frank Ortiz'))
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(await here.read(ana, ({ people }) => people.count())).toBe(0)
    expect(await here.read(ana, ({ journal }) => journal.length())).toBe(0)
  })

  it('the last act of a teammate is the newest that changed something and stands', async () => {
    const here = workspace()
    const last = (userId: string) => here.read(userId, ({ journal }) => journal.lastBy(userId))
    expect(await last(ana)).toBeNull()
    const frank = await here.knows('Frank Ortiz')
    const first = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'one')))
    const second = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'two')))
    await here.does(ana, ({ people }) => people.change(frank.id, { name: frank.name }))
    await here.does(ben, ({ notes }) => notes.add(here.note(frank, 'three')))
    expect((await last(ana))?.id).toBe(second)
    await here.takesBack(ana, second)
    expect((await last(ana))?.id).toBe(first)
    expect((await here.read(ana, ({ journal }) => journal.get(second)))?.undoneBy).not.toBeNull()
  })

  it('knows who has ever done anything', async () => {
    const here = workspace()
    await here.knows('Frank Ortiz', { by: ben })
    expect(await here.read(ben, ({ journal }) => journal.knows(ben))).toBe(true)
    expect(await here.read(ana, ({ journal }) => journal.knows(ana))).toBe(false)
  })

  it('an act knows whom it has touched so far', async () => {
    const here = workspace()
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen')]
    await here.does(ana, async (stores) => {
      expect(stores.journal.touched()).toEqual([])
      await stores.notes.add(here.note(lily, 'hello'))
      await stores.people.change(frank.id, { prefers: 'text' })
      expect([...stores.journal.touched()].sort()).toEqual([frank.id, lily.id])
    })
  })

  it('two processes that act at once are one after the other, each with a number of its own', async () => {
    const here = workspace()
    const other = await database().open()
    const scope = here.scope(ana)
    const draft = { kind: 'add', by: ana, at, place: customers, personId: null, cause: null } as const
    const ends: number[] = []
    const people = Array.from({ length: 20 }, (_, n) => here.person(`Frank ${n}`))
    await Promise.all(
      people.map(async (person, n) => {
        const { uow } = n % 2 === 0 ? here.store : other
        await uow.act(scope, draft, async (stores, act) => {
          await stores.people.add(person)
          ends.push(act.seq)
          return ok(null)
        })
      }),
    )
    expect(ends).toEqual(people.map((_, n) => n + 1))
    expect(await here.read(ana, ({ people }) => people.count())).toBe(20)
  })

  it('says so after each act that was kept, and only then', async () => {
    const here = workspace()
    let acted = 0
    const listening = await database().open({ onActed: () => acted++ })
    const draft = { kind: 'note', by: ana, at, place: customers, personId: null, cause: null } as const
    await listening.uow.act(here.scope(ana), draft, async () => rejected({ reason: 'person-gone' }))
    await listening.uow.read(here.scope(ana), async () => null)
    expect(acted).toBe(0)
    await listening.uow.act(here.scope(ana), draft, async () => ok(null))
    expect(acted).toBe(1)
  })

  it('asks for the Home of who did it, and of who looks after whom it touched or did before, where they opened one', async () => {
    const here = workspace()
    const { acts, homes, uow } = await listeningTo(here.id)
    const frank = await here.knows('Frank Ortiz')
    const draft = { kind: 'hand', at, place: customers, personId: frank.id, cause: null } as const
    const hands = (by: string, ownerId: string) =>
      uow.act(here.scope(by), { ...draft, by }, async ({ people }) => {
        await people.change(frank.id, { ownerId })
        return ok(null)
      })
    await hands(ana, ben)
    for (const userId of [ana, ben]) await homes.opened({ workspaceId: here.id, userId }, now)
    await hands(ana, ben)
    await hands(ben, ana)
    await uow.act(here.scope(ben), { ...draft, kind: 'prefers', by: ben }, async ({ people }) => {
      await people.change(frank.id, { prefers: 'text' })
      return ok(null)
    })
    expect(acts).toEqual([[], [ana], [ana, ben], [ana, ben]])
  })

  it('asks for the Home of whoever promised what an act changes', async () => {
    const here = workspace()
    const { acts, homes, uow } = await listeningTo(here.id)
    const frank = await here.knows('Frank Ortiz')
    const promise = here.promise(frank, 'send the sample', { by: ben })
    await here.does(ben, ({ commitments }) => commitments.add(promise))
    await homes.opened({ workspaceId: here.id, userId: ben }, now)
    const draft = { kind: 'kept', by: ana, at, place: customers, personId: frank.id, cause: null } as const
    await uow.act(here.scope(ana), draft, async ({ commitments }) => {
      await commitments.change(promise.id, { closed: { as: 'kept', on: today, by: ana } })
      return ok(null)
    })
    expect(acts).toEqual([[ben]])
  })

  it('asks for Homes with the act: whoever comes later makes what nobody has made, and none of an act that was not kept', async () => {
    const here = workspace()
    const { homes, uow } = await listeningTo(here.id)
    const home = { workspaceId: here.id, userId: ana }
    await homes.shown({ ...home, asked: await homes.opened(home, now) })
    const draft = { kind: 'note', by: ana, at, place: customers, personId: null, cause: null } as const
    await uow.act(here.scope(ana), draft, async () => rejected({ reason: 'person-gone' }))
    expect(await homes.take(aMinuteLater, 10, here.id)).toEqual([])
    await uow.act(here.scope(ana), draft, async () => ok(null))
    expect(await homes.take(now, 10, here.id)).toEqual([])
    expect(await homes.take(aMinuteLater, 10, here.id)).toEqual([{ ...home, asked: 2 }])
  })

  it('has a Home that is opened for the first time while an act is being kept wait for that, which could not ask for it', async () => {
    const here = workspace()
    const { homes, uow } = await listeningTo(here.id)
    const ends: string[] = []
    const draft = { kind: 'note', by: ana, at, place: customers, personId: null, cause: null } as const
    const opened: Promise<void>[] = []
    const acted = uow.act(here.scope(ana), draft, async ({ people }) => {
      opened.push(
        homes.opened({ workspaceId: here.id, userId: ana }, now).then(() => void ends.push('opened')),
      )
      for (let n = 0; n < 500 && ends.length === 0; n++) await people.count()
      ends.push('kept')
      return ok(null)
    })
    await acted
    await Promise.all(opened)
    expect(ends).toEqual(['kept', 'opened'])
  })

  const now = '2026-11-20T12:00:00.000Z'
  const aMinuteLater = '2026-11-20T12:01:00.000Z'
  /** Whose Homes each act of one workspace asks for. */
  const listeningTo = async (workspaceId: string) => {
    const acts: (readonly string[])[] = []
    const store = await database().open({
      realClock: () => now,
      onActed: (acted) => {
        if (acted.workspaceId === workspaceId) acts.push(acted.homes.map(({ userId }) => userId).toSorted())
      },
    })
    return { acts, ...store }
  }
})
