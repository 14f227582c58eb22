import { expect, it } from 'vitest'
import { teammateHome } from '../../../src/domain/audience.js'
import { searchWords } from '../../../src/domain/names.js'
import { usual } from '../../support/sealed.js'
import { ana, ben, onEachEngine, today, type Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }
const people = (here: Workspace, text: string) =>
  here.read(ana, async ({ search }) => (await search.people(searchWords(text), page)).map(({ name }) => name))

/** More than are looked at in one go have these words, and nobody sees them: what is found must not depend on it. */
const crowd = async (here: Workspace, words: string) => {
  await here.does(ben, async ({ people }) => {
    for (let n = 0; n < 210; n++)
      await people.add(here.person(words, { home: teammateHome(ben), by: ben, ownerId: ben }))
  })
}
const rareOrNot = ['rare', 'common'] as const

onEachEngine('searching for people', (workspace) => {
  it.each(rareOrNot)('finds them by name, address and present role, by words that are %s', async (words) => {
    const here = workspace()
    if (words === 'common') await crowd(here, 'Frank Acme Manager Facilities Lighting Globex')
    const frank = await here.knows('Frank Ortiz', { addresses: ['frank@lighting.example'] })
    const lily = await here.knows('Lily Franklin')
    await here.does(ana, async ({ roles }) => {
      await roles.add(here.role(frank, 'facilities manager', 'Acme'))
      await roles.add(here.role(lily, 'manager', 'Globex', { untilOn: today }))
    })
    expect(await people(here, 'frank acme manager')).toEqual(['Frank Ortiz'])
    expect(await people(here, 'fac')).toEqual(['Frank Ortiz'])
    expect(await people(here, 'lighting')).toEqual(['Frank Ortiz'])
    expect(await people(here, 'globex')).toEqual([])
    expect(await people(here, 'nobody')).toEqual([])
    expect(await people(here, '')).toEqual([])
  })

  it.each(rareOrNot)(
    'the best match comes first: called so, then named so, then by role; by a %s word',
    async (words) => {
      const here = workspace()
      if (words === 'common') await crowd(here, 'Frank')
      const byRole = await here.knows('Ada Lovelace')
      await here.does(ana, ({ roles }) => roles.add(here.role(byRole, 'agent', 'Frank & Sons')))
      await here.knows('Lily Frankel')
      const met = await here.knows('Zoe Frankfurt')
      await here.does(ana, ({ interactions }) => interactions.add(here.contact(met, today)))
      await here.knows('Zed Frank')
      expect(await people(here, 'frank')).toEqual([
        'Zed Frank',
        'Zoe Frankfurt',
        'Lily Frankel',
        'Ada Lovelace',
      ])
      const second = await here.read(ana, ({ search }) => search.people(['frank'], { limit: 2, offset: 1 }))
      expect(second.map(({ name }) => name)).toEqual(['Zoe Frankfurt', 'Lily Frankel'])
    },
  )

  it.each(rareOrNot)('the words in one role, or each in another entry, all of them %s', async (words) => {
    const here = workspace()
    if (words === 'common') await crowd(here, 'Buyer Ban Foods Zoe Lease')
    const says = (text: string) => here.knows(text)
    const both = await says('Ban Ortiz')
    const split = await says('Frank Ban')
    const inRole = await says('Zoe Lund')
    await here.does(ana, async ({ roles }) => {
      await roles.add(here.role(split, 'buyer', 'Acme'))
      await roles.add(here.role(inRole, 'buyer', 'Ban Foods'))
      for (let n = 0; n < 12; n++) await roles.add(here.role(both, `buyer ${n}`, 'Elsewhere'))
    })
    expect(await people(here, 'ban ort')).toEqual(['Ban Ortiz'])
    expect(await people(here, 'buyer ban')).toEqual(['Ban Ortiz', 'Frank Ban', 'Zoe Lund'])
    expect(await people(here, 'ban foods zoe')).toEqual(['Zoe Lund'])
    // What is only noted of somebody finds nobody.
    await here.does(ana, ({ notes }) => notes.add(here.note(both, 'a lease with Frank')))
    expect(await people(here, 'lease')).toEqual([])
    expect(await people(here, 'ortiz lease')).toEqual([])
  })

  it.each(rareOrNot)(
    'under a new name, and of a role that ended, %s words of before find nobody',
    async (words) => {
      const here = workspace()
      if (words === 'common') await crowd(here, 'Frank Ortiz Ortega Acme')
      const frank = await here.knows('Frank Ortiz')
      const role = here.role(frank, 'buyer', 'Acme')
      await here.does(ana, ({ roles }) => roles.add(role))
      expect(await people(here, 'ortiz acme')).toEqual(['Frank Ortiz'])
      await here.does(ana, ({ people }) => people.change(frank.id, { name: 'Francis Ortega' }))
      await here.does(ana, ({ roles }) => roles.change(role.id, { untilOn: today }))
      for (const gone of ['ortiz', 'frank', 'acme', 'ortega acme'])
        expect(await people(here, gone)).toEqual([])
      expect(await people(here, 'ortega')).toEqual(['Francis Ortega'])
    },
  )

  it('finds by one letter whoever has a name that begins with it', async () => {
    const here = workspace()
    await here.knows('Frank Ortiz')
    await here.knows('Bea Lee')
    for (const text of usual.key === null ? ['b', 'be'] : [])
      expect(await people(here, text)).toEqual(['Bea Lee'])
  })

  it('finds by name whoever is older than a thousand who have the word in a role', async () => {
    const here = workspace()
    const named = await here.knows('Zoe Agentsson')
    const other = await here.knows('Bea Lee')
    await here.does(ana, async ({ roles }) => {
      for (let n = 0; n < 1_001; n++)
        await roles.add(here.role(other, 'agent', `Company ${n}`, { sinceOn: '2027-01-01' }))
    })
    expect(await people(here, 'agent')).toEqual([named.name, other.name])
  })

  it('never finds anybody by how they like to be reached', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ people: known }) => known.change(frank.id, { prefers: 'carrier pigeon' }))
    expect(await people(here, 'pigeon')).toEqual([])
    expect(await people(here, 'frank pigeon')).toEqual([])
    expect(await people(here, 'frank')).toEqual(['Frank Ortiz'])
  })
})
