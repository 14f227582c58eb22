import { describe, expect, it } from 'vitest'
import { editEntry } from '../../src/app/entries/edit-entry.js'
import { changeHome } from '../../src/app/people/change-home.js'
import { prefer } from '../../src/app/people/prefer.js'
import { takeBack } from '../../src/app/take-back.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import { anOffice, everything, type Office } from './office.js'
import { done } from './one-of-each.js'
import { plans, promises } from './promised.js'

const tuesday = '2026-11-24T16:00:00.000Z'

const anOfficeWithOthers = async () => {
  const office = await anOffice()
  office.channel('OTHERS', {})
  const ana = await office.asker()
  return { office, ana, frank: await office.knows(ana) }
}

describe('whoever moves home', () => {
  it('takes along what was brought up and nobody answered, from the next day on, once', async () => {
    const { office, ana, frank } = await anOfficeWithOthers()
    await promises(office, ana, frank, '2026-11-23', 'call')
    expect((await plans(office)).raised).toEqual([['channel:CUSTOMERS', 'call']])
    done(await changeHome(office, await office.asker(), frank.id, 'OTHERS'))
    expect((await plans(office)).raised).toEqual([])
    expect((await plans(office, tuesday)).raised).toEqual([['channel:OTHERS', 'call']])
    expect((await plans(office, '2026-11-25T16:00:00.000Z')).raised).toEqual([])
  })

  it('leaves alone what was brought up in private', async () => {
    const { office, frank } = await anOfficeWithOthers()
    office.channel('DBEN', { kind: 'dm' })
    await promises(office, await office.asker('UBEN', 'DBEN'), frank, '2026-11-23', 'call')
    expect((await plans(office)).raised).toEqual([['teammate:UBEN', 'call']])
    done(await changeHome(office, await office.asker(), frank.id, 'OTHERS'))
    expect((await plans(office, tuesday)).raised).toEqual([])
  })

  it('and back by undo is brought up no second time', async () => {
    const { office, ana, frank } = await anOfficeWithOthers()
    await promises(office, ana, frank, '2026-11-23', 'call')
    await plans(office)
    done(await changeHome(office, await office.asker(), frank.id, 'OTHERS'))
    done(await takeBack(office, await office.asker(), null))
    expect((await plans(office, tuesday)).raised).toEqual([])
  })
})

describe('what was typed where fewer read', () => {
  const lastOf = async (office: Office, userId: string) =>
    (await office.uow.read(everything, ({ journal }) => journal.lastBy(userId)))?.id ?? null

  it('is not put back where all read it: neither how to reach somebody, nor a title', async () => {
    const office = await anOffice()
    office.channel('QUIET', { kind: 'private' }, ['UANA', 'UBEN'])
    const frank = await office.knows(await office.asker('UANA', 'QUIET'))
    const [role] = await office.uow.read(everything, ({ roles }) => roles.of(frank.id))
    const inQuiet = (userId: string) => office.asker(userId, 'QUIET')
    done(await prefer(office, await inQuiet('UBEN'), frank.id, 'a call at night'))
    done(await prefer(office, await inQuiet('UANA'), frank.id, 'by mail'))
    const preferred = await lastOf(office, 'UANA')
    const ref = { kind: 'role', id: role?.id ?? '' } as const
    const seen = { kind: 'role', title: 'buyer', company: 'Acme', sinceOn: null, untilOn: null } as const
    const typed = { ...seen, title: 'chief buyer' }
    done(await editEntry(office, await inQuiet('UANA'), frank.id, ref, { seen, typed }))
    const edited = await lastOf(office, 'UANA')
    done(await changeHome(office, await inQuiet('UANA'), frank.id, 'CUSTOMERS'))
    for (const actId of [preferred, edited])
      expect(await takeBack(office, await office.asker(), actId)).toMatchObject({
        why: { reason: 'built-on', kind: 'home', by: 'UANA' },
      })
  })

  it('stays there when whoever moved somebody out does not see them any more', async () => {
    const { office, ana, frank } = await anOfficeWithOthers()
    office.channel('QUIET', { kind: 'private' }, ['UANA', 'UBEN'])
    done(await changeHome(office, ana, frank.id, 'QUIET'))
    const moved = await lastOf(office, 'UANA')
    office.channel('QUIET', { kind: 'private' }, ['UBEN'])
    expect(await takeBack(office, await office.asker(), moved)).toMatchObject({
      why: { reason: 'person-gone' },
    })
  })
})

describe('a circle of "reports to"', () => {
  const circle = { ok: false, why: { reason: 'tie-circle' } }
  const tie = async (office: Office, by: string, personId: string, otherId: string) =>
    done(await tiePeople(office, await office.asker(by), { personId, otherId, kind: 'reports to' }))

  it('is not made seen by a move, nor by taking one back', async () => {
    const { office, ana, frank } = await anOfficeWithOthers()
    const susan = await office.knows(ana, { name: 'Susan Bell' })
    const zelda = await office.knows(ana, { name: 'Zelda Quist' })
    await tie(office, 'UANA', frank.id, zelda.id)
    await tie(office, 'UANA', zelda.id, susan.id)
    done(await changeHome(office, await office.asker(), zelda.id, 'QUIET'))
    await tie(office, 'UBEN', susan.id, frank.id)
    expect(await takeBack(office, await office.asker(), null)).toMatchObject(circle)
    expect(await changeHome(office, await office.asker(), zelda.id, 'OTHERS')).toMatchObject(circle)
    const stays = await office.uow.read(
      { workspaceId: ana.workspaceId, audience: 'everything' },
      ({ people }) => people.get(zelda.id),
    )
    expect(stays?.home).toBe('channel:QUIET')
    done(await takeBack(office, await office.asker('UBEN'), null))
    done(await takeBack(office, await office.asker(), null))
  })
})
