import { describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/slack/answer.js'
import { clip, userText } from '../../../src/slack/views/blocks.js'
import { cardView } from '../../../src/slack/views/card-view.js'
import { comingUpView } from '../../../src/slack/views/coming-up-view.js'
import { findingsView } from '../../../src/slack/views/findings-view.js'
import { handOverForm } from '../../../src/slack/views/forms.js'
import { handedCardView } from '../../../src/slack/views/handed-card-view.js'
import { helpView } from '../../../src/slack/views/help-view.js'
import { historyView } from '../../../src/slack/views/history-view.js'
import { editPersonForm } from '../../../src/slack/views/person-form.js'
import { nobodyView, pickView, samePersonView, thatSomeoneView } from '../../../src/slack/views/pick-view.js'
import { postView } from '../../../src/slack/views/post-view.js'
import { refusedTextView, rejectionView } from '../../../src/slack/views/rejection-view.js'
import * as saved from '../../../src/slack/views/saved-views.js'
import {
  ana,
  card,
  commitment,
  contact,
  ctx,
  entry,
  frank,
  keyDate,
  noAsides,
  note,
  openQuestion,
  role,
  today,
} from './known.js'
import { markup } from './odd-texts.js'
import { blocksText, inlineElements, marked, textsIn } from './reading.js'

const they = frank({ name: markup, prefers: markup, addresses: [markup] })
const name = { id: 'p1', name: markup, role: markup }
const theirNote = note({ text: markup, kind: 'note', facets: ['situation'] })
const theirRole = role({ title: markup, company: markup })
const theirDate = { date: keyDate({ text: markup }), on: '2027-03-01' }
const theirCard = card({
  person: they,
  trigger: theirDate,
  next: [theirDate],
  promised: [commitment({ text: markup })],
  ties: [{ kind: 'reports to', outward: true, other: name }],
  toAsk: openQuestion({ text: markup }),
})

const replies: Record<string, () => Reply> = {
  'the card': () =>
    cardView(
      card({
        person: they,
        held: [theirRole],
        past: [theirRole],
        situation: theirNote,
        heard: [note({ text: markup })],
        noticed: [theirNote],
        contacts: [contact({ text: markup })],
      }),
      ctx(),
      { draftId: 'd1', text: markup },
    ),
  'the card of a whole person': () => cardView(theirCard, ctx()),
  'somebody handed over': () =>
    handedCardView({
      from: ana,
      to: ana,
      on: today,
      card: theirCard,
      promised: [commitment({ text: markup })],
      asked: [{ question: markup, answer: markup, on: today }],
    }),
  'the history': () =>
    historyView(
      {
        person: they,
        offset: 0,
        total: 3,
        entries: [
          { kind: 'note', on: today, entry: theirNote },
          { kind: 'interaction', on: today, entry: contact({ text: markup }) },
          { kind: 'role', on: today, entry: theirRole, begunBy: null, endedBy: null },
        ],
      },
      ctx(),
    ),
  'who comes up': () => {
    const why = [{ kind: 'date', text: markup, on: today, raisedOn: today }] as const
    return comingUpView(
      {
        people: [{ person: they, role: markup, on: today, channelId: 'C1', why }],
        offset: 0,
        more: false,
      },
      ctx(),
    )
  },
  'what is found': () =>
    findingsView(
      {
        words: ['bold'],
        people: [name],
        entries: [{ kind: 'note', id: 'n', person: name, on: today, by: ana, text: markup }],
        offset: 0,
        more: false,
        wholeWords: false,
      },
      markup,
      'd1',
      ctx(),
    ),
  'a post': () =>
    postView({
      kind: 'digest',
      entries: [
        entry({
          name: markup,
          role: markup,
          told: { kind: 'heard', text: markup, on: today, by: ana },
          prefers: markup,
          why: [{ kind: 'new-role', role: `${markup}!`, before: markup, sinceOn: null, said: null }],
        }),
      ],
      zoneToTell: null,
    }),
  'a choice': () => pickView(`Which ${markup} do you mean?`, [name], 'd1', 0),
  'nobody of that name': () => nobodyView(markup, [name], [], 'd1', true, markup),
  'the same person?': () => samePersonView(markup, [name], 'd1'),
  'that someone?': () => thatSomeoneView(markup, [name], 'd1'),
  'a refusal': () => rejectionView({ reason: 'role-known', name: markup, role: markup }, markup),
  'a refusal of the grammar': () => refusedTextView(`What does ${markup} do now?`, markup),
  'help on what is no command': () => helpView(null, markup),
  'an introduction': () => saved.introducedView(they, markup, ctx(), 'a1'),
  'a note': () => saved.keptView({ person: they, note: theirNote, firstTender: false, sameFor: [] }, ctx()),
  'a contact': () =>
    saved.loggedView(
      {
        person: they,
        interaction: contact({ text: markup }),
        heard: [theirNote],
        dueOn: null,
        asides: noAsides,
      },
      ctx(),
    ),
  'a role': () => saved.roleTakenView({ person: they, role: theirRole, closed: theirRole }, ctx()),
}

describe('what people typed is shown as typed', () => {
  test.each(Object.entries(replies))('in %s', (_, view) => {
    const reply = view()
    // The markup is longer than a name in a question or on a button, which are cut.
    const typed = markup.slice(0, 40)
    expect(blocksText(reply)).toContain(typed)
    expect(reply.text).toContain(userText(typed))
  })

  test.each(Object.entries(replies))('ringing nobody and linking nothing in %s', (_, view) => {
    const { text, blocks } = view()
    for (const read of [text, ...marked(blocks)]) {
      expect(read).not.toMatch(/<[!h]/)
      // The one mention in the markup is Ana's; those that the bot makes itself stand alone.
      expect(read).not.toContain('<@U0ANA> *bold*')
    }
    for (const words of marked(blocks)) expect(words).not.toMatch(/\*bold|_thin|:smile/)
    for (const element of inlineElements(blocks)) expect(['user', 'channel']).toContain(element.type)
  })

  test('in every plain text, emoji names stay names', () => {
    const reply = replies['a choice']?.()
    expect(JSON.stringify(reply?.blocks)).toContain('"emoji":false')
    expect(JSON.stringify(reply?.blocks)).not.toContain('"emoji":true')
  })

  test('in a form, where nothing is markup', () => {
    const form = editPersonForm(they, '{}', ctx())
    expect(JSON.stringify(form)).toContain(JSON.stringify(markup))
    expect(textsIn(handOverForm(markup, '{}').blocks)).toContain(markup)
    expect(marked(form)).toEqual([])
  })

  test('with the line ends that a note has', () => {
    const reply = historyView(
      {
        person: frank(),
        offset: 0,
        total: 1,
        entries: [{ kind: 'note', on: today, entry: note({ text: 'one\n\ntwo   and a half' }) }],
      },
      ctx(),
    )
    expect(textsIn(reply.blocks)).toContain('one\n\ntwo   and a half')
  })

  test('in any script, kept apart from the words around it', () => {
    const reply = saved.recognisedView({ person: frank({ name: 'مريم رضایی' }), role: null }, ctx())
    expect(reply.text).toContain('\u2068مريم رضایی\u2069')
    expect(saved.recognisedView({ person: frank({ name: '山田太郎' }), role: null }, ctx()).text).toContain(
      '山田太郎 it is',
    )
  })
})

test('text is cut between signs, and says so', () => {
  expect(clip('Frank', 5)).toBe('Frank')
  expect(clip('Frank Ortiz', 7)).toBe('Frank…')
  expect(clip('👍👍👍', 4)).toBe('👍…')
})
