import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Commitment } from '../../../src/domain/commitment.js'
import type { Tie } from '../../../src/domain/tie.js'
import { tieKinds } from '../../../src/domain/tie.js'
import type { Reply } from '../../../src/slack/answer.js'
import { whichCommitmentView, whichQuestionView } from '../../../src/slack/views/pick-open-view.js'
import { rejectionView } from '../../../src/slack/views/rejection-view.js'
import * as saved from '../../../src/slack/views/saved-views.js'
import {
  alone,
  ana,
  ben,
  commitment,
  ctx,
  frank,
  inPrivate,
  inPublic,
  keyDate,
  note,
  openQuestion,
  today,
} from './known.js'
import * as odd from './odd-models.js'
import { id, noteText, shortText } from './odd-texts.js'
import { faultsIn, pressables } from './reading.js'

const lines = ({ text }: Reply): string[] => text.split('\n')
const susan = (differing = {}) => frank({ id: 'p-susan', name: 'Susan Bell', ...differing })
const tie = (differing: Partial<Tie> = {}): Tie => ({
  id: 't-1',
  personId: 'p-frank',
  otherId: 'p-susan',
  kind: 'reports to',
  home: inPublic.home,
  by: ana,
  at: '2026-11-24T15:00:00.000Z',
  ...differing,
})

describe('what was kept about the whole person', () => {
  test('a promise: by when, when it is brought up, how to close it', () => {
    const made = { person: frank(), commitment: commitment(), raisedOn: '2026-11-27' }
    expect(lines(saved.committedView(made, ctx()))).toEqual([
      'You promised Frank Ortiz, by Friday 27 November:',
      '“send the sample”',
      'I bring it up on Fri 27 Nov. `/person kept Frank Ortiz` closes it, and so does `/person broke Frank Ortiz`.',
      '`/person undo` takes it back.',
    ])
    const soon = saved.committedView({ ...made, raisedOn: '2026-11-24' }, ctx())
    expect(soon.text).toContain('That is soon: I bring it up on the next working morning.')
    const step = commitment({ kind: 'step', dueOn: null })
    const undated = saved.committedView({ ...made, commitment: step, raisedOn: null }, ctx())
    expect(lines(undated)[0]).toBe('The next step of Frank Ortiz, without a day:')
    expect(undated.text).toContain('It is kept, and I will not ask.')
    const nextYear = saved.committedView({ ...made, commitment: commitment({ dueOn: '2027-01-04' }) }, ctx())
    expect(lines(nextYear)[0]).toBe('You promised Frank Ortiz, by Monday 4 January 2027:')
  })

  test.each([
    ['promise', 'kept', 'The promise to Frank Ortiz is kept:'],
    ['promise', 'broken', 'The promise to Frank Ortiz is closed, and was not kept:'],
    ['step', 'kept', 'The step of Frank Ortiz is done:'],
    ['step', 'broken', 'The step of Frank Ortiz is closed, and was not done:'],
  ] as const)('a %s that was %s', (kind, as, words) => {
    const closed = commitment({ kind, closed: { as, on: today, by: ana } })
    expect(lines(saved.closedView({ person: frank(), commitment: closed }, ctx()))[0]).toBe(words)
  })

  test('something of a private place, closed elsewhere, says where it is seen', () => {
    const closedBy = (by: string): Commitment =>
      commitment({ by, home: inPrivate.home, closed: { as: 'kept', on: today, by: ana } })
    const elsewhere = saved.closedView({ person: frank(), commitment: closedBy(ana) }, ctx())
    expect(lines(elsewhere)[2]).toBe('Seen by those who may see <#C0PRIVATE>.')
    const there = saved.closedView({ person: frank(), commitment: closedBy(ana) }, ctx(inPrivate))
    expect(pressables(there).map(({ value }) => value)).toEqual(['commitment:c-1'])
    // What a teammate promised is theirs to show.
    expect(
      pressables(saved.closedView({ person: frank(), commitment: closedBy(ben) }, ctx(inPrivate))),
    ).toEqual([])
  })

  test.each([
    ['2026-12-24', ['2026-11-24', '2026-12-17'], 'I bring it up today and on Thu 17 Dec.'],
    ['2026-12-23', ['2026-11-25', '2026-12-16'], 'I bring it up tomorrow and on Wed 16 Dec.'],
    ['2026-12-01', ['2026-11-25'], 'I bring it up tomorrow.'],
    ['2026-11-28', ['2026-11-30'], 'I bring it up on Mon 30 Nov, the next working day.'],
    ['2026-11-24', [], 'That is so soon that I will not bring it up again.'],
  ])('a trigger on %s', (nextOn, raisedOn, words) => {
    const year = Number(nextOn.slice(0, 4))
    const date = keyDate({ kind: 'trigger', monthDay: nextOn.slice(5), year, yearly: false })
    const reply = saved.dateKeptView({ person: frank(), date, nextOn, raisedOn }, ctx())
    expect(lines(reply)[0]).toMatch(/^Something moves for Frank Ortiz on \w+day \d+ \w+:$/)
    expect(lines(reply)[2]).toBe(words)
  })

  test.each([
    ['2026-11-27', ['2026-11-27'], 'I bring it up on Fri 27 Nov.'],
    ['2026-11-29', ['2026-11-27'], 'I bring it up on Fri 27 Nov, the last working day before.'],
    ['2026-11-28', ['2026-11-30'], 'I bring it up on Mon 30 Nov, the next working day.'],
    ['2026-11-24', [], 'I have brought it up for this time.'],
  ])('a day to remember on %s', (nextOn, raisedOn, words) => {
    const date = keyDate({ monthDay: nextOn.slice(5) })
    expect(lines(saved.dateKeptView({ person: frank(), date, nextOn, raisedOn }, ctx()))[2]).toBe(words)
  })

  test('a date, each year or once', () => {
    const yearly = keyDate({ monthDay: '02-29' })
    expect(
      lines(
        saved.dateKeptView({ person: frank(), date: yearly, nextOn: '2027-02-28', raisedOn: [] }, ctx()),
      )[0],
    ).toBe('A day to remember for Frank Ortiz, every year on 29 February:')
    const once = keyDate({ monthDay: '06-01', year: 2027, yearly: false })
    expect(
      lines(
        saved.dateKeptView({ person: frank(), date: once, nextOn: '2027-06-01', raisedOn: [] }, ctx()),
      )[0],
    ).toBe('A day to remember for Frank Ortiz, on Tuesday 1 June 2027:')
  })

  test('an answer, with the caution where its words are tender', () => {
    const answered = { person: frank(), question: openQuestion(), firstTender: true }
    expect(saved.questionAnsweredView({ ...answered, note: note() }, ctx()).text).toContain('religion')
    const bare = saved.questionAnsweredView({ ...answered, firstTender: false, note: null }, ctx())
    expect(lines(bare)).toEqual([
      'The question to Frank Ortiz is answered:',
      '“what would his crew miss most?”',
      '`/person undo` takes it back.',
    ])
  })

  test('a situation', () => {
    const kept = {
      person: frank(),
      note: note({ kind: 'situation', text: 'the lease' }),
      firstTender: false,
      sameFor: [],
    }
    expect(lines(saved.keptView(kept, ctx()))[0]).toBe('Kept, as what is going on for Frank Ortiz now:')
  })

  test.each([
    ['reports to', 'Frank Ortiz reports to Susan Bell. Both cards show it.'],
    ['introduced by', 'Frank Ortiz was introduced by Susan Bell. Both cards show it.'],
  ] as const)('a tie: %s', (kind, words) => {
    const reply = saved.tiedView({ person: frank(), other: susan(), tie: tie({ kind }) }, ctx())
    expect(lines(reply)).toEqual([words, '`/person undo` takes it back.'])
  })

  test('a tie says the narrower of the two who are tied', () => {
    const seen = (one: object, other: object) =>
      lines(saved.tiedView({ person: frank(one), other: susan(other), tie: tie() }, ctx())).find((line) =>
        /^(Seen|Only)/.test(line),
      )
    const hidden = { home: inPrivate.home }
    const words = 'Seen by those who may see <#C0PRIVATE>, where they were introduced.'
    expect([seen(hidden, {}), seen({}, hidden)]).toEqual([words, words])
    expect(seen(hidden, { home: alone('dm').home })).toBe('Only you can see this, since you alone know them.')
    expect(seen({}, {})).toBeUndefined()
  })
})

test('a long way round is cut short', () => {
  const names = ['Ada', 'Bob', ...Array.from({ length: 40 }, (_, n) => `Name${n}`), 'Ada']
  const { text } = rejectionView({ reason: 'tie-circle', names }, null)
  expect(text).toMatch(/^Ada would report to Bob, who reports to Name0, .*…, who reports to Ada: /)
  expect(text).not.toContain('Name9')
})

describe('whatever is in it, Slack takes', () => {
  const always = <T>(models: fc.Arbitrary<T>, view: (model: T) => Reply): void => {
    fc.assert(
      fc.property(models, (model) => {
        expect(faultsIn(view(model))).toEqual([])
      }),
      { numRuns: 100 },
    )
  }
  const { person, context } = odd
  const promised = fc.record({ kind: fc.constantFrom('promise', 'step'), text: noteText, id }).map(commitment)
  const asked = fc.record({ text: noteText, id }).map(openQuestion)

  test('what was saved', () => {
    always(fc.tuple(person, promised, context), ([who, made, view]) =>
      saved.committedView({ person: who, commitment: made, raisedOn: today }, view),
    )
    always(fc.tuple(person, promised, context), ([who, made, view]) =>
      saved.closedView({ person: who, commitment: made }, view),
    )
    always(fc.tuple(person, noteText, context), ([who, text, view]) =>
      saved.dateKeptView({ person: who, date: keyDate({ text }), nextOn: today, raisedOn: [today] }, view),
    )
    always(fc.tuple(person, asked, fc.option(odd.anyNote), context), ([who, question, kept, view]) =>
      saved.questionAnsweredView({ person: who, question, note: kept, firstTender: true }, view),
    )
    always(fc.tuple(person, asked, context), ([who, question, view]) =>
      saved.toAskView({ person: who, question }, view),
    )
    always(fc.tuple(person, context), (args) => saved.preferredView(...args))
    always(fc.tuple(person, person, fc.constantFrom(...tieKinds), context), ([who, other, kind, view]) =>
      saved.tiedView({ person: who, other, tie: tie({ kind }) }, view),
    )
  })

  test('which one is meant', () => {
    const open = fc.array(fc.record({ commitment: promised, seenWider: fc.boolean() }), {
      minLength: 1,
      maxLength: 30,
    })
    const as = fc.constantFrom('kept', 'broken')
    always(fc.tuple(person, open, fc.boolean(), as, id, context), ([who, all, fitting, how, draft, view]) =>
      whichCommitmentView({ person: who, open: all, fitting }, how, draft, view),
    )
    const questions = fc.array(fc.record({ question: asked, seenWider: fc.boolean() }), { minLength: 1 })
    always(fc.tuple(person, questions, noteText, id), ([who, all, text, draft]) =>
      whichQuestionView({ person: who, open: all }, text, draft),
    )
  })

  test('a refusal', () => {
    const why = fc.oneof(
      fc.record({ reason: fc.constant('tie-circle'), names: fc.array(shortText, { minLength: 3 }) }),
      fc.record({
        reason: fc.constant('tie-known'),
        name: shortText,
        kind: fc.constantFrom(...tieKinds),
        other: shortText,
      }),
      fc.record({ reason: fc.constant('tie-to-self'), name: shortText }),
      fc.record({
        reason: fc.constant('nothing-open'),
        what: fc.constantFrom('commitment', 'question'),
        name: shortText,
      }),
    )
    always(fc.tuple(why, fc.option(noteText)), (args) => rejectionView(...args))
  })
})
