import { describe, expect, test } from 'vitest'
import { formIds } from '../../../src/slack/action-ids.js'
import * as forms from '../../../src/slack/views/forms.js'
import { contact, frank, note, role, today } from './known.js'
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

describe('a form', () => {
  test('holds what is known of a person', () => {
    const person = frank({
      addresses: ['frank@acme.example', '555-0100'],
      prefers: 'text',
      slackUserId: 'U0FRANK',
    })
    const form = forms.editPersonForm(person, '{"a":1}')
    expect(form).toMatchObject({ callback_id: formIds.editPerson, private_metadata: '{"a":1}' })
    expect(filled(form)).toEqual({
      name: 'Frank Ortiz',
      addresses: 'frank@acme.example\n555-0100',
      prefers: 'text',
      rhythm: '3 weeks',
      'slack-user': 'U0FRANK',
    })
    expect(filled(forms.editPersonForm(frank({ rhythm: 'never' }), ''))).toMatchObject({ rhythm: 'never' })
  })

  test('holds an entry of any kind', () => {
    const noted = forms.editEntryForm(frank(), { kind: 'note', entry: note() }, '')
    expect(noted.callback_id).toBe(formIds.editEntry)
    expect(filled(noted)).toEqual({ text: 'my daughter starts at Ohio State', on: '2026-11-23' })
    const met = forms.editEntryForm(frank(), { kind: 'interaction', entry: contact({ text: '' }) }, '')
    expect(filled(met)).toEqual({ text: '', on: '2026-09-25' })
    const held = forms.editEntryForm(frank(), { kind: 'role', entry: role({ sinceOn: '2026-01-01' }) }, '')
    expect(filled(held)).toEqual({
      title: 'facilities manager',
      company: 'Acme Lighting',
      'since-on': '2026-01-01',
      'until-on': '',
    })
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
    const form = forms.editEntryForm(frank(), { kind: 'note', entry: note({ text }) }, '')
    expect(textsIn(form.blocks).join('')).toContain(text)
    expect(textsIn(form.blocks).join('')).toContain('/person note Frank Ortiz: ...')
    expect(form.submit).toBeUndefined()
    expect(form.blocks.some((block) => block.type === 'input')).toBe(false)
  })

  test('that cannot hold all addresses changes none of them', () => {
    const addresses = Array.from({ length: 200 }, (_, i) => `frank.${i}@acme.example`)
    const form = forms.editPersonForm(frank({ addresses }), '')
    expect(form.submit).toBeUndefined()
    expect(textsIn(form.blocks).join('')).toContain('frank.199@acme.example')
  })
})
