import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { takeBack } from '../../src/app/take-back.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import type { TieKind } from '../../src/domain/tie.js'
import { anOffice, everything, type Office } from './office.js'

const three = async (office: Office) => {
  const ana = await office.asker()
  const [frank, susan, omar] = [
    await office.knows(ana),
    await office.knows(ana, { name: 'Susan Bell' }),
    await office.knows(ana, { name: 'Omar Haddad' }),
  ]
  return { ana, frank: frank.id, susan: susan.id, omar: omar.id }
}
const tie = async (
  office: Office,
  asker: Asker,
  personId: string,
  otherId: string,
  kind: TieKind = 'reports to',
) => {
  const outcome = await tiePeople(office, asker, { personId, kind, otherId })
  return outcome.ok ? outcome.value.tie : outcome.why
}
const tiesOf = (office: Office, asker: Asker, personId: string) =>
  office.uow.read({ workspaceId: 'T1', audience: asker.audience }, ({ ties }) =>
    ties.of(personId, { limit: 10, offset: 0 }),
  )

describe('a tie', () => {
  it('is seen from both ends, and gone after undo', async () => {
    const office = await anOffice()
    const { ana, frank, susan } = await three(office)
    expect(await tie(office, ana, frank, susan)).toMatchObject({
      personId: frank,
      otherId: susan,
      by: 'UANA',
    })
    expect(await tiesOf(office, ana, susan)).toHaveLength(1)
    expect(await tiesOf(office, ana, frank)).toHaveLength(1)
    expect(await takeBack(office, ana, null)).toMatchObject({ value: { act: { kind: 'tie' } } })
    expect(await tiesOf(office, ana, susan)).toEqual([])
  })

  it('is to somebody else, whom the asker may see', async () => {
    const office = await anOffice()
    const { frank } = await three(office)
    const quiet = await office.asker('UANA', 'QUIET')
    const secret = await office.knows(quiet, { name: 'Vera Quiet' })
    const ben = await office.asker('UBEN')
    expect(await tie(office, ben, frank, frank)).toEqual({ reason: 'tie-to-self', name: 'Frank Ortiz' })
    expect(await tie(office, ben, frank, secret.id)).toEqual({ reason: 'person-gone' })
    expect(await tie(office, ben, secret.id, frank)).toEqual({ reason: 'person-gone' })
    await tie(office, await office.asker(), frank, secret.id)
    expect(await tiesOf(office, ben, frank)).toEqual([])
  })

  it('is known already when it says the same, from either side where it is mutual', async () => {
    const office = await anOffice()
    const { ana, frank, susan } = await three(office)
    await tie(office, ana, frank, susan, 'married to')
    expect(await tie(office, ana, susan, frank, 'married to')).toEqual({
      reason: 'tie-known',
      name: 'Susan Bell',
      kind: 'married to',
      other: 'Frank Ortiz',
    })
    await tie(office, ana, frank, susan, 'listens to')
    expect(await tie(office, ana, susan, frank, 'listens to')).toMatchObject({ kind: 'listens to' })
    expect(await tie(office, ana, frank, susan)).toMatchObject({ kind: 'reports to' })
  })

  it('makes no circle of those who report to one another', async () => {
    const office = await anOffice()
    const { ana, frank, susan, omar } = await three(office)
    await tie(office, ana, frank, susan)
    await tie(office, ana, susan, omar)
    expect(await tie(office, ana, susan, frank)).toEqual({
      reason: 'tie-circle',
      names: ['Susan Bell', 'Frank Ortiz', 'Susan Bell'],
    })
    expect(await tie(office, ana, omar, frank)).toEqual({
      reason: 'tie-circle',
      names: ['Omar Haddad', 'Frank Ortiz', 'Susan Bell', 'Omar Haddad'],
    })
    expect(await tie(office, ana, omar, frank, 'listens to')).toMatchObject({ kind: 'listens to' })
    expect(await tie(office, ana, frank, omar)).toMatchObject({ kind: 'reports to' })
  })

  it('says nothing of a circle that the asker cannot see', async () => {
    const office = await anOffice()
    const { frank, susan } = await three(office)
    await tie(office, await office.asker('UANA', 'QUIET'), frank, susan)
    expect(await tie(office, await office.asker('UBEN'), susan, frank)).toMatchObject({ kind: 'reports to' })
  })

  it('that its author noted in private is told where it is typed again, and goes back by undo', async () => {
    const office = await anOffice()
    const { ana, frank, susan } = await three(office)
    const noted = await tie(office, await office.asker('UANA', 'QUIET'), frank, susan)
    const [quiet, dm] = [await office.asker('UANA', 'QUIET'), await office.asker('UANA', null)]
    const ben = await office.asker('UBEN')
    expect(await tie(office, dm, frank, susan)).toMatchObject({ reason: 'tie-known' })
    expect(await tiesOf(office, ben, frank)).toEqual([])
    const told = await tie(office, await office.asker(), frank, susan)
    expect(told).toEqual({ ...noted, home: 'channel:CUSTOMERS' })
    expect(await tiesOf(office, ben, frank)).toHaveLength(1)
    expect(await tie(office, quiet, frank, susan)).toMatchObject({ reason: 'tie-known' })
    await takeBack(office, ana, null)
    expect(await tiesOf(office, ben, frank)).toEqual([])
    expect(await office.uow.read(everything, ({ ties }) => ties.countOf(frank))).toBe(1)
  })

  it('that a teammate noted in private is written down beside it', async () => {
    const office = await anOffice()
    office.channel('QUIET', { kind: 'private' }, ['UANA', 'UBEN'])
    const { frank, susan } = await three(office)
    await tie(office, await office.asker('UANA', 'QUIET'), frank, susan)
    const ben = await office.asker('UBEN')
    expect(await tie(office, ben, frank, susan)).toMatchObject({ by: 'UBEN', home: 'channel:CUSTOMERS' })
    expect(await tiesOf(office, ben, frank)).toHaveLength(2)
  })

  it('counts once however often Slack repeats itself', async () => {
    const office = await anOffice()
    const { ana, frank, susan } = await three(office)
    const typed = { ...ana, cause: 'trigger-1' }
    await tie(office, typed, frank, susan, 'works with')
    expect(await tie(office, typed, frank, susan, 'works with')).toEqual({ reason: 'repeated' })
  })
})
