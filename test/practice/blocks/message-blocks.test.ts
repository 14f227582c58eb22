import { describe, expect, it } from 'vitest'
import { areBlocksTooLong, messageBlockFaults } from '../../../src/practice/blocks/message-blocks.js'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('x'), ...more })
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('x'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (text = 'x', value = 'v') => ({ text: plain(text), value })
const select = (more: object = {}) => ({ type: 'static_select', options: [option()], ...more })
const input = (element: object) => ({ type: 'input', label: plain('x'), element })
const long = (length: number) => 'x'.repeat(length)

function faults(...blocks: unknown[]): string[] {
  return messageBlockFaults(blocks).map(({ pointer, message }) => `${pointer} ${message}`)
}

describe('good blocks', () => {
  it.each([
    ['a section at its limit', section({ text: mrkdwn(long(3_000)) })],
    ['ten fields', { type: 'section', fields: Array(10).fill(mrkdwn(long(2_000))) }],
    ['a header', { type: 'header', text: plain(long(150)) }],
    ['a context', { type: 'context', elements: [mrkdwn('x'), plain('y')] }],
    [
      '25 buttons',
      actions(...Array.from({ length: 25 }, (_, n) => button({ action_id: `${n}`, value: long(2_000) }))),
    ],
    [
      '100 options',
      actions(select({ options: Array.from({ length: 100 }, (_, n) => option(long(75), `${n}`)) })),
    ],
    ['an option that is chosen at first', actions(select({ initial_option: option() }))],
    ['an accessory', section({ accessory: button({ style: 'danger', url: 'https://x.example' }) })],
    ['an overflow menu', section({ accessory: { type: 'overflow', options: [option(), option('y', 'w')] } })],
    ['a date', actions({ type: 'datepicker', initial_date: '2028-02-29' })],
    [
      'checkboxes with marks',
      actions({ type: 'checkboxes', options: [{ text: mrkdwn('*x*'), value: 'v' }] }),
    ],
    ['markdown', { type: 'markdown', text: long(12_000) }],
    [
      'rich text',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
      },
    ],
    ['an image', { type: 'image', image_url: 'https://x.example/y.png', alt_text: 'y' }],
    ['people', actions({ type: 'users_select', placeholder: plain(long(150)) })],
    ['an input', input({ type: 'plain_text_input', multiline: true, max_length: 3_000 })],
  ])('%s', (_, block) => {
    expect(faults(block)).toEqual([])
  })
})

describe('bad blocks', () => {
  it.each<[string, unknown, string]>([
    ['no object', 'text', '/blocks/0 must be an object'],
    ['no type', {}, '/blocks/0 missing required field: type'],
    ['an unknown type', { type: 'poem' }, '/blocks/0 unsupported type: poem'],
    ['an unknown property', section({ colour: 'red' }), '/blocks/0 invalid additional property: colour'],
    ['a section without text', { type: 'section' }, '/blocks/0 missing required field: text or fields'],
    [
      'a text too long',
      section({ text: mrkdwn(long(3_001)) }),
      '/blocks/0/text/text must be less than 3001 characters',
    ],
    ['an empty text', section({ text: mrkdwn('') }), '/blocks/0/text/text must be more than 0 characters'],
    ['a text that is none', section({ text: 'x' }), '/blocks/0/text must be an object'],
    [
      'an emoji flag on mrkdwn',
      section({ text: { ...mrkdwn('x'), emoji: true } }),
      '/blocks/0/text invalid additional property: emoji',
    ],
    [
      'eleven fields',
      { type: 'section', fields: Array(11).fill(mrkdwn('x')) },
      '/blocks/0/fields no more than 10 items allowed',
    ],
    [
      'a field too long',
      { type: 'section', fields: [mrkdwn(long(2_001))] },
      '/blocks/0/fields/0/text must be less than 2001 characters',
    ],
    [
      'a header in mrkdwn',
      { type: 'header', text: mrkdwn('x') },
      '/blocks/0/text/type must be one of: plain_text',
    ],
    [
      'a header too long',
      { type: 'header', text: plain(long(151)) },
      '/blocks/0/text/text must be less than 151 characters',
    ],
    [
      'eleven things in a context',
      { type: 'context', elements: Array(11).fill(mrkdwn('x')) },
      '/blocks/0/elements no more than 10 items allowed',
    ],
    [
      'a button in a context',
      { type: 'context', elements: [button()] },
      '/blocks/0/elements/0 unsupported type: button',
    ],
    ['no elements', actions(), '/blocks/0/elements no less than 1 items allowed'],
    [
      '26 elements',
      actions(...Array.from({ length: 26 }, (_, n) => button({ action_id: `${n}` }))),
      '/blocks/0/elements no more than 25 items allowed',
    ],
    [
      'a button label too long',
      actions(button({ text: plain(long(76)) })),
      '/blocks/0/elements/0/text/text must be less than 76 characters',
    ],
    [
      'a button label in mrkdwn',
      actions(button({ text: mrkdwn('x') })),
      '/blocks/0/elements/0/text/type must be one of: plain_text',
    ],
    [
      'a button value too long',
      actions(button({ value: long(2_001) })),
      '/blocks/0/elements/0/value must be less than 2001 characters',
    ],
    [
      'an unknown style',
      actions(button({ style: 'loud' })),
      '/blocks/0/elements/0/style must be one of: primary, danger',
    ],
    [
      'a link that is none',
      actions(button({ url: 'javascript:1' })),
      '/blocks/0/elements/0/url must be a valid URL',
    ],
    [
      'an action_id too long',
      actions(button({ action_id: long(256) })),
      '/blocks/0/elements/0/action_id must be less than 256 characters',
    ],
    [
      'an action_id twice',
      actions(button(), button()),
      '/blocks/0 `action_id` "a" already exists for another element',
    ],
    [
      'no options',
      actions(select({ options: [] })),
      '/blocks/0/elements/0/options no less than 1 items allowed',
    ],
    [
      '101 options',
      actions(select({ options: Array(101).fill(option()) })),
      '/blocks/0/elements/0/options no more than 100 items allowed',
    ],
    [
      'options and groups',
      actions(select({ option_groups: [{ label: plain('x'), options: [option()] }] })),
      '/blocks/0/elements/0 must provide either options or option_groups, and not both',
    ],
    [
      'an option text too long',
      actions(select({ options: [option(long(76))] })),
      '/blocks/0/elements/0/options/0/text/text must be less than 76 characters',
    ],
    [
      'an option value too long',
      actions(select({ options: [option('x', long(151))] })),
      '/blocks/0/elements/0/options/0/value must be less than 151 characters',
    ],
    [
      'a first choice that is not offered',
      actions(select({ initial_option: option('y') })),
      '/blocks/0/elements/0 initial option must be one of the options provided',
    ],
    [
      'one option in an overflow menu',
      section({ accessory: { type: 'overflow', options: [option()] } }),
      '/blocks/0/accessory/options no less than 2 items allowed',
    ],
    [
      'eleven boxes',
      actions({ type: 'checkboxes', options: Array(11).fill(option()) }),
      '/blocks/0/elements/0/options no more than 10 items allowed',
    ],
    [
      'a day that is none',
      actions({ type: 'datepicker', initial_date: '2026-02-30' }),
      '/blocks/0/elements/0/initial_date must be a valid date',
    ],
    [
      'a typed field outside an input',
      actions({ type: 'plain_text_input' }),
      '/blocks/0/elements/0 unsupported type: plain_text_input',
    ],
    ['a button in an input', input(button()), '/blocks/0/element unsupported type: button'],
    [
      'an input label in mrkdwn',
      { ...input({ type: 'datepicker' }), label: mrkdwn('x') },
      '/blocks/0/label/type must be one of: plain_text',
    ],
    [
      'a first text longer than allowed',
      input({ type: 'plain_text_input', max_length: 2, initial_value: 'abc' }),
      '/blocks/0/element/initial_value must be less than 3 characters',
    ],
    [
      'a placeholder too long',
      actions({ type: 'users_select', placeholder: plain(long(151)) }),
      '/blocks/0/elements/0/placeholder/text must be less than 151 characters',
    ],
    [
      'a question without answers',
      actions(button({ confirm: { title: plain('x'), text: plain('x'), confirm: plain('x') } })),
      '/blocks/0/elements/0/confirm missing required field: deny',
    ],
    [
      'a question too long',
      actions(
        button({
          confirm: { title: plain(long(101)), text: plain('x'), confirm: plain('x'), deny: plain('x') },
        }),
      ),
      '/blocks/0/elements/0/confirm/title/text must be less than 101 characters',
    ],
    [
      'an image without words',
      { type: 'image', image_url: 'https://x.example/y.png' },
      '/blocks/0 missing required field: alt_text',
    ],
  ])('%s', (_, block, expected) => {
    expect(faults(block)).toContain(expected)
  })

  it('more than fifty, and the same block_id twice', () => {
    expect(faults(...Array(51).fill({ type: 'divider' }))).toEqual(['/blocks no more than 50 items allowed'])
    expect(faults(section({ block_id: 'a' }), section({ block_id: 'a' }))).toEqual([
      '/blocks/1/block_id `block_id` "a" already exists for another block',
    ])
  })

  it('too much markdown or too much text together', () => {
    const markdown = { type: 'markdown', text: long(6_001) }
    expect(faults(markdown, markdown)).toEqual(['/blocks markdown must be less than 12001 characters'])
    const block = section({ text: mrkdwn(long(2_600)) })
    expect(areBlocksTooLong(Array(5).fill(block))).toBe(false)
    expect(areBlocksTooLong([...Array(5).fill(block), section()])).toBe(true)
  })
})
