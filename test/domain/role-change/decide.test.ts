import { describe, expect, test } from 'vitest'
import { decideChange, type Verdict, type Weighing } from '../../../src/domain/role-change/decide.js'
import type { RoleChange } from '../../../src/domain/role-change/role-change.js'
import type { RoleAnswer, RoleQuestion } from '../../../src/domain/role-change/role-question.js'
import type { Sighting } from '../../../src/domain/role-change/sighting.js'

const typed = {
  personId: 'frank',
  home: 'channel:C1',
  by: 'U1',
  at: '2026-09-01T10:00:00.000Z',
} as const

const role = (text: string) => {
  const [title = '', company = ''] = text.split(' at ')
  return { title, company }
}

/** What LinkedIn said in September. */
const saidBefore = (text: string): Sighting => ({
  id: 's',
  ...typed,
  source: 'linkedin:U1',
  key: 'frank-ortiz',
  ...role(text),
  observedAt: '2026-09-01T10:00:00.000Z',
})

const claimed = (
  change: Partial<RoleChange>,
  as: RoleAnswer | null,
  source = 'linkedin:U1',
): RoleQuestion => ({
  id: 'q',
  ...typed,
  source,
  observedAt: '2026-10-01T10:00:00.000Z',
  words: null,
  change: { kind: 'new-company', was: null, is: null, ...change },
  why: 'unsure',
  successor: null,
  answered: as === null ? null : { as, by: 'U1', at: typed.at },
  recorded: null,
})

/** A later file of LinkedIn, in which a teammate's VP at Acme is what the row says. */
const file = (row: string, given: Partial<Weighing> = {}): Weighing => ({
  ...role(row),
  left: false,
  source: 'linkedin:U1',
  observedAt: '2026-11-03T10:00:00.000Z',
  sure: 'certain',
  baseline: 'source',
  last: saidBefore('buyer at Acme'),
  held: [role('buyer at Acme')],
  past: [],
  before: [],
  spokenAt: null,
  ...given,
})
/** A signal of somebody who was never heard of from there. */
const signal = (said: string, given: Partial<Weighing> = {}): Weighing =>
  file(said, { source: 'hook:crm', baseline: 'known', last: null, ...given })

const short = (verdict: Verdict): string => {
  if (verdict.kind === 'change') return `change: ${verdict.change.kind}`
  return verdict.kind === 'ask' ? `ask, ${verdict.why}: ${verdict.change.kind}` : verdict.kind
}

const left = { title: null, left: true } as const
const toGlobex = { is: role('CEO at Globex') }

describe('what a file comes to', () => {
  test.each<[string, Weighing, string]>([
    ['the first word is a baseline', file('CEO at Globex', { last: null }), 'baseline'],
    ['the same is the same', file('buyer at Acme'), 'same'],
    ['a new title', file('VP purchasing at Acme'), 'change: new-title'],
    ['a new company', file('CEO at Globex'), 'change: new-company'],
    ['spelled otherwise', file('Buyer at Acme, Inc.'), 'trivial'],
    ['Sr. is Senior', file('Senior buyer at Acme', { last: saidBefore('Sr. buyer at Acme') }), 'trivial'],
    ['an emptied title', file(' at Acme'), 'same'],
    ['an emptied company', file('buyer at '), 'same'],
    ['everything emptied', file(' at '), 'same'],
    ['another title, and the company emptied', file('consultant at '), 'ask, unsure: new-title'],
    ['a title for the first time', file('buyer at Acme', { last: saidBefore(' at Acme') }), 'baseline'],
    ['a company for the first time', file('buyer at Acme', { last: saidBefore('buyer at ') }), 'baseline'],
    ['the new company alone', file(' at Globex'), 'change: new-company'],
    ['an older file', file('CEO at Globex', { observedAt: '2026-08-01T10:00:00.000Z' }), 'older'],
    [
      'what the team knows already',
      file('CEO at Globex', { held: [role('CEO at Globex Inc.')] }),
      'known-already',
    ],
    ['the company of it', file(' at Globex', { held: [role('CEO at Globex')] }), 'known-already'],
    [
      'beside another that is held',
      file('CEO at Globex', { held: [role('advisor at Hooli'), role('buyer at Acme')] }),
      'change: new-company',
    ],
    ['where the team knows no role', file('CEO at Globex', { held: [] }), 'change: new-company'],
    [
      'where the team knows that they left',
      file('CEO at Globex', { held: [], past: [role('buyer at Acme')] }),
      'change: new-company',
    ],
    [
      'where the team knows another employer',
      file('CEO at Globex', { held: [role('CFO at Initech')] }),
      'ask, contradicts: new-company',
    ],
    [
      'where the team knows another title',
      file('VP purchasing at Acme', { held: [role('CFO at Acme')] }),
      'ask, contradicts: new-title',
    ],
    [
      'where the team knows another title, and the company is new',
      file('CEO at Globex', { held: [role('CFO at Acme')] }),
      'change: new-company',
    ],
    [
      'where the team knows another title there',
      file('CEO at Globex', { held: [role('CFO at Globex')] }),
      'ask, contradicts: new-company',
    ],
    [
      'where the team knows that to be over',
      file('CEO at Globex', { held: [role('buyer at Acme')], past: [role('CEO at Globex')] }),
      'ask, contradicts: new-company',
    ],
    [
      'what a teammate has said is not so',
      file('CEO at Globex', { before: [claimed(toGlobex, 'not-so', 'slack')] }),
      'ask, contradicts: new-company',
    ],
    [
      'what is asked already, and is certain now',
      file('CEO at Globex', { before: [claimed(toGlobex, null, 'slack')] }),
      'change: new-company',
    ],
    ['explicit words', file(' at Acme', left), 'change: left'],
    ['explicit words without a company', file('x', { ...left, company: null }), 'change: left'],
    ['explicit words about a company that nobody knows of', file(' at Globex', left), 'known-already'],
    [
      'explicit words without a company, of two',
      file('x', { ...left, company: null, held: [role('advisor at Hooli'), role('buyer at Acme')] }),
      'ask, unsure: left',
    ],
  ])('%s', (_, weighing, verdict) => expect(short(decideChange(weighing))).toBe(verdict))
})

test('what a teammate said last counts, whatever they said before', () => {
  const said = [claimed(toGlobex, 'so', 'slack'), claimed(toGlobex, 'not-so', 'slack')]
  expect(short(decideChange(file('CEO at Globex', { before: said })))).toBe('change: new-company')
  expect(short(decideChange(file('CEO at Globex', { before: said.reverse() })))).toMatch('ask, contradicts')
})

describe('what a live signal comes to', () => {
  test.each<[string, Weighing, string]>([
    ['nothing is known', signal('CEO at Globex', { held: [] }), 'baseline'],
    ['what is known', signal('Buyer at ACME Inc', {}), 'trivial'],
    ['what is known, word for word', signal('buyer at Acme', {}), 'known-already'],
    ['a new company', signal('CEO at Globex'), 'change: new-company'],
    ['a title alone', signal('VP purchasing', { company: null }), 'change: new-title'],
    ['a company alone', signal('', { title: null, company: 'Globex' }), 'change: new-company'],
    ['a title where none is known', signal('buyer at Acme', { held: [role(' at Acme')] }), 'baseline'],
    [
      'where they went, when that is what is not known',
      signal('CEO at Globex', { held: [], past: [role('buyer at Acme')] }),
      'change: new-company',
    ],
    [
      'where they were',
      signal('buyer at Acme', { held: [], past: [role('buyer at Acme')] }),
      'ask, contradicts: new-company',
    ],
    [
      'which of two gives way is not plain',
      signal('CEO at Globex', { held: [role('advisor at Hooli'), role('buyer at Acme')] }),
      'ask, unsure: new-company',
    ],
    [
      'which of two is plain where the company is one of them',
      signal('CFO at Hooli', { held: [role('advisor at Hooli'), role('buyer at Acme')] }),
      'change: new-title',
    ],
  ])('%s', (_, weighing, verdict) => expect(short(decideChange(weighing))).toBe(verdict))
})

describe('what is not sure by itself', () => {
  const pasted = (said: string, given: Partial<Weighing> = {}) =>
    signal(said, { sure: 'ask', source: 'signature:U1', ...given })
  test.each<[string, Weighing, string]>([
    ['is asked', pasted('CEO at Globex'), 'ask, unsure: new-company'],
    [
      'is asked once',
      pasted('CEO at Globex', { before: [claimed(toGlobex, null, 'slack')] }),
      'asked-already',
    ],
    [
      'rests when nobody was sure',
      pasted('CEO at Globex', { before: [claimed(toGlobex, 'not-sure', 'signature:U1')] }),
      'not-sure',
    ],
    [
      'is asked again when another says so',
      pasted('CEO at Globex', { before: [claimed(toGlobex, 'not-sure', 'slack')] }),
      'ask, unsure: new-company',
    ],
    [
      'is dropped when somebody was in touch since',
      pasted('CEO at Globex', { spokenAt: '2026-11-04T10:00:00.000Z' }),
      'contact-since',
    ],
    [
      'counts when the contact was before',
      pasted('CEO at Globex', { spokenAt: '2026-11-02T10:00:00.000Z' }),
      'ask, unsure: new-company',
    ],
    ['an automatic reply', pasted(' at Acme', left), 'ask, unsure: left'],
    ['that is known', pasted('buyer at Acme'), 'known-already'],
  ])('%s', (_, weighing, verdict) => expect(short(decideChange(weighing))).toBe(verdict))

  test('a certain word counts though somebody was in touch since', () => {
    const verdict = decideChange(file('CEO at Globex', { spokenAt: '2026-11-04T10:00:00.000Z' }))
    expect(short(verdict)).toBe('change: new-company')
  })
})

test('what was and what is are what is told', () => {
  expect(decideChange(file('CEO at Globex'))).toEqual({
    kind: 'change',
    change: { kind: 'new-company', was: role('buyer at Acme'), is: role('CEO at Globex') },
  })
  expect(decideChange(file(' at Globex'))).toMatchObject({ change: { is: { title: '', company: 'Globex' } } })
  expect(decideChange(file('VP at '))).toMatchObject({ change: { is: { title: 'VP', company: 'Acme' } } })
})
