import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '../../../src/app/people/history.js'
import { historyView } from '../../../src/slack/views/history-view.js'
import { ana, ben, contact, ctx, frank, note, role, today } from './known.js'
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
          { kind: 'role', on: '2026-01-01', entry: role({ sinceOn: '2026-01-01', untilOn: '2026-11-01' }) },
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
    expect(pressables(reply).slice(0, 2)).toEqual([
      { label: 'Edit', actionId: 'edit-entry', value: 'note:n-1' },
      { label: 'Remove', actionId: 'remove-entry', value: 'note:n-1' },
    ])
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
