import { expect, it } from 'vitest'
import { plainWords } from '../../../src/slack/views/blocks.js'
import { cardView } from '../../../src/slack/views/card-view.js'
import { titleOf } from '../../../src/slack/views/history-titles.js'
import { card, ctx, frank, note, role } from './known.js'
import { pressables } from './reading.js'

const shown = (given: Parameters<typeof card>[0]) => {
  const view = cardView(card(given), ctx())
  return {
    head: view.text.split('\n')[0],
    buttons: pressables(view).map(({ actionId }) => actionId),
  }
}

it('says where a role comes from that nobody has confirmed, and asks to confirm it', () => {
  const { head, buttons } = shown({ held: [role({ source: 'linkedin:U0ANA' })] })
  expect(head).toMatch(/ · from LinkedIn, not confirmed$/)
  expect(buttons).toContain('confirm')
})

it('says so of somebody without a role too', () => {
  expect(shown({ person: frank({ source: 'hubspot' }), held: [] }).head).toMatch(
    / · from HubSpot, not confirmed$/,
  )
})

it('says of a note that came with a file where it is from', () => {
  const entry = note({ source: 'vcard:U0ANA' })
  const title = titleOf({ kind: 'note', entry, on: entry.on }, ctx())
  expect(plainWords(title)).toMatch(/^Noted, from an address book, imported .* by /)
})

it('says nothing of what was typed or confirmed', () => {
  for (const source of [null, undefined]) {
    const marked = source === undefined ? {} : { source }
    const { head, buttons } = shown({ person: frank(marked), held: [role(marked)] })
    expect(head).not.toContain('confirmed')
    expect(buttons).not.toContain('confirm')
  }
})
