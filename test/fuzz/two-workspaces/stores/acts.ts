import type { Places } from '../../../../src/app/ports/places.js'
import type { KeepingPlaces } from '../../../../src/app/ports.js'
import { nothingTaken } from '../../../../src/domain/merge.js'
import type { Given } from './given.js'
import { sketches } from './sketch-acts.js'
import type { Acting, Rows } from './table.js'

const person = (a: Given) => ({
  ...a.written('people'),
  name: a.one('Frank Ortiz', 'Susan Bell', 'Lily Wong', 'Zed New'),
  introducedAt: a.instant(),
  introducedOn: a.day(),
  ownerId: a.user(),
  rhythm: { every: 30, unit: 'day' } as const,
  rhythmSetOn: null,
  firstDueOn: null,
  letBeOn: null,
  laterUntil: null,
  slackUserId: a.one(null, 'UFRANK01'),
  prefers: a.one(null, 'the quokka line'),
  offstage: false,
  addresses: a.one([], ['frank@acme.example']),
})
const remark = (a: Given) => ({ on: a.day(), text: a.text() })

/** Of what both an act and the bot’s own bookkeeping can do. */
export const places: Rows<KeepingPlaces, Places> = {
  know: (s, a) => s.know(a.home(), 'Asia/Tokyo'),
  change: (s, a) => s.change(a.home(), { cap: 1 + a.number(9), postable: a.one(true, false) }),
  membersAre: (s, a) => s.membersAre(a.home(), new Set(['UMALLORY', a.user()])),
  moved: (s, a) => s.moved(a.home(), a.one('channel:CMOVED', a.home())),
}

/** How each store is asked that a teammate’s act can write to; what can be undone of the others stands at the end. */
export const acts: Acting = {
  minding: { setStopped: (s, a) => s.setStopped(a.user(), a.one(true, false)) },
  people: {
    add: (s, a) => {
      const { personId: _, at: __, ...them } = person(a)
      return s.add(them)
    },
    change: (s, a) => s.change(a.person(), { name: 'Mallory Changed', prefers: a.text() }),
    remove: (s, a) => s.remove(a.person()),
  },
  roles: {
    add: (s, a) =>
      s.add({ ...a.written('roles'), title: a.text(), company: 'Globex', sinceOn: null, untilOn: null }),
    change: (s, a) => s.change(a.id('roles'), { title: a.text(), untilOn: a.day() }),
    remove: (s, a) => s.remove(a.id('roles')),
  },
  notes: {
    add: (s, a) => {
      const note = { kind: 'note', facets: [], interactionId: a.one(null, a.id('interactions')) } as const
      return s.add({ ...a.written('notes'), ...remark(a), ...note })
    },
    change: (s, a) => s.change(a.id('notes'), { text: a.text(), personId: a.person() }),
    remove: (s, a) => s.remove(a.id('notes')),
  },
  interactions: {
    add: (s, a) =>
      s.add({ ...a.written('interactions'), ...remark(a), kind: 'called', teammates: [a.user()] }),
    change: (s, a) => s.change(a.id('interactions'), { on: a.day(), text: a.text() }),
    remove: (s, a) => s.remove(a.id('interactions')),
  },
  news: {
    add: (s, a) => {
      const roles = { roleId: a.id('roles'), beforeRoleId: null, endsRoleId: a.one(null, a.id('roles')) }
      return s.add({ ...a.written('news'), on: a.day(), kind: a.one('new-role', 'left'), ...roles })
    },
    change: (s, a) => s.change(a.id('news'), { on: a.day(), endsRoleId: a.id('roles') }),
    remove: (s, a) => s.remove(a.id('news')),
  },
  commitments: {
    add: (s, a) =>
      s.add({ ...a.written('commitments'), ...remark(a), kind: 'promise', dueOn: a.day(), closed: null }),
    change: (s, a) =>
      s.change(a.id('commitments'), {
        text: a.text(),
        closed: { as: 'kept', on: a.day(), by: a.user() },
      }),
    remove: (s, a) => s.remove(a.id('commitments')),
  },
  keyDates: {
    add: (s, a) =>
      s.add({
        ...a.written('key_dates'),
        ...remark(a),
        kind: 'date',
        monthDay: '03-14',
        year: null,
        yearly: true,
      }),
    change: (s, a) => s.change(a.id('key_dates'), { text: a.text(), monthDay: '11-24' }),
    remove: (s, a) => s.remove(a.id('key_dates')),
  },
  openQuestions: {
    add: (s, a) => s.add({ ...a.written('open_questions'), ...remark(a), answered: null }),
    change: (s, a) =>
      s.change(a.id('open_questions'), {
        answered: { on: a.day(), by: a.user(), noteId: a.one(null, a.id('notes')) },
      }),
    remove: (s, a) => s.remove(a.id('open_questions')),
  },
  ties: {
    add: (s, a) => s.add({ ...a.written('ties'), kind: 'reports to', otherId: a.person() }),
    change: (s, a) => s.change(a.id('ties'), { kind: 'listens to', otherId: a.person() }),
    remove: (s, a) => s.remove(a.id('ties')),
  },
  sightings: {
    add: (s, a) => {
      const said = { title: a.text(), company: 'Globex', observedAt: a.instant() }
      return s.add({ ...a.written('sightings'), source: a.source(), key: 'frank-ortiz', ...said })
    },
    change: (s, a) => s.change(a.id('sightings'), { title: a.text() }),
    remove: (s, a) => s.remove(a.id('sightings')),
  },
  roleQuestions: {
    add: (s, a) =>
      s.add({
        ...a.written('role_questions'),
        source: a.source(),
        observedAt: a.instant(),
        words: a.text(),
        change: { kind: 'new-title', was: null, is: { title: a.text(), company: 'Globex' } },
        why: 'unsure',
        successor: null,
        answered: null,
        recorded: null,
      }),
    change: (s, a) =>
      s.change(a.id('role_questions'), { answered: { as: 'so', by: a.user(), at: a.instant() } }),
    remove: (s, a) => s.remove(a.id('role_questions')),
  },
  marks: {
    add: (s, a) => {
      const { at: _, ...written } = a.written('marks')
      const entry = { kind: 'note', id: a.id('notes') } as const
      return s.add({
        ...written,
        channelId: a.channel(),
        messageTs: '1.0',
        userId: a.user(),
        emoji: 'ear',
        entry,
      })
    },
    change: (s, a) => s.change(a.id('marks'), { emoji: 'memo', personId: a.person() }),
    remove: (s, a) => s.remove(a.id('marks')),
  },
  ...sketches,
  nudges: {
    answer: (s, a) => s.answer(a.id('nudges'), { kind: 'reached-out', by: a.user() }),
    settle: (s, a) => s.settle(a.id('nudges'), a.one(true, false)),
    lookAgain: (s, a) => s.lookAgain(a.person()),
    unanswered: (s, a) => s.unanswered(a.person()),
    openIn: (s, a) => s.openIn(a.home(), a.person()),
  },
  places: {
    ...places,
    set: (s, a) => s.set(a.home(), { cap: 1 + a.number(9) }),
  },
  notices: {
    give: (s, a) =>
      s.give(
        a.home(),
        { kind: 'hand-over', personId: a.person(), from: a.user(), to: a.user() },
        a.instant(),
        a.day(),
      ),
    recall: (s, a) => s.recall(a.home(), () => true),
    wasTold: (s, a) => s.wasTold(a.home(), 'hand-over', () => true),
    lookAgain: (s, a) => s.lookAgain(a.person(), '2026-01-01T00:00:00.000Z'),
  },
  desk: {
    putDraft: (s, a) =>
      s.putDraft({ id: a.newId('drafts'), userId: a.user(), text: a.text(), expiresAt: a.instant() }),
    reactionTurned: (s, a) =>
      s.reactionTurned({ key: 'C1/1.0/memo', eventTs: a.one('1', '2', '3'), on: a.one(true, false) }),
    sweep: (s, a) => s.sweep(a.instant()),
  },
  imports: {
    begin: (s, a) => {
      const file = { home: a.home(), by: a.user(), format: 'csv', name: a.text(), state: 'ready' } as const
      const times = { stagedAt: a.instant(), begunAt: null, changedAt: a.instant(), firstActId: a.id('acts') }
      return s.begin({
        id: a.newId('imports'),
        ...file,
        ...times,
        rhythm: 'never',
        rows: 1,
        reached: 0,
        stayed: 0,
      })
    },
    change: (s, a) => s.change(a.id('imports'), { state: a.one('running', 'done', 'cancelled') }),
    addRows: (s, a) =>
      s.addRows(a.id('imports'), [
        { nth: 90 + a.number(9), row: 1, contact: null, fate: { outcome: 'new' }, personId: a.person() },
      ]),
    claim: (s, a) =>
      s.claim(a.id('imports'), { by: 'mallory', until: '2027-01-01T00:00:00.000Z', now: a.instant() }),
    letGo: (s, a) => s.letGo(a.id('imports'), a.one('mallory', 'the other')),
    settle: (s, a) => {
      const fate = { outcome: 'same', personId: a.person() } as const
      return s.settle(a.id('imports'), { nth: 1, fate, personId: a.person() })
    },
    keepCounts: (s, a) =>
      s.keepCounts(a.id('imports'), {
        new: 9,
        changed: 9,
        asked: 9,
        same: 9,
        unclear: 9,
        skipped: 9,
        forgotten: 9,
      }),
    sweep: (s, a) => s.sweep(a.instant()),
  },
  quotes: { takeBack: (s, a) => s.takeBack(a.id('notes'), a.user()) },
  merges: {
    merge: (s, a) => {
      const [first, second] = [person(a), person(a)]
      const [firstId, secondId] = [a.person(), a.person()]
      const written = { ...a.written('merges'), personId: firstId, mergedId: secondId, taken: nothingTaken }
      return s.merge({
        merge: written,
        first: { ...first, id: firstId },
        second: { ...second, id: secondId },
        sight: { openToAll: [], authoredHomes: [] },
      })
    },
    unmerge: (s, a) => s.unmerge(a.id('merges'), [{ kind: 'note', id: a.id('notes') }]),
  },
  journal: {
    reverse: (s, a) => s.reverse(a.id('acts')),
    reverseWhatStands: (s, a) => s.reverseWhatStands(a.id('acts')),
    awaited: (s) => s.awaited(),
  },
  forgetting: {
    person: (s, a) => s.person(a.person()),
    address: (s, a) => s.address(a.one('frank@acme.example', 'elsewhere@gone.example')),
  },
}
