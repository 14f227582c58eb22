import { expect, it } from 'vitest'
import { ana, onEachEngine } from './workspace.js'

const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name)

onEachEngine('people who share a name', (workspace) => {
  it('whoever shares a name is handed out with the name as it is written, whatever is in it', async () => {
    const here = workspace()
    const names = [
      'Frank "Bo", Abt',
      'Frank Bell\\n',
      'Frank\tCole\nDorn',
      'Frank \u{1F600} [Ely]',
      "Frank O'Fry",
    ]
    for (const name of names) await here.knows(name)
    await here.knows('Frank')
    const called = await here.read(ana, ({ people }) => people.calledFew(['frank'], 6))
    expect(namesOf(called.map(({ person }) => person))).toEqual([...names, 'Frank'].sort())
    expect(called.map(({ kind }) => kind).sort()).toEqual(['full', ...names.map(() => 'given')])
    // Each with their own.
    const known = await here.read(ana, ({ people }) => people.names(called.map(({ person }) => person.id)))
    expect(namesOf(known)).toEqual(namesOf(called.map(({ person }) => person)))
    expect(await here.read(ana, ({ people }) => people.calledFew(['nobody'], 6))).toEqual([])
  })
})
