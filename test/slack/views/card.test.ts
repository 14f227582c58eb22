import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardView } from '../../../src/slack/views/card-view.js'
import { ben, card, commitment, contact, ctx, frank, keyDate, note, openQuestion, role } from './known.js'
import * as odd from './odd-models.js'
import { blocksText, pressables, textsIn } from './reading.js'

const lines = (text: string): string[] => text.split('\n')
const linesOf = (differing: Parameters<typeof card>[0]): string[] =>
  lines(cardView(card(differing), ctx()).text)
const named = (name: string) => ({ id: name, name, role: '' })
const sample = commitment()
const ceiling = commitment({
  id: 'c2',
  kind: 'step',
  text: 'measures the ceiling height',
  dueOn: '2026-12-12',
})
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

/** One of everything, and more of what there can be more of. */
const whole = () =>
  card({
    person: frank({ prefers: 'text' }),
    trigger: lease,
    next: [birthday],
    situation: note({ kind: 'situation', text: 'lease and energy costs' }),
    promised: [sample, ceiling],
    promisedCount: 5,
    ties: [{ kind: 'reports to', outward: true, other: named('Susan Reyes') }],
    toAsk: openQuestion(),
    contacts: [contact(), contact({ text: 'the roof' })],
    noticed: [note({ kind: 'note', text: 'proud of his crew' })],
    past: [role({ untilOn: '2025-01-01' })],
  })

describe('the card', () => {
  test('says what helps in the lift before a meeting, in that order', () => {
    expect(lines(cardView(whole(), ctx()).text)).toEqual([
      'Frank Ortiz · facilities manager at Acme Lighting',
      'Ahead: lease ends on 1 March 2027, in 97 days',
      'Going on for them: lease and energy costs',
      'They said yesterday: “my daughter starts at Ohio State”',
      'You promised, due on Fri 27 Nov: send the sample · Their step, due on Sat 12 Dec: measures the ceiling height · 3 more open',
      'You met them 60 days ago: walked the plant · 1 contact in the last year, 60 days ago',
      'Next: birthday in 12 days (6 December)',
      'Reports to Susan Reyes',
      'How they like to be reached: text',
      'Rhythm: every 3 weeks. They would be glad to hear from you now. Owner: you.',
      'To ask: what would his crew miss most?',
      'We have yet to hear what their days are like. Worth asking: What does a good day at the plant sound like?',
    ])
  })

  test('has two lines for promises, both ways, where there is room', () => {
    const { prefers: _, ...rest } = whole().person
    expect(linesOf({ ...whole(), person: { ...rest, prefers: null } }).slice(4, 6)).toEqual([
      'You promised, due on Fri 27 Nov: send the sample',
      'Their step, due on Sat 12 Dec: measures the ceiling height · 3 more open',
    ])
  })

  test('has no line for what does not exist, and fills up with what else is known', () => {
    const said = linesOf({
      noticed: [note({ id: 'n2', kind: 'note', text: 'proud of the safety record', on: '2026-11-20' })],
      heard: [note(), note({ id: 'n3', text: 'the roof leaks', on: '2026-11-10' })],
      contacts: [contact(), contact({ on: '2026-08-01', kind: 'called', teammates: [ben], text: '' })],
      past: [role({ title: 'plant engineer', untilOn: '2025-03-03' })],
    })
    expect(said).toEqual([
      'Frank Ortiz · facilities manager at Acme Lighting',
      'They said yesterday: “my daughter starts at Ohio State”',
      'You met them 60 days ago: walked the plant · 1 contact in the last year, 60 days ago',
      'Rhythm: every 3 weeks. They would be glad to hear from you now. Owner: you.',
      'We have yet to hear what their days are like. Worth asking: What does a good day at the plant sound like?',
      'Noticed 4 days ago: proud of the safety record',
      'Before: plant engineer at Acme Lighting (until 3 March 2025)',
      'Reached at frank@acme.example',
      'They said 2 weeks ago: “the roof leaks”',
      '<@U0BEN> called them 4 months ago',
    ])
  })

  test('says the same to who sees it and to who hears it, but for the picture', () => {
    const reply = cardView(whole(), ctx())
    for (const line of lines(reply.text)) expect(blocksText(reply)).toContain(line.replace(/1 contact.*/, ''))
  })

  test('says that an old situation may not hold any more', () => {
    const situation = note({ kind: 'situation', text: 'the lease ends', on: '2026-08-20' })
    expect(linesOf({ situation })[1]).toBe(
      'Going on for them 96 days ago, check that it still holds: the lease ends',
    )
    expect(linesOf({ situation: { ...situation, on: '2026-08-26' } })[1]).toBe(
      'Going on for them: the lease ends',
    )
  })

  test('says when nobody has met them, and when they never come up', () => {
    const person = frank({ name: 'Someone', offstage: true, rhythm: 'never', ownerId: ben })
    const said = linesOf({ person, contacts: [], heard: [], dueOn: null })
    expect(said[0]).toBe('Someone · facilities manager at Acme Lighting · nobody has met them yet')
    expect(said[1]).toBe('No rhythm is set, so they will not come up by themselves. Owner: <@U0BEN>.')
  })

  test('comes up on a working day', () => {
    expect(linesOf({ dueOn: '2026-12-12' }).join()).toContain('They come up on Mon 14 Dec.')
  })

  test('offers what one does next, and words left over as a note', () => {
    const reply = cardView(card(), ctx(), { draftId: 'd1', text: 'loves jazz' })
    expect(reply.text).toContain('You also typed “loves jazz”.')
    expect(pressables(reply)).toEqual([
      { label: 'Talked', actionId: 'talked', value: 'p-frank' },
      { label: 'Note', actionId: 'write-note', value: 'p-frank' },
      { label: 'Promise', actionId: 'promise', value: 'p-frank' },
      { label: 'Edit', actionId: 'edit-person', value: 'p-frank' },
      { label: 'More', actionId: 'more', value: 'p-frank' },
      { label: 'Keep as a note', actionId: 'pick', value: 'd1:note' },
    ])
  })
})

describe('whatever is known', () => {
  test('the card has twelve lines at most, each short, to who sees it and to who hears it', () => {
    fc.assert(
      fc.property(odd.card, odd.context, (model, reader) => {
        const reply = cardView(model, reader)
        const seen = textsIn(reply.blocks[0]).join('').split('\n')
        expect(seen.length).toBeLessThanOrEqual(12)
        expect(lines(reply.text).length).toBe(seen.length)
        for (const line of seen) expect(line.length).toBeLessThan(800)
      }),
      { numRuns: 200 },
    )
  })

  test('12,000 characters, another direction and a ringing of bells take one line each', () => {
    for (const text of ['x '.repeat(6_000), 'שרה \u202Eכהן '.repeat(900), '<!channel>\n\n'.repeat(900)]) {
      const reply = cardView(
        card({
          person: frank({ prefers: text }),
          heard: [note({ text })],
          promised: [commitment({ text })],
          trigger: { ...lease, date: keyDate({ text }) },
          toAsk: openQuestion({ text }),
        }),
        ctx(),
      )
      expect(lines(reply.text)).toHaveLength(10)
      expect(reply.text).not.toContain('<!')
      expect(blocksText(reply)).toContain('…')
    }
  })
})
