import { describe, expect, test } from 'vitest'
import { cardView } from '../../../src/slack/views/card-view.js'
import { ben, card, contact, ctx, frank, note, role } from './known.js'
import { blocksText, pressables } from './reading.js'

const lines = (text: string): string[] => text.split('\n')

describe('the card', () => {
  test('says what helps before a call, the name first', () => {
    const noticed = note({ id: 'n2', kind: 'note', text: 'proud of the safety record', on: '2026-11-20' })
    const { text } = cardView(card({ noticed: [noticed] }), ctx())
    expect(lines(text)).toEqual([
      'Frank Ortiz · facilities manager at Acme Lighting',
      'They said yesterday: “my daughter starts at Ohio State”',
      'You met them 60 days ago: walked the plant',
      'Noticed 4 days ago: proud of the safety record',
      'Rhythm: every 3 weeks. They would be glad to hear from you now. Owner: you.',
      'Reached at frank@acme.example',
      'Worth asking: What does a good day at the plant sound like?',
    ])
  })

  test('says the same to who sees it and to who hears it', () => {
    const reply = cardView(card(), ctx())
    for (const line of lines(reply.text)) expect(blocksText(reply)).toContain(line)
  })

  test('says that an old situation may not hold any more', () => {
    const situation = note({ kind: 'note', text: 'the lease ends', facets: ['situation'], on: '2026-08-20' })
    expect(cardView(card({ situation }), ctx()).text).toContain('check that it still holds: the lease ends')
    const fresh = cardView(card({ situation: { ...situation, on: '2026-09-20' } }), ctx())
    expect(fresh.text).toContain('Going on for them: the lease ends')
    expect(fresh.text).not.toContain('check')
  })

  test('names the teammates who spoke, and the past roles', () => {
    const { text } = cardView(
      card({
        person: frank({ ownerId: ben, prefers: 'text' }),
        contacts: [contact({ teammates: [ben], kind: 'called', text: '' })],
        past: [role({ title: 'plant engineer', untilOn: '2025-03-03' })],
      }),
      ctx(),
    )
    expect(text).toContain('<@U0BEN> called them 60 days ago.')
    expect(text).toContain('Owner: <@U0BEN>.')
    expect(text).toContain('Before: plant engineer at Acme Lighting (until 3 March 2025)')
    expect(text).toContain('How they like to be reached: text')
  })

  test('has at most twelve lines, however much is known', () => {
    const many = [1, 2, 3].map((n) => note({ id: `n${n}`, text: `words ${n}` }))
    const { text } = cardView(
      card({
        person: frank({ prefers: 'text' }),
        situation: note({ kind: 'note', text: 'a lease' }),
        heard: many,
        noticed: many,
        contacts: [contact(), contact(), contact()],
        past: [role({ untilOn: '2025-01-01' })],
      }),
      ctx(),
    )
    expect(lines(text)).toHaveLength(12)
  })

  test('says when nobody has met them, and when they never come up', () => {
    const person = frank({ name: 'Someone', offstage: true, rhythm: 'never' })
    const { text } = cardView(card({ person, contacts: [], heard: [], dueOn: null }), ctx())
    expect(text).toContain('Someone · facilities manager at Acme Lighting · nobody has met them yet')
    expect(text).toContain('they will not come up by themselves')
  })

  test('comes up on a working day', () => {
    expect(cardView(card({ dueOn: '2026-12-12' }), ctx()).text).toContain('They come up on Mon 14 Dec.')
  })

  test('offers what one does next, and words left over as a note', () => {
    const reply = cardView(card(), ctx(), { draftId: 'd1', text: 'loves jazz' })
    expect(reply.text).toContain('You also typed “loves jazz”.')
    expect(pressables(reply)).toEqual([
      { label: 'Talked', actionId: 'talked', value: 'p-frank' },
      { label: 'More', actionId: 'more', value: 'p-frank' },
      { label: 'Edit', actionId: 'edit-person', value: 'p-frank' },
      { label: 'Keep as a note', actionId: 'pick', value: 'd1:note' },
    ])
  })
})
