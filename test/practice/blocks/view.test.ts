import { describe, expect, it } from 'vitest'
import { suggestionFaults } from '../../../src/practice/blocks/suggestion.js'
import { isViewTooLarge, viewFaults } from '../../../src/practice/blocks/view.js'

const plain = (text: string) => ({ type: 'plain_text', text })
const divider = { type: 'divider' }
const input = {
  type: 'input',
  block_id: 'a',
  label: plain('x'),
  element: { type: 'plain_text_input', action_id: 'b', focus_on_load: true },
}
const modal = (more: object = {}) => ({ type: 'modal', title: plain('x'), blocks: [divider], ...more })
const home = (more: object = {}) => ({ type: 'home', blocks: [divider], ...more })
const long = (length: number) => 'x'.repeat(length)

function faults(view: unknown, kind: 'modal' | 'home'): string[] {
  return viewFaults(view, kind).map(({ pointer, message }) => `${pointer} ${message}`)
}

describe('a view', () => {
  it('that is good is taken', () => {
    expect(
      faults(modal({ title: plain(long(24)), submit: plain('Keep'), blocks: [input] }), 'modal'),
    ).toEqual([])
    expect(faults(home({ blocks: Array(100).fill(divider), private_metadata: long(3_000) }), 'home')).toEqual(
      [],
    )
  })

  it.each<['modal' | 'home', object, string]>([
    ['modal', modal({ title: plain(long(25)) }), '/view/title/text must be less than 25 characters'],
    ['modal', modal({ title: undefined }), '/view missing required field: title'],
    ['modal', modal({ close: plain(long(25)) }), '/view/close/text must be less than 25 characters'],
    [
      'modal',
      modal({ submit: { type: 'mrkdwn', text: 'x' } }),
      '/view/submit/type must be one of: plain_text',
    ],
    [
      'modal',
      modal({ blocks: [input] }),
      '/view missing required field: submit (a modal with an input block needs it)',
    ],
    ['modal', modal({ blocks: Array(101).fill(divider) }), '/view/blocks no more than 100 items allowed'],
    [
      'modal',
      modal({ private_metadata: long(3_001) }),
      '/view/private_metadata must be less than 3001 characters',
    ],
    ['modal', modal({ callback_id: long(256) }), '/view/callback_id must be less than 256 characters'],
    [
      'modal',
      modal({ blocks: [{ type: 'markdown', text: 'x' }] }),
      '/view/blocks/0 unsupported type: markdown',
    ],
    [
      'modal',
      modal({ submit: plain('x'), blocks: [input, { ...input, block_id: 'c' }] }),
      '/view/blocks only one element may have focus_on_load',
    ],
    ['modal', home(), '/view/type must be one of: modal'],
    ['home', home({ title: plain('x') }), '/view invalid additional property: title'],
  ])('a bad %s is refused: %#', (kind, view, expected) => {
    expect(faults(view, kind)).toContain(expected)
  })

  it('may weigh 250 kB', () => {
    const block = { type: 'section', text: { type: 'mrkdwn', text: long(2_900) } }
    expect(isViewTooLarge(home({ blocks: Array(80).fill(block) }))).toBe(false)
    expect(isViewTooLarge(home({ blocks: Array(90).fill(block) }))).toBe(true)
  })
})

describe('the answer to a type-ahead', () => {
  it('may be empty, and holds at most a hundred options', () => {
    const option = { text: plain('x'), value: 'v' }
    expect(suggestionFaults({ options: [] })).toEqual([])
    expect(suggestionFaults({ options: Array(100).fill(option) })).toEqual([])
    expect(suggestionFaults({ options: Array(101).fill(option) })).toHaveLength(1)
    expect(suggestionFaults({ options: [{ text: plain(''), value: 'v' }] })).toHaveLength(1)
    expect(suggestionFaults(undefined)).toHaveLength(1)
  })
})
