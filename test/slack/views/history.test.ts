import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '../../../src/app/people/history.js'
import { historyView } from '../../../src/slack/views/history-view.js'
import {
  ana,
  ben,
  commitment,
  contact,
  ctx,
  frank,
  keyDate,
  note,
  openQuestion,
  role,
  tie,
  today,
} from './known.js'
import { blocksText, pressables } from './reading.js'

const noted = (id: string, text: string): HistoryEntry => ({
  kind: 'note',
  on: today,
  entry: note({ id, text }),
})

describe('the history', () => {
  test('says of each thing when and by whom, with edit and remove', () => {
    const reply = historyView(
      {
        person: frank(),
        offset: 0,
        total: 4,
        entries: [
          { kind: 'note', on: '2026-11-23', entry: note() },
          {
            kind: 'note',
            on: '2026-11-20',
            entry: note({ id: 'n2', kind: 'note', text: 'tired', by: ben, home: `teammate:${ana}` }),
          },
          { kind: 'interaction', on: '2026-09-25', entry: contact({ teammates: [ana, ben] }) },
          {
            kind: 'role',
            on: '2026-01-01',
            entry: role({ sinceOn: '2026-01-01', untilOn: '2026-11-01' }),
            begunBy: null,
            endedBy: null,
          },
        ],
      },
      ctx(),
    )
    expect(reply.text.split('\n')).toEqual([
      'Frank Ortiz, 1 to 4 of 4:',
      'They said yesterday, to you:',
      '“my daughter starts at Ohio State”',
      'Noticed 4 days ago by <@U0BEN>, seen by you alone:',
      '“tired”',
      'Met 60 days ago by you and <@U0BEN>:',
      '“walked the plant”',
      'Role: facilities manager at Acme Lighting, since 1 January, until 1 November, written down by you',
    ])
    const [ways, ...others] = pressables(reply)
    expect(ways).toEqual({ label: 'Warm ways in', actionId: 'warm-ways', value: 'p-frank' })
    expect(others.filter(({ actionId }) => actionId.endsWith('-entry')).slice(0, 2)).toEqual([
      { label: 'Edit', actionId: 'edit-entry', value: 'note:n-1' },
      { label: 'Remove', actionId: 'remove-entry', value: 'note:n-1' },
    ])
  })

  test('says of what is promised, remembered, asked and tied what there is to know', () => {
    const answered = { on: today, by: ben, noteId: 'n2' }
    const entries: HistoryEntry[] = [
      { kind: 'note', on: '2026-11-23', entry: note({ kind: 'situation', text: 'lease costs' }) },
      { kind: 'commitment', on: '2026-11-20', entry: commitment({ by: ben }) },
      {
        kind: 'commitment',
        on: '2026-11-20',
        entry: commitment({ dueOn: null, closed: { as: 'kept', on: today, by: ana } }),
      },
      {
        kind: 'commitment',
        on: '2026-11-20',
        entry: commitment({ kind: 'step', closed: { as: 'broken', on: '2026-11-23', by: ben } }),
      },
      { kind: 'date', on: '2026-11-20', entry: keyDate() },
      { kind: 'date', on: '2026-11-20', entry: keyDate({ monthDay: '02-29', year: 1972 }) },
      {
        kind: 'date',
        on: '2026-11-20',
        entry: keyDate({ kind: 'trigger', text: 'lease ends', monthDay: '03-01', year: 2027, yearly: false }),
      },
      { kind: 'question', on: '2026-11-20', entry: openQuestion(), answer: null },
      {
        kind: 'question',
        on: '2026-11-20',
        entry: openQuestion({ answered, home: `teammate:${ana}` }),
        answer: note({ text: 'the light' }),
      },
      { kind: 'tie', on: '2026-11-20', entry: tie(), from: 'Frank Ortiz', to: 'Susan Bell' },
    ]
    const reply = historyView({ person: frank(), offset: 0, total: 10, entries }, ctx())
    expect(reply.text.split('\n').slice(1)).toEqual([
      'What is going on for them, noted yesterday by you:',
      '“lease costs”',
      'Promised 4 days ago by <@U0BEN>, due on Fri 27 Nov, still open:',
      '“send the sample”',
      'Promised 4 days ago by you, kept, as you said today:',
      '“send the sample”',
      'Their own step, written down 4 days ago by you, due on Fri 27 Nov, not kept, as <@U0BEN> said yesterday:',
      '“send the sample”',
      'A day to remember, 6 December every year, written down 4 days ago by you:',
      '“birthday”',
      'A day to remember, 29 February every year since 1972, written down 4 days ago by you:',
      '“birthday”',
      'What forces a move, 1 March 2027, written down 4 days ago by you:',
      '“lease ends”',
      'To ask them, written down 4 days ago by you:',
      '“what would his crew miss most?”',
      'To ask them, written down 4 days ago by you, answered today to <@U0BEN>, seen by you alone:',
      '“what would his crew miss most?”',
      'The answer:',
      '“the light”',
      'Frank Ortiz reports to Susan Bell, written down 4 days ago by you',
    ])
    const values = pressables(reply).map(({ value }) => value)
    expect(values.slice(-4)).toEqual(['question:q-1', 'question:q-1', 'tie:t-1', 'tie:t-1'])
  })

  test('shows a note of 12,000 signs in full', () => {
    const text = `the beginning ${'of a long story '.repeat(748)}the end`.slice(0, 12_000)
    const reply = historyView(
      { person: frank({ name: 'F'.repeat(200) }), offset: 3, total: 5_000, entries: [noted('n1', text)] },
      ctx(),
    )
    expect(blocksText(reply)).toContain(text)
    expect(pressables(reply).map(({ value }) => value)).toEqual([
      'note:n1',
      'note:n1',
      'p-frank:0',
      'p-frank:4',
    ])
  })

  test('shows as much on a page as a message holds, and goes on from there', () => {
    const entries = Array.from({ length: 10 }, (_, i) => noted(`n${i}`, `${i} `.repeat(2_000)))
    const reply = historyView({ person: frank(), offset: 0, total: 10, entries }, ctx())
    const shown = pressables(reply).filter(({ actionId }) => actionId === 'edit-entry')
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(10)
    expect(pressables(reply).at(-1)).toEqual({
      label: 'Older',
      actionId: 'history-page',
      value: `p-frank:${shown.length}`,
    })
    for (const i of shown.keys()) expect(blocksText(reply)).toContain(`${i} `.repeat(1_400).trim())
  })

  test('says when there is nothing more', () => {
    const reply = historyView({ person: frank(), offset: 0, total: 0, entries: [] }, ctx())
    expect(reply.text).toBe('There is nothing more about Frank Ortiz yet.')
    expect(pressables(reply)).toEqual([])
  })
})
