import { describe, expect, test } from 'vitest'
import {
  aboutWhomView,
  dateView,
  nobodyView,
  pickView,
  samePersonView,
  thatSomeoneView,
} from '../../../src/slack/views/pick-view.js'
import { pressables } from './reading.js'

const frank = { id: 'p1', name: 'Frank Ortiz', role: 'facilities manager at Acme Lighting' }
const other = { id: 'p2', name: 'Frank Ortiz', role: 'board member at Lakeside Foundation' }

describe('whom was it about', () => {
  test('two of one name are told apart by role', () => {
    expect(pressables(pickView('Which frank do you mean?', [frank, other], 'd1', 0))).toEqual([
      { label: 'Frank Ortiz · facilities manager at Acme Lighting', actionId: 'pick', value: 'd1:p1' },
      { label: 'Frank Ortiz · board member at Lakeside Foundation', actionId: 'pick', value: 'd1:p2' },
    ])
  })

  test('a name too long for a button stands beside it, whole', () => {
    const reply = pickView('Which?', [{ ...frank, role: 'keeper of lamps '.repeat(12).trim() }], 'd1', 0)
    expect(JSON.stringify(reply.blocks)).toContain('keeper of lamps '.repeat(12).trim())
    expect(pressables(reply)[0]).toMatchObject({ label: 'Frank Ortiz', value: 'd1:p1' })
  })

  test('three hundred of one name come eight at a time', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ ...frank, id: `p${i}` }))
    const pages = (offset: number) => pressables(pickView('Which frank?', many, 'd1', offset))
    expect(pages(0).map(({ value }) => value)).toEqual([
      ...Array.from({ length: 8 }, (_, i) => `d1:p${i}`),
      'd1:8',
    ])
    expect(pages(296).map(({ value }) => value)).toEqual([
      'd1:p296',
      'd1:p297',
      'd1:p298',
      'd1:p299',
      'd1:288',
    ])
    const { text } = pickView('Which frank?', many, 'd1', 8)
    expect(text).toContain('Here are 9 to 16 of 300.')
  })

  test('nobody is called so: the nearest, a new person, or another command', () => {
    const reply = nobodyView('Frenk Ortis', [frank], ['/person note frank x'], 'd1', true, 'frenk ortis')
    expect(reply.text.split('\n')).toEqual([
      'I know nobody called “Frenk Ortis”.',
      'You typed: frenk ortis',
      'Did you mean one of these?',
      'Frank Ortiz · facilities manager at Acme Lighting',
      'Or was it a command?',
      '`/person note frank x`',
      'Or add “Frenk Ortis” as somebody new.',
      'What you typed waits here until you choose.',
      '`/person help` shows what I understand.',
    ])
    expect(pressables(reply).map(({ label, value }) => [label, value])).toEqual([
      ['Frank Ortiz · facilities manager at Acme Lighting', 'd1:p1'],
      ['Add “Frenk Ortis”', 'd1:add'],
    ])
  })

  test('nobody at all, and nothing to add: the next command', () => {
    const { text } = nobodyView('', [], [], 'd1', false)
    expect(text).toContain('I do not know whom you mean.')
    expect(text).toContain('`/person add Frank Ortiz, facilities manager at Acme Lighting`')
  })

  test('the same person, or somebody else', () => {
    const reply = samePersonView('Frank Ortiz', [frank], 'd1')
    expect(reply.text).toContain('Is “Frank Ortiz” the same person as this one?')
    expect(pressables(reply).map(({ value }) => value)).toEqual(['d1:p1', 'd1:anew'])
  })

  test('that someone, now with a name', () => {
    const someone = { id: 'p9', name: 'Someone', role: 'CFO at Acme' }
    const reply = thatSomeoneView('Dana Cho', [someone], 'd1')
    expect(reply.text).toContain('Is Dana Cho this someone, CFO at Acme?')
    expect(pressables(reply).map(({ label, value }) => [label, value])).toEqual([
      ['Yes: Someone · CFO at Acme', 'd1:p9'],
      ['No, somebody else', 'd1:anew'],
    ])
  })

  test('a reaction that names nobody beyond doubt: candidates, or type a name', () => {
    const { text, blocks } = aboutWhomView('called', [frank], 'd1')
    expect(text).toContain('Whom did you call?')
    const menu = blocks.find((block) => block.type === 'actions' && block.block_id === 'd1')
    expect(menu).toMatchObject({
      elements: [{ type: 'external_select', action_id: 'someone-else', min_query_length: 1 }],
    })
    const cutShort = 'More people are called so than stand here.'
    expect(text).not.toContain(cutShort)
    expect(aboutWhomView('called', Array(9).fill(frank), 'd1').text).toContain(cutShort)
  })

  test('which day was meant', () => {
    const choices = pressables(dateView(['2026-03-12', '2026-12-03'], 'd1'))
    expect(choices.map(({ label, value }) => [label, value])).toEqual([
      ['12 March 2026', 'd1:0'],
      ['3 December 2026', 'd1:1'],
    ])
  })
})
