import { describe, expect, it } from 'vitest'
import { carryOut } from '../../src/app/sources/carry-out.js'
import { profileChanged, type SourcePorts, sourceKeyOf, takeIn } from '../../src/app/sources/take-in.js'
import { liveSourceOf, type SourceWord } from '../../src/domain/live-source.js'
import { anOffice, everything, monday, type Office, saturday } from './office.js'

const portsOf = ({ uow, newId }: Office): SourcePorts => ({
  uow,
  newId,
  clock: () => saturday,
  realClock: () => saturday,
})

const word = (said: Partial<SourceWord>): SourceWord => ({
  source: 'hook:script',
  key: sourceKeyOf(said.name ?? null, said.addresses ?? []),
  name: null,
  addresses: [],
  title: null,
  company: null,
  observedAt: saturday,
  ...said,
})

const says = (office: Office, ...words: readonly SourceWord[]) =>
  takeIn(portsOf(office), 'T1', {
    source: liveSourceOf(words[0]?.source ?? ''),
    once: null,
    words: words.map((each) => ({ ...each, mark: { mark: office.newId(), until: monday } })),
  })

const carriedOut = (office: Office) => carryOut({ ...office, realClock: () => monday }, 'T1', monday)

const inbox = async (office: Office, source: 'people' | 'slack') => {
  const all = await office.uow.read(everything, ({ sources }) => sources.all())
  const { waiting, held } = all.find((each) => each.source === source) ?? { waiting: -1, held: -1 }
  return { waiting, held }
}
const asked = (office: Office, personId: string) =>
  office.uow.read(everything, ({ roleQuestions }) => roleQuestions.open(personId))
const sighted = (office: Office, source: string, key: string) =>
  office.uow.read(everything, ({ sightings }) => sightings.called(source, [key]))

describe('while Slack cannot say who reads along', () => {
  it('what was said waits, and is heard once with a later beat', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker(), { addresses: ['frank@acme.example'] })
    await says(office, word({ addresses: ['frank@acme.example'], title: 'VP Operations', company: 'Acme' }))
    office.down.add('CUSTOMERS')
    expect(await carriedOut(office)).toBe(0)
    expect(await inbox(office, 'people')).toEqual({ waiting: 1, held: 0 })
    expect(await sighted(office, 'hook:script', 'frank@acme.example')).toEqual([])
    office.down.clear()
    expect([await carriedOut(office), await carriedOut(office)]).toEqual([1, 0])
    expect(await sighted(office, 'hook:script', 'frank@acme.example')).toMatchObject([
      { personId: frank.id, title: 'VP Operations' },
    ])
  })

  it('and so does what was held of somebody who is known by now', async () => {
    const office = await anOffice()
    await says(office, word({ addresses: ['frank@acme.example'], title: 'VP Operations' }))
    expect(await carriedOut(office)).toBe(1)
    await office.knows(await office.asker(), { addresses: ['frank@acme.example'] })
    office.down.add('CUSTOMERS')
    expect(await carriedOut(office)).toBe(0)
    expect(await inbox(office, 'people')).toEqual({ waiting: 0, held: 1 })
    office.down.clear()
    expect(await carriedOut(office)).toBe(1)
    expect(await inbox(office, 'people')).toEqual({ waiting: 0, held: 0 })
  })
})

it('more than is read at once is carried out all the same, waiting or held', async () => {
  const office = await anOffice()
  const addresses = Array.from({ length: 51 }, (_, nth) => `frank${nth}@acme.example`)
  await says(office, ...addresses.map((address) => word({ addresses: [address], title: 'VP Operations' })))
  expect(await carriedOut(office)).toBe(51)
  expect(await inbox(office, 'people')).toEqual({ waiting: 0, held: 51 })
  await office.knows(await office.asker(), { addresses })
  expect(await carriedOut(office)).toBe(51)
  expect(await inbox(office, 'people')).toEqual({ waiting: 0, held: 0 })
})

describe('a word that says little', () => {
  it('of nobody in particular is held, and means nobody', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const nameless = word({ key: 'who', title: 'VP Operations' })
    expect(await says(office, nameless)).toEqual({ kind: 'taken', new: 1 })
    expect(await carriedOut(office)).toBe(1)
    expect(await inbox(office, 'people')).toEqual({ waiting: 0, held: 1 })
    expect(await asked(office, frank.id)).toEqual([])
  })

  it('about no role changes none, and asks nothing', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker(), { addresses: ['frank@acme.example'] })
    await says(office, word({ addresses: ['frank@acme.example'] }))
    expect(await carriedOut(office)).toBe(1)
    expect(await inbox(office, 'people')).toEqual({ waiting: 0, held: 0 })
    expect(await asked(office, frank.id)).toEqual([])
  })

  it('of a company alone, from Slack, is asked about without words of theirs', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker(), { slackUserId: 'UFRANK' })
    await says(office, word({ source: 'slack', key: 'UFRANK', company: 'Globex' }))
    expect(await carriedOut(office)).toBe(1)
    expect(await asked(office, frank.id)).toMatchObject([
      { words: null, why: expect.anything(), change: { is: { company: 'Globex' } } },
    ])
  })
})

describe('a title in a Slack profile', () => {
  it('is taken in of whoever is known, and of nobody else, nor when it is empty or switched off', async () => {
    const office = await anOffice()
    const ports = portsOf(office)
    await office.knows(await office.asker(), { slackUserId: 'UFRANK' })
    await profileChanged(ports, 'T1', { userId: 'UFRANK', title: '' })
    await profileChanged(ports, 'T1', { userId: 'USTRANGER', title: 'CFO' })
    expect(await inbox(office, 'slack')).toEqual({ waiting: 0, held: 0 })
    await office.uow.keep(everything, ({ sources }) => sources.turn('slack', true))
    await profileChanged(ports, 'T1', { userId: 'UFRANK', title: 'CFO' })
    expect(await inbox(office, 'slack')).toEqual({ waiting: 0, held: 0 })
    await office.uow.keep(everything, ({ sources }) => sources.turn('slack', false))
    await profileChanged(ports, 'T1', { userId: 'UFRANK', title: 'CFO' })
    expect(await inbox(office, 'slack')).toEqual({ waiting: 1, held: 0 })
  })
})

it('what is pasted is switched with the pasted, and whoever has no name has no key', () => {
  expect(['hook:x', 'hubspot', 'slack', 'signature', 'auto-reply'].map(liveSourceOf)).toEqual([
    'people',
    'hubspot',
    'slack',
    'pasted',
    'pasted',
  ])
  expect([sourceKeyOf(null, []), sourceKeyOf('Frank Ortiz', [])]).toEqual(['', 'frank ortiz'])
})
