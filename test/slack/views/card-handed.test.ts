import { expect, test } from 'vitest'
import type { HandedModel } from '../../../src/app/people/handed.js'
import { handedCardView } from '../../../src/slack/views/handed-card-view.js'
import { ana, ben, card, commitment, frank, today } from './known.js'
import { blocksText, pressables } from './reading.js'

const handed = (differing: Partial<HandedModel> = {}): HandedModel => ({
  from: ana,
  to: ben,
  on: today,
  card: card({ person: frank({ ownerId: ben }), promised: [commitment()] }),
  promised: [commitment(), commitment({ id: 'c2', kind: 'step', text: 'measures', dueOn: null })],
  asked: [
    { question: 'what would his crew miss most?', answer: 'the night shift’s radio', on: '2026-11-10' },
    { question: 'Who taught you the most?', answer: null, on: '2026-10-01' },
  ],
  ...differing,
})

test('who is handed a person reads the card, what was promised, and what not to ask again', () => {
  const reply = handedCardView(handed())
  expect(reply.text.split('\n')).toEqual([
    '<@U0ANA> handed Frank Ortiz over to you.',
    'Frank Ortiz · facilities manager at Acme Lighting',
    'They said yesterday: “my daughter starts at Ohio State”',
    '<@U0ANA> met them 60 days ago: walked the plant · 1 contact in the last year, 60 days ago',
    'Rhythm: every 3 weeks. They would be glad to hear from you now. Owner: you.',
    'We have yet to hear what their days are like. Worth asking: What does a good day at the plant sound like?',
    'Reached at frank@acme.example',
    'Promised and still open',
    '<@U0ANA> promised, due on Fri 27 Nov: send the sample',
    'Their step: measures',
    'No need to ask again',
    '“what would his crew miss most?” They said 2 weeks ago: “the night shift’s radio”',
    '“Who taught you the most?” was asked 54 days ago.',
  ])
  expect(blocksText(reply)).toContain('No need to ask again')
  expect(pressables(reply).map(({ label }) => label)).toEqual(['Talked', 'Note', 'Promise', 'Edit', 'More'])
})

test('where nothing was promised or asked, nothing is said of it', () => {
  const { text } = handedCardView(handed({ promised: [], asked: [], card: card() }))
  expect(text).not.toMatch(/Promised|again/)
})

test('promises beyond those shown are counted', () => {
  const promised = Array.from({ length: 15 }, (_, n) => commitment({ id: `c${n}`, text: `thing ${n}` }))
  const { text } = handedCardView(handed({ promised, card: card({ promisedCount: 40 }) }))
  expect(text).toContain('thing 14 · 25 more open')
})
