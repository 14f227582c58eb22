import { describe, expect, it } from 'vitest'
import { doublesOf, likelyDoubles } from '../../src/app/merges/likely-doubles.js'
import { anOffice } from './office.js'

const addresses = ['frank@acme.example']

describe('who may be whom', () => {
  it('is told of the asker’s own, and of all to an admin, who sees no more than others do', async () => {
    const office = await anOffice()
    office.user('UADMIN', { admin: true })
    const [ana, ben] = [await office.asker(), await office.asker('UBEN')]
    const admin = await office.asker('UADMIN')
    const frank = await office.knows(ana, { addresses })
    const francis = await office.knows(ben, { name: 'Francis Ortiz', addresses })
    await office.knows(await office.asker('UANA', 'QUIET'), { name: 'Frankie', addresses })
    const found = await likelyDoubles(office.uow, admin)
    expect(found).toMatchObject([{ because: { kind: 'address' } }])
    expect(found.flatMap(({ first, second }) => [first.id, second.id]).sort()).toEqual(
      [frank.id, francis.id].sort(),
    )
    expect(await doublesOf(office.uow, admin, frank.id)).toHaveLength(1)
    // One of the two is Ben's: neither can make them one.
    for (const asker of [ana, ben]) {
      expect(await likelyDoubles(office.uow, asker)).toEqual([])
      expect(await doublesOf(office.uow, asker, frank.id)).toEqual([])
    }
  })

  it('is no longer a list than anybody reads at once', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    for (let n = 0; n < 11; n++) {
      const both = { addresses: [`office-${n}@acme.example`] }
      await office.knows(ana, { name: `Person ${n}`, ...both })
      await office.knows(ana, { name: `Somebody ${n}`, ...both })
    }
    const found = await likelyDoubles(office.uow, ana)
    expect(found).toHaveLength(10)
    expect(new Set(found.map(({ first }) => first.id)).size).toBe(10)
  })
})
