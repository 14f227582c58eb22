import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { closeCommitment } from '../../src/app/commitments/close-commitment.js'
import { type CommitmentDraft, commit } from '../../src/app/commitments/commit.js'
import { type KeyDateDraft, keepDate } from '../../src/app/dates/keep-date.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import type { Outcome } from '../../src/app/outcome.js'
import { ask } from '../../src/app/questions/ask.js'
import { takeBack } from '../../src/app/take-back.js'
import { anOffice, everything, saturday } from './office.js'
import { done } from './one-of-each.js'

const birthday = { kind: 'date', monthDay: '03-14', year: null, yearly: true, text: 'birthday' } as const
const lease = { kind: 'trigger', monthDay: '03-01', year: 2027, yearly: false, text: 'lease ends' } as const
const sample = { kind: 'promise', text: 'send the sample', dueOn: '2026-11-27' } as const

const knowingFrank = async () => {
  const office = await anOffice()
  office.channel('QUIET', { kind: 'private' }, ['UANA', 'UBEN'])
  const { id: personId } = await office.knows(await office.asker())
  // Whoever asks after something was typed in a place knows the place.
  const here = (userId = 'UANA', at = saturday) => office.asker(userId, 'CUSTOMERS', at)
  const quiet = (userId = 'UANA') => office.asker(userId, 'QUIET')
  const dm = (userId = 'UANA') => office.asker(userId, null)
  const verbs = {
    promise: (asker: Asker, given: Partial<CommitmentDraft> = {}) =>
      commit(office, asker, { personId, ...sample, ...given }),
    date: (asker: Asker, given: Partial<KeyDateDraft> = {}) =>
      keepDate(office, asker, { personId, ...birthday, ...given }),
    ask: (asker: Asker, text = 'who decides?') => ask(office, asker, personId, text),
    situation: (asker: Asker, text = 'the lease') => keepNote(office, asker, personId, 'situation', text),
  }
  const all = () =>
    office.uow.read(everything, async (stores) => {
      const page = { limit: 20, offset: 0 }
      return {
        promises: await stores.commitments.of(personId, page),
        dates: await stores.keyDates.of(personId, page),
        questions: await stores.openQuestions.of(personId, page),
        situations: await stores.notes.of(personId, { ...page, kind: 'situation' }),
      }
    })
  return { office, here, quiet, dm, all, ...verbs }
}
const known = (what: string) => ({ ok: false, why: { reason: 'known-already', what, name: 'Frank Ortiz' } })

describe('what is typed once more', () => {
  it('is known already, whoever typed it first and however it was written', async () => {
    const { here, all, ...frank } = await knowingFrank()
    const [ana, ben] = [await here(), await here('UBEN')]
    done(await frank.promise(ana))
    expect(await frank.promise(ana, { text: 'Send  the SAMPLE' })).toEqual(known('promise'))
    done(await frank.promise(ana, { kind: 'step', dueOn: null }))
    expect(await frank.promise(ben, { kind: 'step', dueOn: null })).toEqual(known('step'))
    done(await frank.date(ana, lease))
    expect(await frank.date(ben, lease)).toEqual(known('trigger'))
    done(await frank.date(ana))
    expect(await frank.date(ben)).toEqual(known('date'))
    done(await frank.ask(ana))
    expect(await frank.ask(ben, 'Who decides?')).toEqual(known('question'))
    done(await frank.situation(ana))
    expect(await frank.situation(ben)).toEqual(known('situation'))
    const { promises, dates, questions, situations } = await all()
    expect([promises, dates, questions, situations].map(({ length }) => length)).toEqual([2, 2, 1, 1])
  })

  it('is new where anything about it differs', async () => {
    const { office, here, all, ...frank } = await knowingFrank()
    const ana = await here()
    const { commitment } = done(await frank.promise(ana))
    done(await frank.promise(ana, { dueOn: '2026-11-30' }))
    done(await frank.promise(ana, { dueOn: null }))
    done(await frank.promise(ana, { kind: 'step' }))
    // Two teammates promise each for themselves.
    done(await frank.promise(await here('UBEN')))
    done(await closeCommitment(office, ana, commitment.id, 'kept'))
    done(await frank.promise(ana))
    done(await frank.date(ana))
    done(await frank.date(ana, { monthDay: '03-15' }))
    done(await frank.date(ana, { text: 'name day' }))
    done(await frank.date(ana, { yearly: false, year: 2027 }))
    done(await frank.situation(ana))
    done(await frank.situation(ana, 'a new boss'))
    done(await frank.situation(ana))
    const { promises, dates, situations } = await all()
    expect([promises, dates, situations].map(({ length }) => length)).toEqual([6, 4, 3])
  })

  it('of a situation says after a season that it still holds', async () => {
    const { here, all, situation } = await knowingFrank()
    done(await situation(await here()))
    expect(await situation(await here('UBEN', '2027-02-19T16:00:00.000Z'))).toEqual(known('situation'))
    done(await situation(await here('UBEN', '2027-02-20T16:00:00.000Z')))
    expect((await all()).situations).toHaveLength(2)
  })
})

describe('what its author noted where fewer read', () => {
  it('is told where it is typed again, and goes back by undo', async () => {
    const { office, here, quiet, dm, all, ...frank } = await knowingFrank()
    const verbs: readonly ((asker: Asker) => Promise<Outcome<unknown>>)[] = [
      (asker) => frank.promise(asker),
      (asker) => frank.date(asker),
      (asker) => frank.ask(asker),
      (asker) => frank.situation(asker),
    ]
    const homes = async () => Object.values(await all()).flatMap((each) => each.map(({ home }) => home))
    for (const verb of verbs) {
      done(await verb(await quiet()))
      expect(await verb(await dm())).toMatchObject({ why: { reason: 'known-already' } })
      done(await verb(await here()))
      expect(await homes()).toEqual(['channel:CUSTOMERS'])
      expect(await verb(await quiet('UBEN'))).toMatchObject(
        verb === verbs[0] ? { ok: true } : { why: { reason: 'known-already' } },
      )
      if (verb === verbs[0]) done(await takeBack(office, await quiet('UBEN'), null))
      done(await takeBack(office, await here(), null))
      expect(await homes()).toEqual(['channel:QUIET'])
      done(await takeBack(office, await here(), null))
    }
  })

  it('by somebody else stays there, and is written down beside it', async () => {
    const { here, quiet, all, ...frank } = await knowingFrank()
    done(await frank.date(await quiet('UBEN')))
    done(await frank.date(await here()))
    expect((await all()).dates.map(({ home, by }) => [home, by]).sort()).toEqual([
      ['channel:CUSTOMERS', 'UANA'],
      ['channel:QUIET', 'UBEN'],
    ])
  })
})

describe('a day that comes each year', () => {
  it('gets the year that is typed later, whoever wrote it down, and loses it by undo', async () => {
    const { office, here, all, date } = await knowingFrank()
    const ben = await here('UBEN')
    done(await date(await here()))
    const { date: fuller } = done(await date(ben, { year: 1971 }))
    expect(fuller).toMatchObject({ year: 1971, by: 'UANA' })
    expect((await all()).dates).toEqual([fuller])
    for (const year of [1971, null]) expect(await date(ben, { year })).toEqual(known('date'))
    done(await takeBack(office, ben, null))
    expect((await all()).dates).toMatchObject([{ year: null }])
    done(await date(ben, { year: 1971 }))
    // Two years are two days, until somebody knows better.
    done(await date(ben, { year: 1972 }))
    expect((await all()).dates).toHaveLength(2)
  })

  it('has its year told to nobody who may not know it', async () => {
    const { here, dm, quiet, all, date } = await knowingFrank()
    done(await date(await here()))
    done(await date(await dm(), { year: 1971 }))
    const homes = async () => (await all()).dates.map(({ home, year }) => [home, year]).sort()
    expect(await homes()).toEqual([
      ['channel:CUSTOMERS', null],
      ['teammate:UANA', 1971],
    ])
    // Typed again without its year, only that much of it is told.
    done(await date(await quiet(), { text: 'opening', year: 1999 }))
    done(await date(await here(), { text: 'opening' }))
    expect(await homes()).toContainEqual(['channel:CUSTOMERS', null])
    expect(await homes()).toHaveLength(4)
    done(await date(await here(), { text: 'opening', year: 1999 }))
    expect(await homes()).toContainEqual(['channel:CUSTOMERS', 1999])
  })
})
