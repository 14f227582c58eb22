import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Colleague, CompanyPage, PeopleAt } from '../../../src/app/companies/people-at.js'
import { companyView } from '../../../src/slack/views/company-view.js'
import { ana, note, today } from './known.js'
import { anyNote } from './odd-models.js'
import { day, id, noteText, shortText } from './odd-texts.js'
import { faultsIn, pressables } from './reading.js'

const reader = { today, userId: ana }
const colleague = (differing: Partial<Colleague> = {}): Colleague => ({
  personId: 'p-frank',
  name: 'Frank Ortiz',
  offstage: false,
  spoken: true,
  titles: ['facilities manager'],
  untilOn: null,
  whereabouts: 'there',
  situation: null,
  ties: [],
  now: '',
  ...differing,
})
const model = (differing: Partial<CompanyPage> = {}): PeopleAt => ({
  kind: 'company',
  page: {
    company: { key: 'acme', name: 'Acme' },
    alike: [],
    counts: { there: 1, offstage: 0, gone: 0 },
    onlyVoice: null,
    people: [colleague()],
    offset: 0,
    more: false,
    ...differing,
  },
})
const linesOf = (found: PeopleAt) => companyView(found, 'acme', reader).text.split('\n')

describe('a company', () => {
  test('of one person', () => {
    expect(linesOf(model())).toEqual([
      'Acme',
      'One person there now.',
      'There now:',
      'Frank Ortiz · facilities manager',
      '“As a picture” shows them with their ties.',
      '`/person add Dana Cho, CFO at Acme` introduces somebody there.',
    ])
  })

  test('says a situation in one line, and of an old one that it may not hold', () => {
    const situation = (on: string) =>
      linesOf(
        model({ people: [colleague({ situation: note({ kind: 'situation', on, text: 'two\nplants' }) })] }),
      )
    expect(situation('2026-08-26')).toContain('Going on for them: two plants')
    expect(situation('2026-08-25')).toContain(
      'Going on for them 13 weeks ago, check that it still holds: two plants',
    )
  })

  test('says what somebody who left does now, or that nobody knows', () => {
    const gone = { whereabouts: 'gone', untilOn: '2026-03-03' } as const
    const of = (differing: Partial<Colleague>) =>
      linesOf(model({ people: [colleague({ ...gone, ...differing })] }))
    expect(of({ now: 'VP at Globex' })).toContain(
      'Frank Ortiz · facilities manager until 3 March · now VP at Globex',
    )
    expect(of({ titles: [] })).toContain(
      'Frank Ortiz · there until 3 March · I do not know where they are now',
    )
  })

  test('names two ties, and counts the rest', () => {
    const ties = ['Susan', 'Tom', 'Ken'].map((other) => ({ kind: 'reports to', other }) as const)
    expect(linesOf(model({ people: [colleague({ ties })] }))).toContain(
      'Reports to Susan · reports to Tom and 1 more',
    )
  })

  test('has a card for each, and pages that keep to the company', () => {
    const reply = companyView(model({ offset: 8, more: true }), '', reader)
    expect(pressables(reply).map(({ label, value }) => [label, value])).toEqual([
      ['Card', 'p-frank'],
      ['Back', '0:acme'],
      ['More people', '9:acme'],
      ['As a picture', 'acme'],
    ])
  })
})

describe('whatever is in it, Slack takes', () => {
  const name = fc.record({ key: shortText, name: shortText, people: fc.nat(500) })
  const anyColleague: fc.Arbitrary<Colleague> = fc.record({
    personId: id,
    name: shortText,
    offstage: fc.boolean(),
    spoken: fc.boolean(),
    titles: fc.array(shortText, { maxLength: 5 }),
    untilOn: fc.option(day),
    whereabouts: fc.constantFrom('there', 'offstage', 'gone'),
    situation: fc.option(anyNote),
    ties: fc.array(fc.record({ kind: fc.constant('introduced by'), other: shortText }), { maxLength: 5 }),
    now: shortText,
  })
  const page = fc.record({
    company: name,
    alike: fc.array(name, { maxLength: 4 }),
    counts: fc.record({ there: fc.nat(500), offstage: fc.nat(500), gone: fc.nat(500) }),
    onlyVoice: fc.option(shortText),
    people: fc.array(anyColleague, { maxLength: 8, size: 'max' }),
    offset: fc.constantFrom(0, 8, 496),
    more: fc.boolean(),
  })
  const found: fc.Arbitrary<PeopleAt> = fc.oneof(
    fc.record({ kind: fc.constant('company'), page }),
    fc.record({
      kind: fc.constant('several'),
      companies: fc.array(name, { minLength: 2, maxLength: 10 }),
      more: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('unknown'), near: fc.array(name, { maxLength: 4 }) }),
  )

  test('and the text names everybody', () => {
    fc.assert(
      fc.property(found, noteText, (each, looked) => {
        expect(faultsIn(companyView(each, looked, reader))).toEqual([])
      }),
      { numRuns: 150 },
    )
    const long = colleague({
      name: 'N'.repeat(200),
      titles: ['t'.repeat(200), 't'.repeat(199), 'third'],
      situation: note({ text: 's'.repeat(12_000), on: '2026-01-01' }),
      ties: [{ kind: 'introduced by', other: 'o'.repeat(200) }],
    })
    const people = Array.from({ length: 8 }, (_, n) => ({ ...long, name: `${n} ${long.name}` }))
    const { text } = companyView(model({ people, more: true }), '', reader)
    for (const n of people.keys()) expect(text).toContain(`${n} NNN`)
  })
})
