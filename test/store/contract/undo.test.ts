import { expect, it } from 'vitest'
import { seenOf } from './seen-of.js'
import { ana, ben, onEachEngine, secret, today, type Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }

onEachEngine('undo', (workspace) => {
  it('gives the state before, whatever was done', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: '2026-12-21' })
    const role = here.role(frank, 'facilities manager', 'Acme')
    const note = here.note(frank, 'daughter at Ohio State', { kind: 'heard' })
    const contact = here.contact(frank, '2026-11-01', { text: 'talked of Ohio' })
    const news = here.news(frank, role.id)
    await here.does(ana, async (s) => {
      await s.roles.add(role)
      await s.notes.add(note)
      await s.interactions.add(contact)
      await s.news.add(news)
      await s.marks.add(here.mark(frank, { kind: 'interaction', id: contact.id }))
    })
    const before = await seenOf(here, frank)
    const deeds: Record<string, Parameters<Workspace['does']>[1]> = {
      'a new name and address': ({ people }) =>
        people.change(frank.id, { name: 'Frankie Ortiz', addresses: ['f@acme.example'], slackUserId: 'UF' }),
      'another rhythm': ({ people }) => people.change(frank.id, { rhythm: 'never', rhythmSetOn: today }),
      'another home and owner': ({ people }) => people.change(frank.id, { home: secret, ownerId: ben }),
      'a contact': ({ interactions }) => interactions.add(here.contact(frank, today, { text: 'Ohio' })),
      'a contact changed': ({ interactions }) =>
        interactions.change(contact.id, { on: '2026-11-15', text: 'other words', teammates: [ana, ben] }),
      'a contact removed': async ({ interactions, marks }) => {
        for (const mark of await marks.on('CCUSTOMERS', '1.0')) await marks.remove(mark.id)
        await interactions.remove(contact.id)
      },
      'a note removed': ({ notes }) => notes.remove(note.id),
      'a new role': async ({ roles, news: told }) => {
        await roles.change(role.id, { untilOn: today })
        const next = here.role(frank, 'VP', 'Globex')
        await roles.add(next)
        await told.add(here.news(frank, next.id))
      },
      'somebody removed with all of theirs': async (s) => {
        for (const mark of await s.marks.on('CCUSTOMERS', '1.0')) await s.marks.remove(mark.id)
        await s.notes.remove(note.id)
        await s.interactions.remove(contact.id)
        await s.news.remove(news.id)
        await s.roles.remove(role.id)
        await s.people.remove(frank.id)
      },
      'several changes of one row': async ({ people }) => {
        await people.change(frank.id, { prefers: 'text' })
        await people.change(frank.id, { prefers: 'calls', name: 'Frankie Ortiz' })
        await people.change(frank.id, { prefers: null })
      },
    }
    for (const [deed, work] of Object.entries(deeds)) {
      const actId = await here.does(ana, work)
      expect(await seenOf(here, frank), deed).not.toEqual(before)
      expect(await here.takesBack(ana, actId), deed).toEqual({
        kind: 'reversed',
        personIds: [frank.id],
        tieIds: [],
      })
      expect(await seenOf(here, frank), deed).toEqual(before)
    }
  })

  it('takes somebody out of the world whom the act introduced', async () => {
    const here = workspace()
    const frank = here.person('Frank Ortiz')
    const actId = await here.does(ana, async (s) => {
      await s.people.add(frank)
      await s.roles.add(here.role(frank, 'CFO', 'Acme'))
    })
    await here.takesBack(ana, actId)
    expect(await here.readAll(({ people }) => people.count())).toBe(0)
    expect(await here.readAll(({ people }) => people.called(['frank']))).toEqual([])
    expect(await here.readAll(({ search }) => search.people(['acme'], page))).toEqual([])
  })

  it('one after the other goes all the way back', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const deeds = ['text', 'calls', 'letters'].map(
      (prefers) => () => here.does(ana, ({ people }) => people.change(frank.id, { prefers })),
    )
    for (const deed of deeds) await deed()
    const seen: (string | null | undefined)[] = []
    for (let n = 0; n < 4; n++) {
      const last = await here.read(ana, ({ journal }) => journal.lastBy(ana))
      if (last !== null) await here.takesBack(ana, last.id)
      seen.push((await here.read(ana, ({ people }) => people.get(frank.id)))?.prefers)
    }
    expect(seen).toEqual(['calls', 'text', null, undefined])
    expect(await here.read(ana, ({ journal }) => journal.lastBy(ana))).toBeNull()
  })

  it('an answer to a nudge is open again', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const draft = { personId: frank.id, reasons: [{ kind: 'quiet', occasion: today }] as const }
    await here.keep(({ posts }) =>
      posts.plan({ id: 'post', place: frank.home, kind: 'digest', on: today, plannedAt: today }, [
        { ...draft, id: 'nudge', times: 1, questionId: null, plannedSeq: 1 },
      ]),
    )
    const actId = await here.does(ben, ({ nudges }) =>
      nudges.answer('nudge', { kind: 'not-needed', by: ben }),
    )
    const answer = () => here.read(ana, async ({ nudges }) => (await nudges.get('nudge'))?.answer)
    const version = () => here.keep(({ posts }) => posts.version('post'))
    expect([await answer(), await version()]).toEqual([{ kind: 'not-needed', by: ben }, 1])
    await here.takesBack(ben, actId)
    expect([await answer(), await version()]).toEqual([null, 2])
  })

  it('an act that is taken back already, or unknown, is a mistake of the caller', async () => {
    const here = workspace()
    const actId = await here.does(ana, async () => {})
    await here.takesBack(ana, actId)
    await expect(here.takesBack(ana, actId)).rejects.toThrow(actId)
    await expect(here.takesBack(ana, 'nonsense')).rejects.toThrow('nonsense')
  })

  it('a contact that was removed and put back keeps its first place in the journal', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const contact = here.contact(frank, today)
    await here.does(ana, ({ interactions }) => interactions.add(contact))
    const seqs = () =>
      here.readAll(async (s) => (await s.interactions.since(frank.id, 0)).map(({ seq }) => seq))
    const removed = await here.does(ana, ({ interactions }) => interactions.remove(contact.id))
    expect(await seqs()).toEqual([])
    await here.takesBack(ana, removed)
    expect(await seqs()).toEqual([2])
    expect(await here.readAll((s) => s.interactions.since(frank.id, 2))).toEqual([])
  })
})
