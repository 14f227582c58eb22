import { expect, it } from 'vitest'
import { channelHome, type Home } from '../../../src/domain/audience.js'
import type { Person } from '../../../src/domain/person.js'
import type { Persona, PersonaClaim, Trial } from '../../../src/domain/persona.js'
import { madeOne } from './made-one.js'
import { ana, at, ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

const sketch = (here: Workspace, home: Home = customers, name = 'Plant managers'): Persona => ({
  ...{ id: here.newId(), home, by: ana, at, name, quiet: false },
})
const claim = (here: Workspace, { id: personaId, home }: Persona, text: string): PersonaClaim => {
  const id = here.newId()
  return { id, personaId, home, by: ana, at, text, wording: id, told: null }
}
const trial = (
  here: Workspace,
  of: PersonaClaim,
  { id: personId }: Person,
  holds: boolean,
  by = ana,
): Trial => ({
  ...{ id: here.newId(), claimId: of.id, wording: of.wording, personId, home: of.home, by, at },
  ...{ on: today, holds, noteId: null },
})

/** A sketch of one claim, which Ana and Ben tried on two people; one of them Ana alone knows. */
const tried = async (here: Workspace, home: Home = customers) => {
  const frank = await here.knows('Frank Ortiz')
  const zelda = await here.knows('Zelda Quist', { home: secret })
  const written = sketch(here, home)
  const price = claim(here, written, 'price comes first')
  const [holds, not] = [trial(here, price, frank, true, ben), trial(here, price, zelda, false)]
  await here.does(ana, async (s) => {
    await s.personas.add(written)
    await s.personaClaims.add(price)
  })
  await here.does(ana, (s) => s.trials.add(holds))
  const lastAct = await here.does(ana, (s) => s.trials.add(not))
  return { frank, zelda, written, price, holds, not, lastAct }
}
const tally = (here: Workspace, userId: string, { id }: PersonaClaim) =>
  here.read(userId, async (s) => (await s.trials.tallies([id])).get(id))

onEachEngine('sketches', (workspace) => {
  it('are read back as they were written, by whoever may see where that was', async () => {
    const here = workspace()
    const { written, price } = await tried(here)
    const own = sketch(here, secret, 'Cooks')
    await here.does(ana, (s) => s.personas.add(own))
    await here.read(ana, async (s) => {
      expect(await s.personas.all(10)).toEqual([own, written])
      expect(await s.personas.all(1)).toEqual([own])
      expect(await s.personaClaims.of([written.id, own.id])).toEqual([price])
      expect(await s.personaClaims.get(price.id)).toEqual(price)
    })
    await here.read(ben, async (s) => {
      expect(await s.personas.all(10)).toEqual([written])
      expect(await s.personas.get(own.id)).toBeNull()
    })
  })

  it('count whom the reader may see, and nobody else', async () => {
    const here = workspace()
    const { price, frank, zelda, holds, not } = await tried(here)
    expect(await tally(here, ana, price)).toEqual({ holds: 1, not: 1 })
    expect(await tally(here, ben, price)).toEqual({ holds: 1, not: 0 })
    await here.read(ben, async (s) => {
      expect(await s.trials.on([price.id], 10)).toEqual([holds])
      expect(await s.trials.about(zelda.id, [price.id])).toEqual([])
      expect(await s.trials.get(not.id)).toBeNull()
      const all = { userId: null, homes: [customers, secret], authoredHomes: [] }
      expect((await s.trials.talliesReadBy(all, [price.id])).get(price.id)).toEqual({ holds: 1, not: 1 })
    })
    await here.read(ana, async (s) => {
      expect(await s.trials.about(frank.id, [price.id])).toEqual([holds])
      const members = { userId: null, homes: [customers], authoredHomes: [] }
      expect((await s.trials.talliesReadBy(members, [price.id])).get(price.id)).toEqual({ holds: 1, not: 0 })
    })
  })

  it('show nothing of a private sketch to those who know the person alone', async () => {
    const here = workspace()
    const { price, frank } = await tried(here, secret)
    await here.read(ben, async (s) => {
      expect(await s.personaClaims.get(price.id)).toBeNull()
      expect(await s.trials.about(frank.id, [price.id])).toEqual([])
      expect(await s.trials.tallies([price.id])).toEqual(new Map())
    })
  })

  it('count the newest word about somebody, of how the claim reads now', async () => {
    const here = workspace()
    const { price, frank } = await tried(here)
    await here.does(ben, (s) => s.trials.add(trial(here, price, frank, false, ben)))
    expect(await tally(here, ben, price)).toEqual({ holds: 0, not: 1 })
    const actId = await here.does(ana, (s) =>
      s.personaClaims.change(price.id, { text: 'time', wording: 'next' }),
    )
    expect(await tally(here, ana, price)).toBeUndefined()
    expect(await here.takesBack(ana, actId)).toMatchObject({ kind: 'reversed' })
    expect(await tally(here, ben, price)).toEqual({ holds: 0, not: 1 })
  })

  it('go with all that was tried of them, seen or not, and come back by undo', async () => {
    const here = workspace()
    const { written, price } = await tried(here)
    const actId = await here.does(ben, async (s) => {
      await s.trials.removeAllOn(price.id)
      await s.personaClaims.remove(price.id)
      await s.personas.remove(written.id)
    })
    await here.readAll(async (s) => expect(await s.personas.all(10)).toEqual([]))
    expect(await here.takesBack(ben, actId)).toMatchObject({ kind: 'reversed' })
    expect(await tally(here, ana, price)).toEqual({ holds: 1, not: 1 })
  })

  it('are not taken back while a claim, or what was tried, stands on them', async () => {
    const here = workspace()
    const written = sketch(here)
    const price = claim(here, written, 'price comes first')
    const first = await here.does(ana, (s) => s.personas.add(written))
    const second = await here.does(ben, (s) => s.personaClaims.add(price))
    expect(await here.takesBack(ana, first)).toMatchObject({ kind: 'built-on', by: ben })
    const zelda = await here.knows('Zelda Quist', { home: secret })
    const third = await here.does(ana, (s) => s.trials.add(trial(here, price, zelda, true)))
    expect(await here.takesBack(ben, second)).toMatchObject({ kind: 'built-on', by: null })
    for (const actId of [third, second, first])
      expect(await here.takesBack(actId === second ? ben : ana, actId)).toMatchObject({ kind: 'reversed' })
  })

  it('move with two who are made one, told to nobody who could not see it, and back', async () => {
    const here = workspace()
    const { frank, zelda, price } = await tried(here)
    const { actId } = await madeOne(here, frank, zelda)
    expect(await tally(here, ana, price)).toEqual({ holds: 0, not: 1 })
    expect(await tally(here, ben, price)).toEqual({ holds: 1, not: 0 })
    expect(await here.takesBack(ana, actId)).toMatchObject({ kind: 'reversed' })
    expect(await tally(here, ana, price)).toEqual({ holds: 1, not: 1 })
    const { merge } = await madeOne(here, frank, zelda)
    await here.does(ana, ({ merges }) => merges.unmerge(merge.id, []))
    expect(await tally(here, ben, price)).toEqual({ holds: 1, not: 0 })
    expect(await tally(here, ana, price)).toEqual({ holds: 1, not: 1 })
  })

  it('lose whoever is forgotten, and their name wherever it stands in them', async () => {
    const here = workspace()
    const { frank, price, written } = await tried(here)
    const named = claim(here, written, 'they ask Frank Ortiz first')
    await here.does(ana, (s) => s.personaClaims.add(named))
    await here.does(ana, (s) => s.personaClaims.change(named.id, { text: 'they all ask Frank Ortiz' }))
    const gone = await here.keep(({ forgetting }) => forgetting.person(frank.id))
    expect(gone).toMatchObject({ people: 1, mentions: 1 })
    expect(await tally(here, ana, price)).toEqual({ holds: 0, not: 1 })
    await here.read(ana, async (s) =>
      expect((await s.personaClaims.get(named.id))?.text).toBe('they all ask [forgotten]'),
    )
  })

  it('live on in a channel that Slack gave another id', async () => {
    const here = workspace()
    const { price, written } = await tried(here)
    await here.keep(({ places }) => places.know(customers, 'UTC'))
    const next = channelHome('CNEXT')
    await here.keep(({ places }) => places.moved(customers, next))
    await here.readAll(async (s) => {
      expect(await s.personas.get(written.id)).toEqual({ ...written, home: next })
      expect(await s.personaClaims.get(price.id)).toEqual({ ...price, home: next })
      expect((await s.trials.on([price.id], 9)).map(({ home }) => home)).toEqual([next, next])
    })
  })
})
