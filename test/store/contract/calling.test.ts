import { expect, it } from 'vitest'
import { unnamed } from '../../../src/domain/person.js'
import { ana, ben, onEachEngine, secret, today, type Workspace } from './workspace.js'

const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name)

const metOn = async (here: Workspace, name: string, on: string) => {
  const person = await here.knows(name)
  await here.does(ana, ({ interactions }) => interactions.add(here.contact(person, on)))
}

onEachEngine('calling people', (workspace) => {
  it('somebody is called by every part of the name, by initials, address and Slack user', async () => {
    const here = workspace()
    const addresses = ['Frank@Acme.example', 'fo@home.example']
    const frank = await here.knows('Fränk De Ortiz', { addresses, slackUserId: 'UFRANK' })
    const role = here.role(frank, 'CFO', 'Acme')
    await here.does(ana, ({ roles }) => roles.add(role))
    const keys = [
      'frank de ortiz',
      'frank',
      'de ortiz',
      'ortiz',
      'fdo',
      'frank@acme.example',
      'UFRANK',
      'fran',
    ]
    const called = await here.read(ana, ({ people }) => people.called(keys))
    const person = { id: frank.id, name: 'Fränk De Ortiz', role: 'CFO at Acme' }
    expect([...called].sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))).toEqual([
      { key: 'frank de ortiz', kind: 'full', person },
      { key: 'frank', kind: 'given', person },
      { key: 'de ortiz', kind: 'family', person },
      { key: 'ortiz', kind: 'family', person },
      { key: 'fdo', kind: 'initials', person },
      { key: 'frank@acme.example', kind: 'address', person },
      { key: 'UFRANK', kind: 'slack', person },
    ])
  })

  it('under a new name they are not called by the old one', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ people }) =>
      people.change(frank.id, { name: 'Francis Ortega', addresses: ['x@y.example'] }),
    )
    const called = await here.read(ana, ({ people }) =>
      people.called(['frank', 'ortiz', 'francis', 'x@y.example']),
    )
    expect(called.map(({ key }) => key).sort()).toEqual(['francis', 'x@y.example'])
  })

  it('three hundred people called Frank are three hundred choices', async () => {
    const here = workspace()
    await here.does(ana, async ({ people }) => {
      for (let n = 0; n < 300; n++) await people.add(here.person(`Frank Number${n}`))
    })
    expect(await here.read(ana, ({ people }) => people.called(['frank']))).toHaveLength(300)
    expect(await here.read(ana, ({ people }) => people.beginning('fra', 7))).toHaveLength(7)
    expect(await here.read(ana, ({ people }) => people.near('frnak', 7))).toHaveLength(7)
  })

  it('of very many who share a name a few are read, and whoever is called so as a whole is among them', async () => {
    const here = workspace()
    const named = ['Frank Abt', 'Frank Bell', 'Frank Cole', 'Frank', 'Frank Dorn', 'Ann Lee']
    await here.does(ana, async ({ people }) => {
      for (const name of named) await people.add(here.person(name))
      await people.add(here.person('Frank', { home: secret, by: ben, ownerId: ben }))
    })
    const few = (keys: readonly string[], each: number) =>
      here.read(ana, async ({ people }) => await people.calledFew(keys, each))
    const called = await few(['frank', 'ann lee', 'ann'], 2)
    expect(called.filter(({ key }) => key === 'frank')).toHaveLength(2)
    expect(called).toContainEqual(expect.objectContaining({ key: 'frank', kind: 'full' }))
    expect(namesOf(called.filter(({ key }) => key !== 'frank').map(({ person }) => person))).toEqual([
      'Ann Lee',
      'Ann Lee',
    ])
    // Where there are no more than so many, it is the same as all, but for their roles.
    const all = await here.read(ana, ({ people }) => people.called(['frank', 'ann']))
    expect(all).toHaveLength(7)
    const some = await few(['frank', 'ann'], 50)
    expect(some).toEqual(all.map((by) => ({ ...by, person: { id: by.person.id, name: by.person.name } })))
    const offered = some.map(({ person }) => person)
    expect(await here.read(ana, ({ people }) => people.withRoles(offered))).toEqual(
      all.map(({ person }) => person),
    )
  })

  it('in a long text, too: of whoever is named in it a few of each name, and nobody who cannot be seen', async () => {
    const here = workspace()
    const numbers = Array.from({ length: 30 }, (_, n) => n)
    await here.does(ana, async ({ people }) => {
      for (const n of numbers) await people.add(here.person(`Frank Number${n}`))
      for (const n of numbers) await people.add(here.person('Ida Moss', { addresses: [`ida${n}@x.example`] }))
      await people.add(here.person('Ann Lee', { addresses: ['+1 555 0107'], slackUserId: 'UANN' }))
      await people.add(here.person('Bo van der Berg'))
      await people.add(here.person('Frank', { home: secret }))
      await people.add(here.person('Zoe Zorn', { home: secret }))
    })
    const words = numbers.flatMap((n) => [`word${n}`, `word${n} word${n + 1}`])
    const named = [
      'frank',
      'frank number7',
      'ida moss',
      'ann',
      '+1 555 0107',
      'UANN',
      'van der berg',
      'zoe zorn',
    ]
    const few = await here.read(ben, ({ people }) => people.calledFew([...words, ...named], 4))
    const of = (wanted: string) => few.filter(({ key }) => key === wanted).map(({ kind }) => kind)
    expect(of('frank')).toEqual(['given', 'given', 'given', 'given'])
    expect(of('frank number7')).toEqual(['full'])
    expect(of('ida moss')).toEqual(['full', 'full', 'full', 'full'])
    expect([...of('ann'), ...of('+1 555 0107'), ...of('UANN')]).toEqual(['given', 'address', 'slack'])
    expect(of('van der berg')).toEqual(['family'])
    expect(of('zoe zorn')).toEqual([])
    expect(new Set(few.map(({ person }) => person.id)).size).toBeLessThan(12)
    expect(few.every(({ person }) => person.name !== '')).toBe(true)
    // Where none is left out, a text is asked for as few keys are.
    const all = await here.read(ben, ({ people }) => people.calledFew([...words, ...named], 400))
    const whole = await here.read(ben, ({ people }) => people.called(named))
    expect(all).toEqual(whole.map(({ person: { id, name }, ...by }) => ({ ...by, person: { id, name } })))
  })

  it('as many keys as a long message has words are looked up at once', async () => {
    const here = workspace()
    await here.knows('Frank Ortiz')
    const keys = Array.from({ length: 70_000 }, (_, n) => `word ${n}`)
    const called = await here.read(ana, ({ people }) => people.called([...keys, 'frank']))
    expect(called).toHaveLength(1)
  })

  it('a beginning finds each person once, whoever was spoken to last before the others', async () => {
    const here = workspace()
    await here.knows('Ada Frankel')
    await metOn(here, 'Frank Franklin', '2026-10-01')
    await metOn(here, 'Lily Franzen', '2026-11-01')
    await here.knows('Ortiz Fry')
    const found = await here.read(ana, ({ people }) => people.beginning('fran', 10))
    expect(namesOf(found)).toEqual(['Lily Franzen', 'Frank Franklin', 'Ada Frankel'])
    expect(await here.read(ana, ({ people }) => people.beginning('', 10))).toEqual([])
  })

  it('a beginning finds as many people as are asked for, however many parts of each name begin so', async () => {
    const here = workspace()
    for (const name of ['Fran Franca Frank', 'Frans Franzen Franko', 'Franz Frances Fran', 'Al Frant'])
      await metOn(here, name, '2026-11-01')
    await here.knows('Frank Aaa')
    const found = (limit: number) =>
      here.read(ana, async ({ people }) => namesOf(await people.beginning('fran', limit)))
    expect(await found(3)).toEqual(['Al Frant', 'Fran Franca Frank', 'Frans Franzen Franko'])
    expect(await found(5)).toEqual([...(await found(4)), 'Frank Aaa'])
  })

  it('beginnings in any script, and none that initials or an address would give', async () => {
    const here = workspace()
    await here.knows('Хлоя Иванова', { addresses: ['zoe@x.example'] })
    await here.knows('Zo\u{1F600} Q')
    const found = (key: string) =>
      here.read(ana, async ({ people }) => namesOf(await people.beginning(key, 5)))
    expect(await found('ива')).toEqual(['Хлоя Иванова'])
    expect(await found('zo')).toEqual(['Zo\u{1F600} Q'])
    expect(await found('хи')).toEqual([])
  })

  it.each([
    ['frnak', 'swapped letters'],
    ['farnk', 'swapped at the beginning'],
    ['rfank', 'the first two swapped'],
    ['frank ortis', 'one wrong letter at the end'],
    ['grank', 'a wrong first letter'],
    ['rank', 'a missing first letter'],
    ['ffrank', 'a letter too many at the beginning'],
    ['frannk', 'a letter too many'],
    ['ortz', 'a missing letter in the family name'],
    ['prtiz', 'a wrong first letter in the family name'],
  ])('%s is nearly Frank Ortiz: %s', async (key) => {
    const here = workspace()
    await here.knows('Frank Ortiz')
    await here.knows('Susan Wood')
    expect(namesOf(await here.read(ana, ({ people }) => people.near(key, 5)))).toEqual(['Frank Ortiz'])
  })

  it('the nearest comes first, and what is far is not near', async () => {
    const here = workspace()
    for (const name of ['Frances Moe', 'Francis Moe', 'Franziska Moe', 'Jo Ito']) await here.knows(name)
    const near = (key: string) => here.read(ana, async ({ people }) => namesOf(await people.near(key, 5)))
    expect(await near('francus')).toEqual(['Frances Moe', 'Francis Moe'])
    expect(await near('franziskus')).toEqual(['Franziska Moe'])
    // Short names agree within one letter.
    expect(await near('ja')).toEqual(['Jo Ito'])
    expect(await near('iti')).toEqual(['Jo Ito'])
    expect(await near('uta')).toEqual([])
    expect(await near('')).toEqual([])
  })

  it('names come in the order asked for, with the present role begun last', async () => {
    const here = workspace()
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen')]
    await here.does(ana, async ({ roles }) => {
      await roles.add(here.role(frank, 'engineer', 'Initech', { untilOn: today }))
      await roles.add(here.role(frank, 'CFO', 'Acme', { id: 'r1' }))
      await roles.add({ ...here.role(frank, 'adviser', ''), id: 'r2' })
    })
    expect(await here.read(ana, ({ people }) => people.names([lily.id, 'nobody', frank.id]))).toEqual([
      { id: lily.id, name: 'Lily Chen', role: '' },
      { id: frank.id, name: 'Frank Ortiz', role: 'adviser' },
    ])
    expect(await here.read(ana, ({ people }) => people.names([]))).toEqual([])
  })

  it('somebody offstage without a name is found by the company', async () => {
    const here = workspace()
    const someone = await here.knows(unnamed, { offstage: true })
    const met = await here.knows('Frank Ortiz')
    const left = await here.knows(unnamed, { offstage: true })
    await here.does(ana, async ({ roles }) => {
      await roles.add(here.role(someone, 'CFO', 'ACME, Inc.'))
      await roles.add(here.role(met, 'CEO', 'Acme'))
      await roles.add(here.role(left, 'COO', 'Acme', { untilOn: today }))
    })
    expect(await here.read(ana, ({ people }) => people.unnamedAt('acme'))).toEqual([
      { id: someone.id, name: unnamed, role: 'CFO at ACME, Inc.' },
    ])
    expect(await here.read(ana, ({ people }) => people.unnamedAt('acm'))).toEqual([])
  })
})
