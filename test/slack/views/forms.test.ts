import { describe, expect, test } from 'vitest'
import type { AnyEntry } from '../../../src/app/entries/entry.js'
import { formIds } from '../../../src/slack/action-ids.js'
import { editEntryForm, entryFormAgain } from '../../../src/slack/views/entry-form.js'
import * as forms from '../../../src/slack/views/forms.js'
import { editPersonForm } from '../../../src/slack/views/person-form.js'
import {
  alone,
  commitment,
  contact,
  ctx,
  frank,
  inPrivate,
  keyDate,
  note,
  openQuestion,
  role,
  tie,
  today,
} from './known.js'
import { textsIn } from './reading.js'

/** By block id, what each input of a form is filled with. */
const filled = (view: { readonly blocks: readonly object[] }): Record<string, unknown> =>
  Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (!('block_id' in block) || !('element' in block) || typeof block.element !== 'object') return []
      const element: object = block.element ?? {}
      expect(element).toMatchObject({ action_id: block.block_id })
      const initial = Object.entries(element).find(([key]) => key.startsWith('initial_'))
      return [[block.block_id, initial?.[1] ?? '']]
    }),
  )

const entryForm = (found: AnyEntry) => editEntryForm({ person: frank(), found, other: null }, '', ctx())

describe('a form', () => {
  test('holds what is known of a person', () => {
    const person = frank({
      addresses: ['frank@acme.example', '555-0100'],
      prefers: 'text',
      slackUserId: 'U0FRANK',
    })
    const form = editPersonForm(person, '{"a":1}', ctx())
    expect(form).toMatchObject({ callback_id: formIds.editPerson, private_metadata: '{"a":1}' })
    expect(filled(form)).toEqual({
      name: 'Frank Ortiz',
      addresses: 'frank@acme.example\n555-0100',
      prefers: 'text',
      rhythm: '3 weeks',
      'slack-user': 'U0FRANK',
    })
    expect(filled(editPersonForm(frank({ rhythm: 'never' }), '', ctx()))).toMatchObject({ rhythm: 'never' })
  })

  test('holds an entry of any kind', () => {
    const noted = entryForm({ kind: 'note', entry: note() })
    expect(noted.callback_id).toBe(formIds.editEntry)
    expect(filled(noted)).toEqual({ text: 'my daughter starts at Ohio State', on: '2026-11-23' })
    const met = entryForm({ kind: 'interaction', entry: contact({ text: '' }) })
    expect(filled(met)).toEqual({ text: '', on: '2026-09-25' })
    const held = entryForm({ kind: 'role', entry: role({ sinceOn: '2026-01-01' }) })
    expect(filled(held)).toEqual({
      title: 'facilities manager',
      company: 'Acme Lighting',
      'since-on': '2026-01-01',
      'until-on': '',
    })
    const promised = entryForm({ kind: 'commitment', entry: commitment({ dueOn: null }) })
    expect(filled(promised)).toMatchObject({
      text: 'send the sample',
      'due-on': '',
      state: { value: 'open' },
    })
    const asked = entryForm({ kind: 'question', entry: openQuestion() })
    expect(filled(asked)).toEqual({ text: 'what would his crew miss most?' })
    const tied = editEntryForm(
      { person: frank(), found: { kind: 'tie', entry: tie() }, other: 'Susan Bell' },
      '',
      ctx(),
    )
    expect(filled(tied)).toMatchObject({ relation: { value: 'reports to' } })
    expect(textsIn(tied.blocks).join('')).toContain('Susan Bell')
  })

  test.each([
    [{ monthDay: '12-06', year: null, yearly: true }, '2026-12-06', 'yearly-no-year'],
    [{ monthDay: '02-29', year: null, yearly: true }, '2028-02-29', 'yearly-no-year'],
    [{ monthDay: '02-29', year: 1972, yearly: true }, '1972-02-29', 'yearly'],
    [{ monthDay: '03-01', year: 2027, yearly: false }, '2027-03-01', 'once'],
  ] as const)('holds a day that may have no year: %o', (day, on, repeats) => {
    const dated = entryForm({ kind: 'date', entry: keyDate(day) })
    expect(filled(dated)).toMatchObject({ text: 'birthday', on, repeats: { value: repeats } })
    const trigger = entryForm({ kind: 'date', entry: keyDate({ ...day, kind: 'trigger' }) })
    expect(Object.keys(filled(trigger))).toEqual(['text', 'on'])
  })

  test('says who sees what is saved, where fewer read', () => {
    const found = { kind: 'note', entry: note() } as const
    const shown = { person: frank(), found, other: null }
    for (const place of [inPrivate, alone('dm')])
      for (const form of [editEntryForm(shown, '', ctx(place)), editPersonForm(frank(), '', ctx(place))])
        expect(JSON.stringify(form)).toContain('sees what you save here')
    for (const form of [editEntryForm(shown, '', ctx()), editPersonForm(frank(), '', ctx())])
      expect(JSON.stringify(form)).not.toContain('sees what you save here')
    // Ana introduced him to nobody else, and he was handed to the one who reads.
    const handed = frank({ home: 'teammate:U9ANA' })
    expect(textsIn(editPersonForm(handed, '', ctx(alone('dm')))).join('')).toContain(
      'Everybody who knows Frank Ortiz sees what you save here.',
    )
  })

  test('that comes back holds what was typed, and says field by field what it is now', () => {
    const found = { kind: 'commitment', entry: commitment({ text: 'theirs', dueOn: '2026-12-01' }) } as const
    const shown = { person: frank(), found, other: null }
    const typed = { kind: 'commitment', text: 'mine', dueOn: '2026-11-27', state: 'kept' } as const
    const form = entryFormAgain(shown, typed, { both: ['text'], theirs: ['dueOn'] }, '{"a":1}', ctx())
    expect(form).toMatchObject({ callback_id: formIds.editEntry, private_metadata: '{"a":1}' })
    expect(filled(form)).toMatchObject({ text: 'mine', 'due-on': '2026-12-01', state: { value: 'kept' } })
    expect(textsIn(form.blocks.slice(0, 1)).join('')).toBe(
      [
        'Somebody changed this while the form was open, so nothing is saved yet. What you typed is still below.',
        '\nSaving again writes yours over what is there now:',
        '• What was promised:theirs',
        'Changed too, and kept as it is now:',
        '• By: 1 December 2026',
      ].join(''),
    )
  })

  test('asks how they were reached, with today filled in', () => {
    for (const [form, id] of [
      [forms.reachedOutForm('Frank Ortiz', today, ''), formIds.reachedOut],
      [forms.talkedForm('Frank Ortiz', today, ''), formIds.talked],
    ] as const) {
      expect(form.callback_id).toBe(id)
      expect(filled(form)).toMatchObject({ how: { value: 'called' }, text: '', on: today })
      expect(textsIn(form.blocks)).toContain('Frank Ortiz')
    }
  })

  test('asks for a teammate, or a channel that nobody outside reads', () => {
    expect(filled(forms.handOverForm('Frank Ortiz', ''))).toEqual({ teammate: '' })
    const form = forms.moveHomeForm('Frank Ortiz', '')
    expect(filled(form)).toEqual({ channel: '' })
    expect(JSON.stringify(form)).toContain('"exclude_external_shared_channels":true')
  })

  test('that cannot hold a long note shows it whole and changes nothing', () => {
    const text = `${'word '.repeat(2_399)}last`
    const form = entryForm({ kind: 'note', entry: note({ text, kind: 'note' }) })
    expect(textsIn(form.blocks).join('')).toContain(text)
    expect(textsIn(form.blocks).join('')).toContain('/person note Frank Ortiz: ...')
    expect(form.submit).toBeUndefined()
    expect(form.blocks.some((block) => block.type === 'input')).toBe(false)
  })

  test('that cannot hold all addresses changes none of them', () => {
    const addresses = Array.from({ length: 200 }, (_, i) => `frank.${i}@acme.example`)
    const form = editPersonForm(frank({ addresses }), '', ctx())
    expect(form.submit).toBeUndefined()
    expect(textsIn(form.blocks).join('')).toContain('frank.199@acme.example')
  })
})
