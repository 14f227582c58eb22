import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { type KeyDateDraft, keepDate } from '../../src/app/dates/keep-date.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { prefer } from '../../src/app/people/prefer.js'
import { answerQuestion } from '../../src/app/questions/answer-question.js'
import { ask } from '../../src/app/questions/ask.js'
import { questionsOpen } from '../../src/app/questions/open-questions.js'
import { takeBack } from '../../src/app/take-back.js'
import { anOffice, everything, type Office } from './office.js'

const birthday = { kind: 'date', monthDay: '02-29', year: null, yearly: true, text: 'birthday' } as const
const page = { limit: 10, offset: 0 }

describe('days that matter', () => {
  const kept = async (office: Office, asker: Asker, draft: KeyDateDraft) => {
    const outcome = await keepDate(office, asker, draft)
    return outcome.ok ? outcome.value.nextOn : outcome.why
  }

  it('come next on a day that there is', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id: personId } = await office.knows(ana)
    expect(await kept(office, ana, { personId, ...birthday })).toBe('2027-02-28')
    expect(await kept(office, ana, { personId, ...birthday, monthDay: '11-21', year: 1980 })).toBe(ana.today)
    const lease = { personId, kind: 'trigger', monthDay: '03-01', yearly: false, text: 'lease ends' } as const
    expect(await kept(office, ana, { ...lease, year: 2027 })).toBe('2027-03-01')
    expect(await kept(office, ana, { ...lease, year: 2026 })).toEqual({
      reason: 'day-passed',
      what: 'trigger',
      name: 'Frank Ortiz',
      on: '2026-03-01',
    })
  })

  it.each([
    ['on a Saturday, for tomorrow', '2026-11-21T16:00:00.000Z', '11-22', ['2026-11-23']],
    ['on a Friday before its digest', '2026-11-27T14:00:00.000Z', '11-28', ['2026-11-27']],
    ['on a Friday after its digest', '2026-11-27T16:00:00.000Z', '11-28', ['2026-11-30']],
    ['on a Friday evening', '2026-11-27T23:30:00.000Z', '11-28', ['2026-11-30']],
  ])('are brought up in the next digest at the earliest: written %s', async (_, at, monthDay, raisedOn) => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const now = '2026-11-27T15:00:00.000Z'
    if (at > now)
      await office.uow.keep(everything, ({ posts }) => posts.fixDigest(frank.home, '2026-11-27', now))
    const ana = await office.asker('UANA', 'CUSTOMERS', at)
    const day = { personId: frank.id, kind: 'date', monthDay, year: 2026, yearly: false } as const
    expect(await keepDate(office, ana, { ...day, text: 'opening' })).toMatchObject({ value: { raisedOn } })
  })

  it('are brought up in the time of the place that tells of them', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id: personId } = await office.knows(ana)
    await office.uow.keep(everything, ({ places }) =>
      places.change('channel:CUSTOMERS', { holidays: ['2026-11-23'] }),
    )
    const audit = { personId, kind: 'trigger', monthDay: '11-28', year: 2026, yearly: false } as const
    const raised = async (asker: Asker, text = 'audit') => {
      const kept = await keepDate(office, asker, { ...audit, text })
      return kept.ok ? kept.value.raisedOn : kept.why
    }
    expect(await raised(ana)).toEqual(['2026-11-24'])
    expect(await raised(await office.asker('UANA', 'QUIET'), 'move')).toEqual(['2026-11-23'])
    // In a public channel that the bot is not in, the owner hears by DM.
    await office.uow.keep(everything, ({ places }) => places.change('channel:CUSTOMERS', { postable: false }))
    await office.uow.keep(everything, async ({ places }) => {
      await places.know('teammate:UANA', 'America/Chicago')
      await places.change('teammate:UANA', { holidays: ['2026-11-23', '2026-11-24'] })
    })
    expect(await raised(await office.asker('UBEN'), 'lease')).toEqual(['2026-11-25'])
  })

  it('live where they were typed, and are gone after undo', async () => {
    const office = await anOffice()
    const { id: personId } = await office.knows(await office.asker())
    const quiet = await office.asker('UANA', 'QUIET')
    await keepDate(office, quiet, { personId, ...birthday })
    const seenBy = async (asker: Asker) =>
      office.uow.read({ workspaceId: 'T1', audience: asker.audience }, ({ keyDates }) =>
        keyDates.countOf(personId),
      )
    expect([await seenBy(quiet), await seenBy(await office.asker('UBEN'))]).toEqual([1, 0])
    expect(await takeBack(office, quiet, null)).toMatchObject({ value: { act: { kind: 'date' } } })
    expect(await seenBy(quiet)).toBe(0)
  })
})

describe('a situation', () => {
  it('is about the situation, and about what its hashtags say', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const facetsOf = async (text: string) => {
      const kept = await keepNote(office, ana, frank.id, 'situation', text)
      return kept.ok ? [kept.value.note.kind, kept.value.note.facets, kept.value.firstTender] : kept.why
    }
    expect(await facetsOf('the lease #situation')).toEqual(['situation', ['situation'], false])
    expect(await facetsOf('tired of it all #feeling')).toEqual(['situation', ['feeling', 'situation'], true])
  })
})

describe('a question', () => {
  const asked = async (office: Office, asker: Asker, personId: string, text: string): Promise<string> => {
    const outcome = await ask(office, asker, personId, text)
    if (!outcome.ok) throw new Error(outcome.why.reason)
    return outcome.value.question.id
  }
  const openOnes = async (office: Office, asker: Asker, personId: string) => {
    const found = await questionsOpen(office.uow, asker, personId)
    return found.ok ? found.value.open.map(({ question }) => question.text) : found.why.reason
  }

  it('is answered once, in words that are kept as heard, and asked again after undo', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const id = await asked(office, ana, frank.id, 'what would they miss?')
    const answered = await answerQuestion(office, ana, id, 'the quiet #feeling')
    const note = answered.ok ? answered.value.note : null
    expect(note).toMatchObject({ kind: 'heard', text: 'the quiet #feeling', facets: ['feeling'] })
    expect(answered).toMatchObject({
      value: { firstTender: true, question: { answered: { on: ana.today, by: 'UANA', noteId: note?.id } } },
    })
    expect(await answerQuestion(office, await office.asker('UBEN'), id, '')).toMatchObject({
      why: { reason: 'answered-already', name: 'Frank Ortiz', by: 'UANA' },
    })
    expect(await openOnes(office, ana, frank.id)).toBe('nothing-open')
    await takeBack(office, ana, null)
    expect(await openOnes(office, ana, frank.id)).toEqual(['what would they miss?'])
    expect(await office.uow.read(everything, ({ notes }) => notes.of(frank.id, page))).toEqual([])
  })

  it('is answered without a word too', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const id = await asked(office, ana, frank.id, 'what would they miss?')
    expect(await answerQuestion(office, ana, id, '')).toMatchObject({
      value: { note: null, question: { answered: { noteId: null } } },
    })
    expect(await office.uow.read(everything, ({ notes }) => notes.of(frank.id, page))).toEqual([])
  })

  it('that was asked in private is not there for others, and the answer stays where it was typed', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const quiet = await office.asker('UANA', 'QUIET')
    const ben = await office.asker('UBEN')
    const secret = await asked(office, quiet, frank.id, 'is he leaving?')
    expect(await answerQuestion(office, ben, secret, 'no')).toMatchObject({ why: { reason: 'entry-gone' } })
    expect(await openOnes(office, ben, frank.id)).toBe('nothing-open')
    await answerQuestion(office, quiet, secret, 'yes')
    const open = await asked(office, await office.asker(), frank.id, 'what now?')
    await answerQuestion(office, quiet, open, 'a pension')
    const heard = await office.uow.read(everything, ({ notes }) => notes.of(frank.id, page))
    expect(heard.map(({ text, home }) => [text, home])).toEqual([
      ['a pension', 'channel:QUIET'],
      ['yes', 'channel:QUIET'],
    ])
    // Its words are private, that it is answered is not.
    expect(await openOnes(office, ben, frank.id)).toBe('nothing-open')
  })
})

describe('the way somebody likes to be reached', () => {
  it('is changed where all who know them read, and undone', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const ana = await office.asker()
    const prefers = async () =>
      (await office.uow.read(everything, ({ people }) => people.get(frank.id)))?.prefers
    expect(await prefer(office, ana, frank.id, 'text')).toMatchObject({ value: { prefers: 'text' } })
    expect(await prefer(office, ana, frank.id, 'text')).toMatchObject({ why: { reason: 'nothing-changed' } })
    for (const channelId of ['QUIET', null])
      expect(await prefer(office, await office.asker('UANA', channelId), frank.id, 'call')).toMatchObject({
        why: { reason: 'known-wider', home: frank.home },
      })
    expect(await prefer(office, ana, frank.id, '👍'.repeat(200))).toMatchObject({ ok: true })
    expect(await prefer(office, ana, frank.id, 'x'.repeat(201))).toMatchObject({
      why: { reason: 'preference-too-long', longest: 200 },
    })
    await takeBack(office, ana, null)
    expect(await prefers()).toBe('text')
    await takeBack(office, ana, null)
    expect(await prefers()).toBeNull()
  })
})
