import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Preview, PreviewRow } from '../../../src/app/imports/preview.js'
import { channelHome, teammateHome } from '../../../src/domain/audience.js'
import type { ImportedContact } from '../../../src/domain/imported-contact.js'
import type { Reply } from '../../../src/slack/answer.js'
import { notReadView } from '../../../src/slack/views/imports/file-trouble-view.js'
import { columnsAskedView, columnsForm, takenView } from '../../../src/slack/views/imports/import-forms.js'
import { previewView, rhythmChosen } from '../../../src/slack/views/imports/preview-view.js'
import { importView, readingView } from '../../../src/slack/views/imports/progress-view.js'
import { unclearView } from '../../../src/slack/views/imports/unclear-view.js'
import { noteText, shortText } from './odd-texts.js'
import { blocksText, faultsIn, faultsInForm } from './reading.js'

const name = shortText.map((text) => (text.trim() === '' ? 'x' : text))
const contact: fc.Arbitrary<ImportedContact> = fc.record({
  row: fc.nat(100_000),
  name,
  title: shortText,
  company: shortText,
  addresses: fc.array(shortText, { maxLength: 8 }),
  key: fc.constant(null),
  birthday: fc.constant(null),
  note: noteText,
})
const role = fc.record({ title: shortText, company: shortText })
const person = fc.option(fc.record({ id: fc.constant('01K0'), name, role: shortText }))
const adds = fc.subarray(['role', 'address', 'birthday', 'note'] as const)
const changes = { personId: fc.constant('01K0'), was: fc.option(role), is: fc.option(role), adds }
const fates = {
  new: fc.constant({ outcome: 'new' } as const),
  changed: fc.record({ outcome: fc.constant('changed' as const), ...changes }),
  asked: fc.record({ outcome: fc.constant('asked' as const), ...changes }),
  same: fc.constant({ outcome: 'same', personId: '01K0' } as const),
  unclear: fc.constant({ outcome: 'unclear', why: 'same-name-and-company' } as const),
  skipped: fc.constant({ outcome: 'skipped', why: 'twice', firstRow: 7 } as const),
}
const rows = (fate: fc.Arbitrary<PreviewRow['fate']>): fc.Arbitrary<PreviewRow[]> =>
  fc.array(
    fc.record({
      nth: fc.nat(),
      row: fc.nat(),
      contact: fc.option(contact),
      fate,
      personId: fc.constant(null),
      person,
    }),
    { maxLength: 10 },
  )

const state = fc.constantFrom('ready', 'running', 'done', 'cancelled', 'undoing', 'undone')
const preview: fc.Arbitrary<Preview> = fc
  .record({
    first: fc.record({
      new: rows(fates.new),
      changed: rows(fates.changed),
      asked: rows(fates.asked),
      same: rows(fates.same),
      unclear: rows(fates.unclear),
      skipped: rows(fates.skipped),
    }),
    more: fc.constantFrom(0, 1, 99_999),
    forgotten: fc.constantFrom(0, 1, 3),
    name: shortText,
    state,
    home: fc.constantFrom(channelHome('C1'), teammateHome('U1')),
    firstActId: fc.option(fc.constant('01KA')),
  })
  .map(({ first, more, forgotten, ...rest }) => {
    const { new: fresh, changed, asked, same, unclear, skipped } = first
    const counts = {
      new: fresh.length + more,
      changed: changed.length,
      asked: asked.length,
      same: same.length,
      unclear: unclear.length,
      skipped: skipped.length,
      forgotten,
    }
    const at = '2026-11-21T16:00:00.000Z'
    const now = {
      id: '01K0IMPORT',
      by: 'U1',
      format: 'linkedin' as const,
      stagedAt: at,
      begunAt: null,
      changedAt: at,
      rhythm: 'never' as const,
      rows: 100_000,
      reached: 7,
      stayed: 1,
      counts,
      ...rest,
    }
    return { now, first }
  })

const buttonsIn = (reply: Reply): string => JSON.stringify(reply.blocks.at(-1))

test('whatever is in a file, Slack takes its preview, with the buttons', () => {
  fc.assert(
    fc.property(preview, (model) => {
      const view = previewView(model, [channelHome('C1')])
      expect(faultsIn(view)).toEqual([])
      expect(buttonsIn(view)).toContain('import-begin')
    }),
    { numRuns: 150 },
  )
})

test('and what comes of it, and the rows that are unclear', () => {
  fc.assert(
    fc.property(preview, fc.array(person, { maxLength: 9 }), ({ now, first }, candidates) => {
      const some = candidates.filter((each) => each !== null)
      const views = [
        importView(now),
        readingView(now.name, 12_000),
        notReadView(now.name, 'no-permission'),
        takenView(now.name),
        columnsAskedView(now.name, '01K0'),
        ...first.unclear.map((row) => unclearView(now.id, { ...row, candidates: some })),
      ]
      for (const view of views) if (view !== null) expect(faultsIn(view)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('whatever the columns of a table are called', () => {
  const headers = fc.uniqueArray(name, { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(
      headers,
      fc.array(fc.array(noteText, { maxLength: 5 }), { maxLength: 5 }),
      (titles, sample) => {
        const table = { name: 'x.csv', headers: titles, sample, guess: { name: titles[0] ?? '' } }
        expect(faultsInForm(columnsForm(table, '{}'))).toEqual([])
      },
    ),
    { numRuns: 100 },
  )
})

test('a rhythm is one of those offered', () => {
  expect(rhythmChosen('')).toBe('never')
  expect(rhythmChosen('3-month')).toEqual({ every: 3, unit: 'month' })
  expect(rhythmChosen('1-day')).toBeNull()
})

test('what stands for the blocks says what they say', () => {
  const [model] = fc.sample(preview, { numRuns: 1, seed: 7 })
  if (model === undefined) throw new Error('no model')
  const view = previewView({ ...model, now: { ...model.now, name: 'people.csv' } }, [])
  expect(view.text.slice(0, 40)).toContain(blocksText(view).slice(0, 6))
})
