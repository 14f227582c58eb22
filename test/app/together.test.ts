import { describe, expect, it } from 'vitest'
import { act } from '../../src/app/acting.js'
import { type Asker, scopeOf } from '../../src/app/asker.js'
import { peopleAt, peopleAtKey } from '../../src/app/companies/people-at.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { ok, rejected } from '../../src/app/outcome.js'
import { partOf } from '../../src/app/part-of.js'
import { takeBack } from '../../src/app/take-back.js'
import { busyMs } from '../support/busy.js'
import { anOffice, monday, type Office } from './office.js'

describe('the same words about several people', () => {
  const sampled = { kind: 'emailed', on: '2026-11-21', text: 'Sent the sample' } as const

  it('in one act for all of them are meant for all of them, and once more is no third time', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const names = ['Frank Ortiz', 'Susan Bell', 'Lily Tran', 'Ken Park']
    const people = await Promise.all(names.map((name) => office.knows(ana, { name })))
    const [first = '', ...others] = people.map(({ id }) => id)
    const logged = await logContact(office, ana, { ...sampled, personId: first })
    const done = await office.uow.read(scopeOf(ana), ({ journal }) => journal.lastBy(ana.userId))
    const further = { ...office, uow: partOf(office.uow, done?.id ?? '') }
    const asked = [logged]
    for (const personId of others.slice(0, 2))
      asked.push(await logContact(further, ana, { ...sampled, personId }))
    asked.push(await logContact(office, ana, { ...sampled, personId: others[2] ?? '' }))
    for (const outcome of asked)
      expect(outcome).toMatchObject({ ok: true, value: { asides: { sameFor: [] } } })
  })

  it('are asked about again once the third is taken back and written anew', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const [frank, susan, lily] = [
      await office.knows(ana, { name: 'Frank Ortiz' }),
      await office.knows(ana, { name: 'Susan Bell' }),
      await office.knows(ana, { name: 'Lily Tran' }),
    ]
    for (const { id: personId } of [frank, susan]) await logContact(office, ana, { ...sampled, personId })
    const sameFor = ['Frank Ortiz', 'Susan Bell', 'Lily Tran'].map((name) => ({ name }))
    for (let times = 0; times < 2; times++) {
      const third = await logContact(office, ana, { ...sampled, personId: lily.id })
      expect(third).toMatchObject({ value: { asides: { sameFor } } })
      await takeBack(office, ana, null)
    }
  })
})

describe('a question in place of one more message', () => {
  it('is none where there is no bank, and the contact is logged all the same', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const bank = [{ id: 'story-01', facet: 'story', text: 'What made you start here?' }] as const
    const log = (questions: typeof bank | readonly []) =>
      logContact({ ...office, questions }, ana, {
        personId: frank.id,
        kind: 'messaged',
        on: '2026-11-20',
        text: '',
      })
    await log([])
    await log([])
    expect(await log([])).toMatchObject({ ok: true, value: { asides: { question: null } } })
    expect(await log(bank)).toMatchObject({ value: { asides: { question: bank[0].text } } })
    const old = { personId: frank.id, kind: 'messaged', on: '2026-01-01', text: '' } as const
    expect(await logContact({ ...office, questions: bank }, ana, old)).toMatchObject({
      value: { asides: { question: null } },
    })
  })
})

/** Many people of one company, in one act. */
const aForge = async (office: Office, ana: Asker, many: number): Promise<void> => {
  const first = await office.knows(ana, { name: 'Worker 000 Smith', company: 'Forge' })
  const outcome = await act(office, ana, 'add', null, async ({ people, roles }) => {
    const [role] = await roles.of(first.id)
    if (role === undefined) return rejected({ reason: 'person-gone' })
    for (let n = 1; n < many; n++) {
      const personId = office.newId()
      await people.add({ ...first, id: personId, name: `Worker ${String(n).padStart(3, '0')} Smith` })
      await roles.add({ ...role, id: office.newId(), personId })
    }
    return ok(null)
  })
  expect(outcome.ok).toBe(true)
}

describe('a company', () => {
  it('of five hundred people is paged, counted, and answers at once', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await aForge(office, ana, 500)
    expect(await busyMs(() => peopleAt(office.uow, ana, 'forge'))).toBeLessThan(1_000)
    const found = await peopleAt(office.uow, ana, 'forge')
    expect(found).toMatchObject({ page: { counts: { there: 500, offstage: 0, gone: 0 }, more: true } })
    const last = await peopleAtKey(office.uow, ana, 'forge', 496)
    expect(last).toMatchObject({ page: { offset: 496, more: false } })
    const beyond = await peopleAtKey(office.uow, ana, 'forge', 9_999)
    expect(beyond).toMatchObject({ page: { offset: 499, people: [{ name: 'Worker 499 Smith' }] } })
    expect(await peopleAtKey(office.uow, ana, 'for', 0)).toEqual({ kind: 'unknown', near: [] })
    expect(
      await peopleAtKey(office.uow, await office.asker('UANA', 'QUIET', monday), 'forge', 0),
    ).toMatchObject({
      kind: 'company',
    })
  })

  it('is one of several that begin so, the first ten of them', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    for (let n = 0; n < 12; n++) await office.knows(ana, { name: `Ken Park ${n}`, company: `Acme ${n}` })
    const found = await peopleAt(office.uow, ana, 'acme')
    expect(found).toMatchObject({ kind: 'several', more: true })
    expect(found.kind === 'several' && found.companies).toHaveLength(10)
  })
})
