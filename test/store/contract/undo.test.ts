import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/domain/person.js'
import { ana, ben, onEachEngine, secret, today, type Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }

/** All that can be read about somebody, derived things too. */
const seenOf = (here: Workspace, person: Person) =>
  here.readAll(async (s) => ({
    standing: await s.people.standing(person.id),
    called: await s.people.called([
      'frank',
      'frank ortiz',
      'frankie',
      'frankie ortiz',
      'f@acme.example',
      'fo',
    ]),
    beginning: await s.people.beginning('fra', 5),
    roles: await s.roles.of(person.id),
    notes: await s.notes.of(person.id, page),
    contacts: await s.interactions.of(person.id, page),
    since: await s.interactions.since(person.id, 0),
    news: [...(await s.news.of(person.id)), ...(await s.news.recent(5))],
    marks: await s.marks.on('CCUSTOMERS', '1.0'),
    found: await s.search.entries(['ohio'], page),
    foundBy: [await s.search.people(['frankie'], page), await s.search.people(['acme'], page)],
    comingUp: await s.people.comingUp(page),
  }))

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
      expect(await here.takesBack(ana, actId), deed).toEqual({ kind: 'reversed', personIds: [frank.id] })
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

  describe('is refused, and changes nothing,', () => {
    it('when a teammate changed the same field since; other fields do not matter', async () => {
      const here = workspace()
      const frank = await here.knows('Frank Ortiz')
      const mine = await here.does(ana, ({ people }) => people.change(frank.id, { prefers: 'text' }))
      await here.does(ben, ({ people }) => people.change(frank.id, { name: 'Frankie Ortiz' }))
      const theirs = await here.does(ben, ({ people }) => people.change(frank.id, { prefers: 'calls' }))
      const before = await seenOf(here, frank)
      expect(await here.takesBack(ana, mine)).toMatchObject({
        kind: 'built-on',
        by: ben,
        act: { id: theirs },
      })
      expect(await seenOf(here, frank)).toEqual(before)
      expect((await here.read(ana, ({ journal }) => journal.get(mine)))?.undoneBy).toBeNull()
      await here.takesBack(ben, theirs)
      expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'reversed' })
      const after = await here.read(ana, ({ people }) => people.get(frank.id))
      expect(after).toMatchObject({ prefers: null, name: 'Frankie Ortiz' })
    })

    it('when a teammate added something about somebody whom the act introduced', async () => {
      const here = workspace()
      const frank = here.person('Frank Ortiz')
      const mine = await here.does(ana, ({ people }) => people.add(frank))
      const theirs = await here.does(ben, ({ notes }) => notes.add(here.note(frank, 'hello', { by: ben })))
      expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'built-on', by: ben })
      await here.takesBack(ben, theirs)
      expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'reversed' })
    })

    it('when one’s own later act would be lost with it', async () => {
      const here = workspace()
      const frank = here.person('Frank Ortiz')
      const first = await here.does(ana, ({ people }) => people.add(frank))
      const second = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'hello')))
      expect(await here.takesBack(ana, first)).toMatchObject({
        kind: 'built-on',
        by: ana,
        act: { id: second },
      })
      await here.takesBack(ana, second)
      expect(await here.takesBack(ana, first)).toMatchObject({ kind: 'reversed' })
    })

    it('when a teammate joined the contact, or kept words from it', async () => {
      const here = workspace()
      const frank = await here.knows('Frank Ortiz')
      const contact = here.contact(frank, today)
      const mine = await here.does(ana, ({ interactions }) => interactions.add(contact))
      const joined = await here.does(ben, async ({ interactions, marks }) => {
        await interactions.change(contact.id, { teammates: [ana, ben] })
        await marks.add(here.mark(frank, { kind: 'interaction', id: contact.id }, { by: ben }))
      })
      expect(await here.takesBack(ana, mine)).toMatchObject({
        kind: 'built-on',
        by: ben,
        act: { id: joined },
      })
      await here.takesBack(ben, joined)
      const words = here.note(frank, 'his words', { by: ben, interactionId: contact.id })
      const kept = await here.does(ben, ({ notes }) => notes.add(words))
      expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'built-on', by: ben, act: { id: kept } })
    })

    it('when a teammate removed what the act had changed or added', async () => {
      const here = workspace()
      const frank = await here.knows('Frank Ortiz')
      const note = here.note(frank, 'hello')
      const added = await here.does(ana, ({ notes }) => notes.add(note))
      const changed = await here.does(ana, ({ notes }) => notes.change(note.id, { text: 'good day' }))
      const removed = await here.does(ben, ({ notes }) => notes.remove(note.id))
      const refusal = { kind: 'built-on', by: ben, act: { id: removed } }
      expect(await here.takesBack(ana, changed)).toMatchObject(refusal)
      expect(await here.takesBack(ana, added)).toMatchObject(refusal)
    })

    it('when the person of a removed entry is gone since', async () => {
      const here = workspace()
      const frank = await here.knows('Frank Ortiz')
      const note = here.note(frank, 'hello')
      await here.does(ana, ({ notes }) => notes.add(note))
      const mine = await here.does(ana, ({ notes }) => notes.remove(note.id))
      const theirs = await here.does(ben, ({ people }) => people.remove(frank.id))
      expect(await here.takesBack(ana, mine)).toMatchObject({
        kind: 'built-on',
        by: ben,
        act: { id: theirs },
      })
      await here.takesBack(ben, theirs)
      expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'reversed' })
      expect(await here.readAll(({ notes }) => notes.get(note.id))).toEqual(note)
    })

    it('when the note is gone since that a reaction had kept', async () => {
      const here = workspace()
      const frank = await here.knows('Frank Ortiz')
      const note = here.note(frank, 'hello')
      const mark = here.mark(frank, { kind: 'note', id: note.id })
      await here.does(ben, ({ notes }) => notes.add(note))
      await here.does(ana, ({ marks }) => marks.add(mark))
      const off = await here.does(ana, ({ marks }) => marks.remove(mark.id))
      const gone = await here.does(ben, ({ notes }) => notes.remove(note.id))
      expect(await here.takesBack(ana, off)).toMatchObject({ kind: 'built-on', by: ben, act: { id: gone } })
    })

    it('without saying by whom, when the asker may not see what stands in the way', async () => {
      const here = workspace()
      const frank = here.person('Frank Ortiz')
      const mine = await here.does(ben, ({ people }) => people.add(frank))
      await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'secret', { home: secret })))
      expect(await here.takesBack(ben, mine)).toMatchObject({ kind: 'built-on', by: null })
    })
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
