import { describe, expect, test } from 'vitest'
import { cardView } from '../../../src/slack/views/card-view.js'
import { ben, card, commitment, contact, ctx, keyDate, openQuestion, today } from './known.js'
import { blocksText } from './reading.js'

const lines = (text: string): string[] => text.split('\n')
const linesOf = (differing: Parameters<typeof card>[0]): string[] =>
  lines(cardView(card(differing), ctx()).text)
const named = (name: string) => ({ id: name, name, role: '' })
const birthday = { date: keyDate(), on: '2026-12-06' }
const lease = {
  date: keyDate({
    id: 'd2',
    kind: 'trigger',
    text: 'lease ends',
    monthDay: '03-01',
    year: 2027,
    yearly: false,
  }),
  on: '2027-03-01',
}

describe('what comes up for them', () => {
  const daysLine = (on: string) => linesOf({ trigger: { ...lease, on }, next: [{ ...birthday, on }] })
  test.each([
    [today, 'lease ends today', 'birthday today'],
    ['2026-11-25', 'lease ends tomorrow', 'birthday tomorrow'],
    ['2026-12-06', 'lease ends on 6 December 2026, in 12 days', 'birthday in 12 days (6 December)'],
    [
      '2027-11-24',
      'lease ends on 24 November 2027, in 12 months',
      'birthday in 12 months (24 November 2027)',
    ],
  ])('on %s is told as one says it', (on, trigger, next) => {
    expect(daysLine(on)).toEqual(expect.arrayContaining([`Ahead: ${trigger}`, `Next: ${next}`]))
  })

  test('is two days at most', () => {
    const renewal = { date: keyDate({ text: 'renewal' }), on: '2026-12-20' }
    const line = linesOf({ next: [birthday, renewal, lease] }).find((each) => each.startsWith('Next'))
    expect(line).toBe('Next: birthday in 12 days (6 December) · renewal in 26 days (20 December)')
  })
})

describe('what was promised', () => {
  test.each([
    [commitment({ dueOn: today }), 'You promised, due today: send the sample'],
    [commitment({ by: ben, dueOn: null }), '<@U0BEN> promised: send the sample'],
    [
      commitment({ by: ben, dueOn: '2026-11-20' }),
      '<@U0BEN> promised, and it was due on Fri 20 Nov: send the sample',
    ],
    [
      commitment({ kind: 'step', dueOn: '2026-11-23', text: 'measures' }),
      'Their step, which was due yesterday: measures',
    ],
    [commitment({ kind: 'step', dueOn: null, text: 'measures' }), 'Their step: measures'],
  ])('is said plainly', (promise, said) => {
    expect(linesOf({ promised: [promise] })[2]).toBe(said)
  })
})

describe('who is tied to them', () => {
  test('is told from where one stands, in one line', () => {
    const [susan, tom, ken] = [named('Susan Reyes'), named('Tom Hale'), named('Ken Park')]
    const said = linesOf({
      ties: [
        { kind: 'introduced by', outward: false, other: ken },
        { kind: 'married to', outward: false, other: tom },
        { kind: 'reports to', outward: true, other: susan },
      ],
      tieCount: 5,
    })
    expect(said).toContain(
      'Ken Park was introduced by them · married to Tom Hale · reports to Susan Reyes and 2 more',
    )
  })
})

describe('a year of contact', () => {
  const seen = (year: readonly number[], on = '2026-11-03') =>
    cardView(card({ year, contacts: [contact({ on })] }), ctx())
  const shown = (year: readonly number[]) => /a year: (.*?)(?=\n|$)/.exec(blocksText(seen(year)))?.[1]
  const spoken = (year: readonly number[]) => lines(seen(year).text).find((line) => line.includes('met them'))

  test('is twelve signs, the oldest month first', () => {
    expect(shown([0, 0, 1, 0, 0, 3, 0, 0, 0, 1, 0, 3])).toBe('▁▁▃▁▁█▁▁▁▃▁█')
    expect(shown([0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 10])).toBe('▁▁▁▁▁█▁▁▁▂▁▅')
  })

  test('is told in words to who hears it, and no sign of the picture with it', () => {
    expect(spoken([0, 0, 1, 5, 0, 0, 0, 0, 0, 0, 0, 1])).toMatch(
      / · 7 contacts in the last year, most in March, the last 3 weeks ago$/,
    )
    expect(spoken([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1])).toMatch(
      / · 2 contacts in the last year, the last 3 weeks ago$/,
    )
    expect(seen([1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]).text).not.toMatch(/[▁-█]/u)
  })

  test('without any contact is no picture at all', () => {
    const reply = seen(
      Array.from({ length: 12 }, () => 0),
      '2024-01-01',
    )
    expect(blocksText(reply)).toContain('You met them 2 years ago: walked the plant')
    expect(blocksText(reply) + reply.text).not.toMatch(/a year|in the last year|▁/)
  })
})

describe('what to ask', () => {
  const { question } = card().worthAsking ?? { question: { id: '', facet: 'story', text: '' } }
  test('is one question, and never a form', () => {
    const asking = (differing: Parameters<typeof card>[0]) =>
      linesOf(differing).filter((line) => /[Aa]sk/.test(line))
    expect(asking({ worthAsking: { question, blank: 'story' } })).toEqual([
      `We have yet to hear their story. Worth asking: ${question.text}`,
    ])
    expect(asking({ worthAsking: { question, blank: null } })).toEqual([`Worth asking: ${question.text}`])
    expect(asking({ worthAsking: null, toAsk: openQuestion() })).toEqual([
      'To ask: what would his crew miss most?',
    ])
  })
})
