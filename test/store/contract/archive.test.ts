import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { BrokenArchive } from '../../../src/app/archive/archive.js'
import type { Store } from '../../../src/store/open-store.js'
import { exportOf, importInto } from '../../support/archives.js'
import { archiveText, keptThings, rowsOf } from '../../support/kept-rows.js'
import {
  type EngineName,
  engines,
  type FreshDatabase,
  freshDatabase,
  memoryStore,
} from '../../support/stores.js'
import { claimed, sighted } from './sources-say.js'
import { ana, customers, secret, today, Workspace } from './workspace.js'

/** As much of everything as there is, typed in the ordinary way. */
const fill = async (here: Workspace): Promise<void> => {
  const frank = await here.knows('Frank Ortiz', {
    addresses: ['frank@acme.example'],
    slackUserId: 'UFRANK',
    firstDueOn: '2026-12-24',
    prefers: 'a call after 5',
  })
  const susan = await here.knows('Susan Lee', { home: secret, rhythm: 'never' })
  const role = here.role(frank, 'CFO', 'Acme Lighting', { sinceOn: '2025-11-01' })
  await here.does(ana, ({ roles }) => roles.add(role))
  const called = here.contact(frank, '2026-11-01', { text: 'the lease ends' })
  await here.does(ana, ({ interactions }) => interactions.add(called))
  await here.does(ana, async (stores) => {
    await stores.news.add(here.news(frank, role.id))
    await stores.notes.add(
      here.note(frank, 'starts at Ohio State', { kind: 'heard', interactionId: called.id }),
    )
    await stores.commitments.add(
      here.promise(frank, 'the sample', { closed: { as: 'kept', on: today, by: ana } }),
    )
    await stores.keyDates.add(here.keyDate(frank, 'birthday'))
    await stores.openQuestions.add(
      here.question(frank, 'what next?', { answered: { on: today, by: ana, noteId: null } }),
    )
    await stores.ties.add(here.tie(frank, susan))
    await stores.marks.add(here.mark(frank, { kind: 'interaction', id: called.id }))
    await stores.sightings.add(sighted(here, frank))
    await stores.roleQuestions.add(claimed(here, frank))
    await stores.roleQuestions.add(
      claimed(here, frank, { answered: { as: 'not-so', by: ana, at: `${today}T15:00:00.000Z` } }),
    )
    await stores.people.change(susan.id, { source: 'linkedin:UANA' })
    await stores.places.know(customers, 'America/Chicago')
    await stores.places.set(customers, { holidays: ['2026-12-25'], reactions: { wave: 'met', ear: null } })
  })
  await here.keep(({ sources }) => sources.turn('hubspot', true))
}

/** What is known, as it is found, called, and brought up: all that follows of the rows. */
const everything = (store: Store, workspaceId: string) =>
  store.uow.read({ workspaceId, audience: 'everything' }, async (s) => {
    const page = { limit: 50, offset: 0 }
    const called = await s.people.called([
      'frank ortiz',
      'ortiz',
      'fo',
      'frank@acme.example',
      'UFRANK',
      'susan',
    ])
    return {
      called,
      comingUp: await s.people.comingUp(page),
      found: await s.search.entries(['ohio'], page),
      foundByRole: await s.search.people(['acme'], page),
      news: await s.news.recent(5),
      company: await s.companies.people('acme lighting', page),
      place: await s.places.get(customers),
      claims: await s.roleQuestions.recent(5),
      hubspot: await s.sources.isOff('hubspot'),
      marks: await s.marks.on('CCUSTOMERS', '1.0'),
      length: await s.journal.length(),
    }
  })

describe.each(engines)('an archive, on %s', (engine: EngineName) => {
  const opened: FreshDatabase[] = []
  const fresh = async (): Promise<Store> => {
    const database = await freshDatabase(engine)
    opened.push(database)
    return database.open()
  }
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.drop()
  })

  it('brings everything elsewhere: the same is found, called and brought up, and exported again', async () => {
    const [here, there] = [await fresh(), await fresh()]
    await fill(new Workspace(here, 'T1'))
    await fill(new Workspace(here, 'T2'))
    const first = await exportOf(here)
    const counts = await importInto(there, first.lines)
    expect(counts).toMatchObject({ person: 4, role: 2, note: 2, news: 2, mark: 2, place: 2, tie: 2 })
    expect(counts).toMatchObject({ sighting: 2, claim: 4, source: 2 })
    expect(await exportOf(there)).toEqual(first)
    for (const workspaceId of ['T1', 'T2']) {
      const known = await everything(here, workspaceId)
      expect(known).toMatchObject({ news: [{}], found: [{}], company: [{}], marks: [{}], place: {} })
      expect(await everything(there, workspaceId)).toEqual(known)
    }
  })

  it('goes on where it was: what is typed next comes behind, and settles news; nobody can take the import back', async () => {
    const [here, there] = [await fresh(), await fresh()]
    await fill(new Workspace(here, 'T1'))
    await importInto(there, (await exportOf(here)).lines)
    const workspace = new Workspace(there, 'T1')
    expect(await workspace.readAll(({ news }) => news.recent(5))).toHaveLength(1)
    expect(await workspace.read(ana, ({ journal }) => journal.lastBy(ana))).toBeNull()
    const [frank] = await workspace.readAll(({ people }) => people.called(['frank']))
    await workspace.does(ana, async ({ people, interactions }) => {
      const person = await people.get(frank?.person.id ?? '')
      if (person !== null) await interactions.add({ ...workspace.contact(person, today), id: 'later' })
    })
    expect(await workspace.readAll(({ news }) => news.recent(5))).toEqual([])
  })

  it('takes along by which an import knows who was forgotten, and nobody else', async () => {
    const [here, there] = [await fresh(), await fresh()]
    const workspace = new Workspace(here, 'T1')
    const frank = await workspace.knows('Frank Ortiz', { addresses: ['frank@acme.example'] })
    await workspace.knows('Susan Lee')
    await workspace.does(ana, ({ forgetting }) => forgetting.person(frank.id))
    const { lines, cards } = await exportOf(here)
    expect(lines + cards).not.toMatch(/frank|ortiz/i)
    await importInto(there, lines)
    const them = { name: 'Frank Ortiz', addresses: ['frank@acme.example'], slackUserId: null }
    const known = await new Workspace(there, 'T1').readAll(({ tombstones }) => tombstones.knows(them))
    expect(known).toBe('address')
  })

  it('is refused by a database in which anybody typed anything, and that stays as it is', async () => {
    const [here, there] = [await fresh(), await fresh()]
    await fill(new Workspace(here, 'T1'))
    await new Workspace(there, 'T9').knows('Lily Chen')
    const before = await exportOf(there)
    expect(await importInto(there, (await exportOf(here)).lines)).toBeNull()
    expect(await exportOf(there)).toEqual(before)
  })

  it('leaves nothing behind when it breaks off while it is written', async () => {
    const [here, there] = [await fresh(), await fresh()]
    await fill(new Workspace(here, 'T1'))
    const empty = await exportOf(there)
    const broken = there.archive.write(['T1'], async (kept) => {
      for (const things of fc.sample(keptThings, { numRuns: 1, seed: 1 }))
        for (const row of rowsOf(things)) await kept.add('T1', [row])
      throw new BrokenArchive(9, 'broken')
    })
    await expect(broken).rejects.toThrow(BrokenArchive)
    expect(await exportOf(there)).toEqual(empty)
    await importInto(there, (await exportOf(here)).lines)
  })

  it('is the same after an export and an import, whatever people typed', async () => {
    const numRuns = engine === 'SQLite' ? 40 : 6
    const open = () => (engine === 'SQLite' ? memoryStore() : fresh())
    await fc.assert(
      fc.asyncProperty(keptThings, async (things) => {
        const [here, there] = [await open(), await open()]
        await importInto(here, archiveText(rowsOf(things)))
        const first = await exportOf(here)
        await importInto(there, first.lines)
        expect(await exportOf(there)).toEqual(first)
        await Promise.all([here.close(), there.close()])
      }),
      { numRuns },
    )
  })
})
