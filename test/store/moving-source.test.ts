import { describe, expect, it } from 'vitest'
import { SourceFile } from '../../src/store/moving/source-file.js'
import { aTeam, twoSides } from '../support/moving.js'
import { inDatabase } from '../support/process-database.js'

const everything = { after: null, upTo: null }

describe('the file that is moved', () => {
  it('is nobody else’s as soon as they have closed it, and is read as they left it', async () => {
    const sides = await twoSides()
    const { store } = await aTeam(sides, 3)
    const source = new SourceFile(sides.path)
    const people = source.tables().find(({ name }) => name === 'people')
    if (people === undefined) throw new Error('no people')
    const names = () =>
      source
        .rows(people, everything, 100)
        .map((row) => row.join())
        .filter((row) => row.includes('Bell'))
    expect(names()).toEqual([])
    expect(source.isMineAlone()).toBe(false)
    inDatabase(sides.path, (file) =>
      file.exec(`update people set name = 'Susan Bell' where name like 'Person1 %'`),
    )
    expect(source.isMineAlone()).toBe(false)
    await store.close()
    expect(source.isMineAlone()).toBe(true)
    expect(names()).toHaveLength(1)
    expect(() => inDatabase(sides.path, (file) => file.exec('select * from people'))).toThrow('locked')
    source.close()
  })

  it('is read as it was left, also when it was read right before', async () => {
    const sides = await twoSides('damaged')
    await aTeam(sides, 3).then(({ store }) => store.close())
    const source = new SourceFile(sides.path)
    const people = source.tables().find(({ name }) => name === 'people')
    if (people === undefined) throw new Error('no people')
    const before = source.rows(people, everything, 100)
    inDatabase(sides.path, (file) => file.exec(`update people set name = 'Susan Bell'`))
    expect(source.isMineAlone()).toBe(true)
    expect(source.rows(people, everything, 100)).not.toEqual(before)
    source.close()
  })
})
