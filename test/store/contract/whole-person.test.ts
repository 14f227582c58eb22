import { expect, it } from 'vitest'
import { channelHome, teammateHome } from '../../../src/domain/audience.js'
import { usual } from '../../support/sealed.js'
import { ana, ben, customers, onEachEngine, secret, today } from './workspace.js'

const page = { limit: 50, offset: 0 }

onEachEngine('the whole person', (workspace) => {
  it('reads back every kind as it was written, and counts it', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Reyes')
    const promise = here.promise(frank, 'send the sample', { dueOn: '2026-11-27' })
    const birthday = here.keyDate(frank, 'birthday', { monthDay: '02-29' })
    const lease = here.keyDate(frank, 'lease ends', {
      kind: 'trigger',
      monthDay: '03-01',
      year: 2027,
      yearly: false,
    })
    const question = here.question(frank, 'what would his crew miss most?')
    const tie = here.tie(frank, susan)
    await here.does(ana, async (s) => {
      await s.commitments.add(promise)
      await s.keyDates.add(birthday)
      await s.keyDates.add(lease)
      await s.openQuestions.add(question)
      await s.ties.add(tie)
    })
    await here.read(ben, async (s) => {
      expect(await s.commitments.get(promise.id)).toEqual(promise)
      expect(await s.commitments.of(frank.id, page)).toEqual([promise])
      expect(await s.commitments.countOf(frank.id)).toBe(1)
      expect(await s.keyDates.of(frank.id, page)).toEqual([lease, birthday])
      expect(await s.keyDates.countOf(frank.id)).toBe(2)
      expect(await s.openQuestions.open(frank.id)).toEqual([question])
      expect(await s.openQuestions.countOf(frank.id)).toBe(1)
      expect(await s.ties.of(frank.id, page)).toEqual([tie])
      expect(await s.ties.of(susan.id, page)).toEqual([tie])
      expect(await s.ties.from(frank.id, 'reports to')).toEqual([tie])
      expect(await s.ties.from(susan.id, 'reports to')).toEqual([])
      expect(await s.ties.countOf(susan.id)).toBe(1)
    })
  })

  it('has the open ones apart: the soonest promise first, one without a day last, none that is closed', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const some = [
      here.promise(frank, 'some day'),
      here.promise(frank, 'late', { dueOn: '2026-12-24' }),
      here.promise(frank, 'soon', { dueOn: '2026-11-27', kind: 'step' }),
      here.promise(frank, 'done', { dueOn: today, closed: { as: 'kept', on: today, by: ben } }),
    ]
    const asked = [
      here.question(frank, 'first'),
      here.question(frank, 'answered', { answered: { on: today, by: ben, noteId: null } }),
      here.question(frank, 'second'),
    ]
    await here.does(ana, async (s) => {
      for (const each of some) await s.commitments.add(each)
      for (const each of asked) await s.openQuestions.add(each)
    })
    await here.read(ben, async (s) => {
      expect((await s.commitments.open(frank.id)).map(({ text }) => text)).toEqual([
        'soon',
        'late',
        'some day',
      ])
      expect((await s.openQuestions.open(frank.id)).map(({ text }) => text)).toEqual(['second', 'first'])
      expect(await s.openQuestions.get(asked[1]?.id ?? '')).toEqual(asked[1])
      expect(await s.commitments.get(some[3]?.id ?? '')).toEqual(some[3])
    })
  })

  it('knows what a teammate promised by a day', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, async ({ commitments }) => {
      await commitments.add(here.promise(frank, 'in time', { dueOn: '2026-11-27' }))
      await commitments.add(here.promise(frank, 'later', { dueOn: '2026-12-27' }))
      await commitments.add(here.promise(frank, 'any day'))
      await commitments.add(here.promise(frank, 'theirs', { kind: 'step', dueOn: '2026-11-27' }))
    })
    const promised = (userId: string) =>
      here.read(ben, ({ commitments }) => commitments.promisedBy(userId, '2026-11-30', 5))
    expect((await promised(ana)).map(({ text }) => text)).toEqual(['in time'])
    expect(await promised(ben)).toEqual([])
  })

  it('shows nothing that was typed where the asker may not look', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Reyes')
    const hidden = await here.knows('Lily Park', { home: secret })
    await here.does(ana, async (s) => {
      await s.commitments.add(here.promise(frank, 'whisper', { home: secret, dueOn: today }))
      await s.keyDates.add(here.keyDate(frank, 'whisper', { home: teammateHome(ana) }))
      await s.openQuestions.add(here.question(frank, 'whisper', { home: secret }))
      await s.ties.add(here.tie(frank, susan, { home: secret }))
      // Typed where all read, about somebody whom not all may know.
      await s.ties.add(here.tie(frank, hidden))
      await s.ties.add(here.tie(hidden, susan))
    })
    const seenBy = (userId: string) =>
      here.read(userId, async (s) => [
        ...(await s.commitments.of(frank.id, page)),
        ...(await s.commitments.open(frank.id)),
        ...(await s.commitments.promisedBy(ana, today, 5)),
        ...(await s.keyDates.of(frank.id, page)),
        ...(await s.openQuestions.open(frank.id)),
        ...(await s.ties.of(frank.id, page)),
        ...(await s.ties.of(susan.id, page)),
        ...(await s.ties.from(frank.id, 'reports to')),
        ...(await s.search.entries(['whisper'], page)),
      ])
    expect(await seenBy(ben)).toEqual([])
    expect(await seenBy(ana)).toHaveLength(14)
    const counts = await here.read(ben, async (s) => [
      await s.commitments.countOf(frank.id),
      await s.keyDates.countOf(frank.id),
      await s.openQuestions.countOf(frank.id),
      await s.ties.countOf(frank.id),
    ])
    expect(counts).toEqual([0, 0, 0, 0])
  })

  it('is found by its words, each kind as what it is', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, async (s) => {
      await s.commitments.add(here.promise(frank, 'concert tickets'))
      await s.commitments.add(here.promise(frank, 'concert hall plans', { kind: 'step' }))
      await s.keyDates.add(here.keyDate(frank, 'concert'))
      await s.keyDates.add(here.keyDate(frank, 'concert hall opens', { kind: 'trigger' }))
      await s.openQuestions.add(here.question(frank, 'which concert?'))
      await s.notes.add(here.note(frank, 'plans a concert', { kind: 'situation' }))
    })
    const kinds = await here.read(ben, async ({ search }) =>
      (await search.entries([usual.key === null ? 'conc' : 'concert'], page)).map(({ kind }) => kind),
    )
    expect([...kinds].sort()).toEqual(['date', 'promise', 'question', 'situation', 'step', 'trigger'])
  })

  it('is taken back like everything else, and refuses to pull the ground from under a tie', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const promise = here.promise(frank, 'send the sample', { dueOn: '2026-11-27' })
    const promised = await here.does(ana, ({ commitments }) => commitments.add(promise))
    const kept = await here.does(ana, ({ commitments }) =>
      commitments.change(promise.id, { closed: { as: 'kept', on: today, by: ana } }),
    )
    const now = () => here.read(ben, ({ commitments }) => commitments.get(promise.id))
    expect((await now())?.closed).toEqual({ as: 'kept', on: today, by: ana })
    await here.takesBack(ana, kept)
    expect(await now()).toEqual(promise)
    await here.takesBack(ana, promised)
    expect(await now()).toBeNull()

    const susan = here.person('Susan Reyes')
    const added = await here.does(ana, ({ people }) => people.add(susan), { kind: 'add', personId: susan.id })
    const tied = await here.does(ben, ({ ties }) => ties.add(here.tie(frank, susan, { by: ben })), {
      kind: 'tie',
    })
    expect(await here.takesBack(ana, added)).toMatchObject({ kind: 'built-on', by: ben })
    await here.takesBack(ben, tied)
    expect(await here.takesBack(ana, added)).toMatchObject({ kind: 'reversed' })
  })

  it('keeps what an answer was, and the answer cannot go from under the question', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const question = here.question(frank, 'what would his crew miss most?')
    await here.does(ana, ({ openQuestions }) => openQuestions.add(question))
    const note = here.note(frank, 'the quiet of the old hall', { kind: 'heard' })
    const noted = await here.does(ana, ({ notes }) => notes.add(note))
    await here.does(ben, ({ openQuestions }) =>
      openQuestions.change(question.id, { answered: { on: today, by: ben, noteId: note.id } }),
    )
    expect(await here.takesBack(ana, noted)).toMatchObject({ kind: 'built-on', by: ben })
  })

  it('moves along when Slack gives its channel another id', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Reyes')
    await here.does(ana, async (s) => {
      await s.places.know(customers, 'UTC')
      await s.commitments.add(here.promise(frank, 'p'))
      await s.keyDates.add(here.keyDate(frank, 'd'))
      await s.openQuestions.add(here.question(frank, 'q'))
      await s.ties.add(here.tie(frank, susan))
    })
    const next = channelHome('CNEXT')
    await here.keep(({ places }) => places.moved(customers, next))
    await here.readAll(async (s) => {
      const [promise] = await s.commitments.of(frank.id, page)
      const [date] = await s.keyDates.of(frank.id, page)
      const [question] = await s.openQuestions.of(frank.id, page)
      const [tie] = await s.ties.of(frank.id, page)
      expect([promise?.home, date?.home, question?.home, tie?.home]).toEqual([next, next, next, next])
    })
  })

  it('a place is set by an act, which can be taken back, also after the channel got another id', async () => {
    const here = workspace()
    await here.does(ana, ({ people }) => people.add(here.person('Frank Ortiz')))
    await here.keep(({ places }) => places.know(customers, 'UTC'))
    const setting = {
      digestHour: 10,
      holidays: ['2026-12-25'],
      reactions: { tada: 'heard', memo: null },
    } as const
    const set = await here.does(ana, ({ places }) => places.set(customers, setting), { kind: 'settings' })
    const next = channelHome('CNEXT')
    await here.keep(({ places }) => places.moved(customers, next))
    const now = () => here.readAll(({ places }) => places.get(next))
    expect(await now()).toMatchObject(setting)
    await here.takesBack(ana, set)
    expect(await now()).toMatchObject({ digestHour: 9, holidays: [], reactions: {}, home: next })
  })
})
