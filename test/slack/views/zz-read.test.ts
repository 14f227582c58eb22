import { appendFileSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { cardView } from '../../../src/slack/views/card-view.js'
import { comingUpView } from '../../../src/slack/views/coming-up-view.js'
import { findingsView } from '../../../src/slack/views/findings-view.js'
import { greetingView } from '../../../src/slack/views/greeting-view.js'
import { helpView } from '../../../src/slack/views/help-view.js'
import { historyView } from '../../../src/slack/views/history-view.js'
import * as p from '../../../src/slack/views/pick-view.js'
import { postView } from '../../../src/slack/views/post-view.js'
import * as r from '../../../src/slack/views/rejection-view.js'
import * as s from '../../../src/slack/views/saved-views.js'
import * as k from './known.js'

const out: string[] = []
const show = (title: string, reply: any) => {
  const btns = JSON.stringify(reply.blocks).match(/"action_id":"[^"]+"/g)
  out.push(
    `--- ${title}   [${reply.blocks.map((b: any) => b.type).join(' ')}] ${btns ?? ''}\n${reply.text}\n`,
  )
}
test('read', () => {
  const { ctx } = k
  show('card', cardView(k.card(), ctx(), null))
  show(
    'card full',
    cardView(
      k.card({
        person: k.frank({ prefers: 'text', ownerId: k.ben, slackUserId: 'U0FR' }),
        situation: k.note({
          id: 'n9',
          kind: 'note',
          text: 'lease and energy costs; wants one vendor #situation',
          facets: ['situation'],
          on: '2026-08-01',
        }),
        past: [k.role({ id: 'r2', untilOn: '2026-11-01', title: 'VP operations', company: 'Globex' })],
        heard: [
          k.note(),
          k.note({ text: 'older words', on: '2026-10-01' }),
          k.note({ text: 'oldest', on: '2025-01-01' }),
        ],
        noticed: [k.note({ kind: 'note', text: 'proud of safety record #feeling' })],
        contacts: [
          k.contact(),
          k.contact({ kind: 'called', on: '2026-08-01', teammates: [k.ben, k.ana], text: '' }),
        ],
      }),
      ctx(),
      { draftId: 'd1', text: 'wants a call' },
    ),
  )
  show(
    'card empty',
    cardView(
      k.card({
        held: [],
        heard: [],
        contacts: [],
        dueOn: '2026-12-20',
        person: k.frank({ addresses: [], rhythm: { every: 30, unit: 'day' } }),
      }),
      ctx(),
    ),
  )
  show(
    'card someone',
    cardView(
      k.card({
        heard: [],
        contacts: [],
        dueOn: null,
        person: k.frank({ name: 'Someone', addresses: [], rhythm: 'never', offstage: true }),
      }),
      ctx(),
    ),
  )
  show(
    'history',
    historyView(
      {
        person: k.frank(),
        offset: 0,
        total: 14,
        entries: [
          { kind: 'note', on: '2026-11-23', entry: k.note() },
          {
            kind: 'note',
            on: '2026-11-20',
            entry: k.note({ kind: 'note', by: k.ben, text: 'proud', home: 'teammate:U0ANA' }),
          },
          { kind: 'interaction', on: '2026-09-25', entry: k.contact({ teammates: [k.ana, k.ben] }) },
          { kind: 'role', on: '2026-09-20', entry: k.role({ sinceOn: '2026-01-01', untilOn: '2026-11-22' }) },
        ],
      },
      ctx(),
    ),
  )
  show(
    'due',
    comingUpView(
      {
        offset: 0,
        more: true,
        people: [
          { person: k.frank(), role: 'facilities manager at Acme', on: '2026-11-20', channelId: 'C1' },
          { person: k.frank({ name: 'Susan' }), role: '', on: '2026-11-26', channelId: null },
        ],
      },
      ctx(),
    ),
  )
  show(
    'due none',
    comingUpView({ offset: 0, more: false, people: [] }, ctx({ ...k.inPublic, botIsIn: false })),
  )
  const pn = { id: 'p1', name: 'Frank Ortiz', role: 'facilities manager at Acme Lighting' }
  show(
    'find',
    findingsView(
      {
        words: ['ohio'],
        people: [pn],
        offset: 0,
        more: true,
        entries: [
          {
            kind: 'heard',
            id: 'n',
            person: pn,
            on: '2026-11-23',
            by: k.ana,
            text: 'my daughter starts at Ohio State ' + 'and more '.repeat(40),
          },
          {
            kind: 'interaction',
            id: 'i',
            person: pn,
            on: '2026-11-23',
            by: k.ben,
            text: 'x '.repeat(100) + 'Ohio',
          },
          { kind: 'role', id: 'i', person: pn, on: '2026-11-23', by: k.ben, text: 'dean at Ohio State' },
        ],
      },
      'ohio',
      'd1',
      ctx(),
    ),
  )
  show(
    'find none',
    findingsView({ words: ['ohio'], people: [], offset: 0, more: false, entries: [] }, 'ohio', 'd1', ctx()),
  )
  show('hello first', greetingView({ first: true, known: 3, glad: [], news: [] }, ctx()))
  show(
    'hello',
    greetingView(
      {
        first: false,
        known: 3,
        glad: [
          {
            person: k.frank(),
            role: 'facilities manager at Acme',
            lastContactOn: '2026-09-25',
            dueOn: '2026-10-16',
          },
          { person: k.frank({ name: 'Lily' }), role: '', lastContactOn: null, dueOn: '2026-10-16' },
        ],
        news: [
          {
            person: pn,
            piece: {
              id: 'w',
              personId: 'p1',
              home: 'channel:C1',
              by: k.ana,
              at: '',
              on: '2026-11-20',
              kind: 'new-role',
              roleId: 'r',
              before: 'CFO at X',
            },
          },
          {
            person: pn,
            piece: {
              id: 'w',
              personId: 'p1',
              home: 'channel:C1',
              by: k.ana,
              at: '',
              on: '2026-11-20',
              kind: 'left',
              roleId: 'r',
              before: 'CFO at X',
            },
          },
        ],
      },
      ctx(),
    ),
  )
  show('hello quiet', greetingView({ first: false, known: 3, glad: [], news: [] }, ctx()))
  show('help', helpView(null))
  show('help note', helpView('note'))
  show('help?', helpView(null, 'foo'))
  show(
    'introduced',
    s.introducedView(
      k.frank({ introducedOn: k.today, firstDueOn: '2026-12-24', rhythm: { every: 30, unit: 'day' } }),
      'facilities manager at Acme Lighting',
      ctx(),
      'act1',
    ),
  )
  show(
    'introduced dm',
    s.introducedView(
      k.frank({ home: 'teammate:U0ANA', firstDueOn: '2026-12-24' }),
      '',
      ctx(k.alone('dm')),
      'act1',
    ),
  )
  show(
    'introduced not in',
    s.introducedView(
      k.frank({ firstDueOn: '2026-12-24' }),
      '',
      ctx({ ...k.inPublic, botIsIn: false }),
      'act1',
    ),
  )
  show(
    'introduced someone',
    s.introducedView(
      k.frank({ name: 'Someone', offstage: true, rhythm: 'never', addresses: [] }),
      'CFO at Acme',
      ctx(),
      'act1',
    ),
  )
  show('recognised', s.recognisedView(k.frank(), ctx()))
  show('kept', s.keptView({ person: k.frank(), note: k.note(), firstTender: false }, ctx()))
  show(
    'kept private tender',
    s.keptView(
      {
        person: k.frank(),
        note: k.note({ kind: 'note', text: 'bad back #body', home: k.inPrivate.home }),
        firstTender: true,
      },
      ctx(k.inPrivate),
    ),
  )
  show(
    'kept shared',
    s.keptView(
      { person: k.frank(), note: k.note({ kind: 'note', home: 'teammate:U0ANA' }), firstTender: false },
      ctx(k.alone('shared')),
    ),
  )
  show(
    'kept public, person elsewhere',
    s.keptView({ person: k.frank({ home: 'channel:C0OTHER' }), note: k.note(), firstTender: false }, ctx()),
  )
  show(
    'kept public, person mine',
    s.keptView({ person: k.frank({ home: 'teammate:U0ANA' }), note: k.note(), firstTender: false }, ctx()),
  )
  show(
    'logged',
    s.loggedView(
      {
        person: k.frank(),
        interaction: k.contact({ text: 'walked the plant, "my back hurts" he said' }),
        heard: ['my back hurts'],
        dueOn: '2026-12-12',
      },
      ctx(),
    ),
  )
  show(
    'logged bare',
    s.loggedView(
      {
        person: k.frank(),
        interaction: k.contact({ text: '', on: k.today, kind: 'called' }),
        heard: [],
        dueOn: null,
      },
      ctx(),
    ),
  )
  show(
    'rhythm',
    s.rhythmView({ person: k.frank(), rhythm: { every: 3, unit: 'week' }, dueOn: '2026-11-20' }, ctx()),
  )
  show('rhythm never', s.rhythmView({ person: k.frank(), rhythm: 'never', dueOn: null }, ctx()))
  show(
    'role',
    s.roleTakenView(
      {
        person: k.frank(),
        role: k.role({ title: 'VP operations', company: 'Globex', sinceOn: '2026-11-01' }),
        closed: k.role(),
      },
      ctx(),
    ),
  )
  show(
    'left',
    s.roleLeftView({ person: k.frank(), role: k.role({ untilOn: k.today }), stillHeld: [] }, ctx()),
  )
  show(
    'left still',
    s.roleLeftView(
      {
        person: k.frank(),
        role: k.role({ untilOn: k.today }),
        stillHeld: [k.role({ title: 'board member' })],
      },
      ctx(),
    ),
  )
  show('moved', s.movedView({ person: k.frank(), place: k.inPrivate, left: 2 }, ctx()))
  show('moved', s.movedView({ person: k.frank(), place: { ...k.inPublic, botIsIn: false }, left: 0 }, ctx()))
  show('handed', s.handedView(k.frank(), k.ben, ctx()))
  show('handed me', s.handedView(k.frank(), k.ana, ctx()))
  show(
    'undo',
    s.takenBackView(
      {
        act: {
          id: 'a',
          seq: 1,
          kind: 'heard',
          by: k.ana,
          at: '',
          place: 'channel:C',
          personId: null,
          undoneBy: null,
        },
        people: [pn],
      },
      ctx(),
    ),
  )
  show(
    'undo many',
    s.takenBackView(
      {
        act: {
          id: 'a',
          seq: 1,
          kind: 'add',
          by: k.ana,
          at: '',
          place: 'channel:C',
          personId: null,
          undoneBy: null,
        },
        people: Array.from({ length: 9 }, () => pn),
      },
      ctx(),
    ),
  )
  show('corrected', s.correctedView(k.frank(), ctx()))
  show('removed', s.removedView(k.frank(), ctx()))
  show('widened', s.widenedView({ person: k.frank(), home: 'channel:C1' }, ctx()))
  for (const m of ['called', 'met', 'heard', 'note'] as const)
    show(
      'reaction',
      s.reactionView({ person: k.frank(), meaning: m, actId: 'a', joined: m === 'met' }, ctx(k.inPrivate)),
    )
  for (const a of [
    { kind: 'reached-out', by: k.ana },
    { kind: 'later', by: k.ana, until: '2026-12-01' },
    { kind: 'not-needed', by: k.ana },
    { kind: 'handed-over', by: k.ana, to: k.ben },
  ] as const)
    show('answered', s.answeredView({ person: k.frank(), answer: a }, ctx()))
  show(
    'pick',
    p.pickView('Which frank do you mean?', [pn, { ...pn, id: 'p2', role: 'x'.repeat(90) }], 'd1', 0),
  )
  show(
    'pick many',
    p.pickView(
      'Which frank do you mean?',
      Array.from({ length: 300 }, (_, i) => ({ ...pn, id: `p${i}` })),
      'd1',
      8,
    ),
  )
  show('nobody', p.nobodyView('Frenk', [pn], ['/person find renk'], 'd1', true, 'note frenk x'))
  show('nobody2', p.nobodyView('', [], [], 'd1', false))
  show('same', p.samePersonView('Frank Ortiz', [pn], 'd1'))
  show('someone', p.thatSomeoneView('Dana Cho', [{ id: 'p', name: 'Someone', role: 'CFO at Acme' }], 'd1'))
  show('about', p.aboutWhomView('called', [pn], 'd1'))
  show('date', p.dateView(['2026-03-12', '2026-12-03'], 'd1'))
  const rj = (w: any) =>
    show(w.reason, r.rejectionView(w, w.reason === 'text-too-long' ? 'note frank x' : null))
  for (const w of [
    { reason: 'person-gone' },
    { reason: 'entry-gone' },
    { reason: 'not-yours', name: 'Frank Ortiz' },
    { reason: 'nothing-held', name: 'Frank Ortiz' },
    { reason: 'role-known', name: 'Frank Ortiz', role: 'CFO' },
    { reason: 'cannot-see-person', name: 'Frank Ortiz', userId: 'U2' },
    { reason: 'not-a-teammate', userId: 'U2' },
    { reason: 'cannot-live-there', home: 'channel:C1', because: 'archived' },
    { reason: 'nothing-to-undo' },
    { reason: 'too-late-to-undo' },
    { reason: 'built-on', kind: 'note', by: 'U2' },
    { reason: 'built-on', kind: 'note', by: null },
    { reason: 'name-too-long', longest: 200 },
    { reason: 'text-too-long', longest: 12000 },
    { reason: 'changed-meanwhile', name: 'Frank Ortiz' },
    { reason: 'answered-already', name: 'Frank', by: 'U2' },
  ])
    rj(w)
  show('guest', r.notATeammateView('guest'))
  show('trouble', r.troubleView('busy', 'note frank x'))
  show('unexpected', r.unexpectedView('AB12', 'note frank x'))
  show(
    'refused',
    r.refusedTextView('What does <!channel> do now? For example `/person role frank CFO`.', 'role frank'),
  )
  const post = (title: string, ...entries: any[]) =>
    show(title, postView({ kind: 'digest', entries, zoneToTell: 'UTC' }))
  post('post', k.entry())
  post(
    'post never',
    k.entry({
      told: null,
      prefers: null,
      why: [
        { kind: 'quiet', on: k.today, last: null, rhythm: { every: 30, unit: 'day' }, neverSpoken: true },
      ],
      standing: { kind: 'open', lastTurn: true },
    }),
  )
  post(
    'post hidden',
    k.entry({
      why: [
        { kind: 'quiet', on: k.today, last: null, rhythm: { every: 30, unit: 'day' }, neverSpoken: false },
      ],
    }),
  )
  post(
    'post role',
    k.entry({
      role: 'VP operations at Globex',
      why: [
        {
          kind: 'new-role',
          role: 'VP operations at Globex',
          before: 'facilities manager at Acme Lighting',
          sinceOn: '2026-11-01',
        },
        { kind: 'left', role: 'facilities manager at Acme Lighting', on: '2026-11-01' },
        ...k.entry().why,
      ],
    }),
  )
  post(
    'post left',
    k.entry({
      role: '',
      why: [{ kind: 'left', role: 'facilities manager at Acme Lighting', on: '2026-11-23' }],
    }),
  )
  for (const standing of [
    { kind: 'moot', contact: null },
    { kind: 'moot', contact: { kind: 'called', on: k.today, by: k.ben } },
    { kind: 'answered', answer: { kind: 'later', by: k.ben, until: '2026-12-01' } },
    { kind: 'answered', answer: { kind: 'handed-over', by: k.ben, to: k.ana } },
    { kind: 'answered', answer: { kind: 'not-needed', by: k.ben } },
  ])
    post('settled', k.entry({ standing: standing as any }))
  writeFileSync('/tmp/read.txt', out.join('\n'))
})
