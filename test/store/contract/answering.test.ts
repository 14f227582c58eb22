import { describe, expect, it, onTestFinished } from 'vitest'
import { rawly } from '../../support/rawly.js'
import { sealedWith } from '../../support/sealed.js'
import { engines, freshDatabase } from '../../support/stores.js'
import { rowsOfWorkspace } from '../../support/workspace-rows.js'
import { frankKnownByAll } from './known-by-all.js'
import { Workspace } from './workspace.js'

const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00.000Z') + seconds * 1_000).toISOString()
const event = { workspaceId: 'T1', id: 'Ev1' }
const command = { workspaceId: 'T1', id: 'trigger-1' }
const typed = { ...command, kind: 'command', payload: '{"text":"heard frank my daughter"}' } as const

describe.each(engines)('what is answered, on %s', (engine) => {
  const fresh = async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop())
    const [one, other] = [await database.open(), await database.open()]
    return { url: database.url, one, other }
  }

  it('an event is claimed by one of two processes, and is answered for good', async () => {
    const { one, other } = await fresh()
    const both = await Promise.all([one.answers.claim(event, at(0)), other.answers.claim(event, at(0))])
    expect([...both].sort()).toEqual(['mine', 'theirs'])
    expect(await other.answers.claim({ ...event, workspaceId: 'T2' }, at(0))).toBe('mine')
    await one.answers.done(event)
    expect(await other.answers.claim(event, at(3_000))).toBe('answered')
  })

  it('one whose claimer died is claimed again after a while, and no sooner', async () => {
    const { one, other } = await fresh()
    await one.answers.claim(event, at(0))
    expect(await other.answers.claim(event, at(29))).toBe('theirs')
    expect(await other.answers.claim(event, at(31))).toBe('mine')
    expect(await one.answers.claim(event, at(32))).toBe('theirs')
  })

  it('one whose claimer died is free as soon as the one process of a file is started again', async () => {
    const { one, url } = await fresh()
    const answered = { ...event, id: 'Ev9' }
    await one.answers.claim(event, at(0))
    await one.answers.claim(answered, at(0))
    await one.answers.done(answered)
    await one.answers.release()
    expect(await one.answers.claim(event, at(1))).toBe(url.startsWith('postgres') ? 'theirs' : 'mine')
    expect(await one.answers.claim(answered, at(1))).toBe('answered')
  })

  it('nothing is kept of it for longer than an hour', async () => {
    const { one, url } = await fresh()
    await one.answers.claim(event, at(0))
    await one.answers.sweep(at(59 * 60))
    expect(await rowsOfWorkspace(url, 'T1')).toHaveLength(1)
    await one.answers.sweep(at(61 * 60))
    expect(await rowsOfWorkspace(url, 'T1')).toEqual([])
  })

  it('what is owed is taken over from a process that says nothing more, by one', async () => {
    const { one, other } = await fresh()
    expect(await one.owed.owe(typed, 'one', at(0))).toBe(true)
    expect(await other.owed.owe(typed, 'other', at(1))).toBe(false)
    expect(await other.owed.isOwed(command)).toBe(true)
    expect(await one.owed.renew(command, 'one', at(15))).toBe(true)
    expect(await other.owed.take('other', at(30), 9)).toEqual([])
    const taken = await Promise.all([other.owed.take('other', at(36), 9), one.owed.take('third', at(36), 9)])
    expect(taken.flat()).toHaveLength(1)
    const [owed] = taken.flat()
    expect(owed).toMatchObject({ ...typed, owedAt: at(0), tries: 2 })
    expect(await one.owed.renew(command, 'one', at(37))).toBe(false)
    await one.owed.paid(command, 'one')
    expect(await other.owed.isOwed(command)).toBe(true)
    await one.owed.paid(command, owed?.by ?? '')
    expect(await other.owed.isOwed(command)).toBe(false)
  })

  it('lies sealed, where words are', async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop('damaged'))
    const store = await database.open({ encryption: sealedWith('a') })
    await store.owed.owe(typed, 'one', at(0))
    const rows = await rawly(database.url, ({ db }) => db.selectFrom('owed_answers').selectAll().execute())
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('daughter')
    expect(await store.owed.take('other', at(21), 9)).toMatchObject([typed])
  })

  it('goes with whoever is forgotten and named in it, and with nobody else', async () => {
    const { one } = await fresh()
    const here = new Workspace(one, 'T1')
    const { frank } = await frankKnownByAll(here)
    await one.owed.owe({ ...typed, payload: '{"text":"heard frank ortiz likes jazz"}' }, 'one', at(0))
    await one.owed.owe({ ...typed, id: 'trigger-2', payload: '{"text":"lily chen"}' }, 'one', at(0))
    await here.keep(({ forgetting }) => forgetting.person(frank.id))
    expect(await one.owed.isOwed(command)).toBe(false)
    expect(await one.owed.isOwed({ ...command, id: 'trigger-2' })).toBe(true)
  })
})
