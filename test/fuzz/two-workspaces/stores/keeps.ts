import { acts, places } from './acts.js'
import type { Given } from './given.js'
import type { Keeping } from './table.js'

const who = (a: Given) => a.one('mallory', 'a')
const near = (a: Given) => ({ people: a.some(() => a.person()), rest: 3 })
const told = (a: Given) => ({ kind: 'message', channelId: a.channel(), ref: a.one('1.0', '2.0') }) as const
const silent = 'silent' as const

/** How each store is asked that does the bot’s own bookkeeping. */
export const keeps: Keeping = {
  places,
  desk: acts.desk,
  imports: acts.imports,
  notices: acts.notices,
  sources: {
    turn: (s, a) => s.turn(a.one('people', 'hubspot', 'slack'), a.one(true, false)),
    spoke: (s, a) => s.spoke(a.one('people', 'hubspot', 'slack'), a.instant()),
    isNew: (s, a) => s.isNew(a.one('mark-1', 'mark-2'), a.instant(), '2027-06-01T00:00:00.000Z'),
    take: (s, a) => {
      const word = { source: a.source(), key: a.key(), name: a.key(), addresses: [], company: null }
      return s.take(
        { ...word, title: a.text(), observedAt: a.instant() },
        a.instant(),
        a.newId('source_words'),
      )
    },
    hold: (s, a) => s.hold(inboxEntry(a)),
    done: (s, a) => s.done(inboxEntry(a)),
    sweep: (s, a) => s.sweep(a.instant(), a.instant()),
  },
  troubles: {
    standing: (s) => s.standing(),
    note: (s, a) => s.note(a.home(), silent, a.text(), a.instant()),
    mended: (s, a) => s.mended(a.home(), silent),
    told: (s, a) => s.told(a.home(), silent, a.one(true, false)),
    pulse: (s) => s.pulse(),
    beat: (s, a) => s.beat({ beatAt: a.instant(), wellAt: a.instant() }),
    everPosted: (s, a) => s.everPosted(a.home()),
    firstTeammates: (s) => s.firstTeammates(20),
    waiting: (s) => s.waiting(),
  },
  minding: { claim: (s, a) => s.claim(a.user(), a.instant(), a.instant()) },
  weeks: {
    hearing: (s, a) => s.hearing(a.day()),
    lengthAt: (s, a) => s.lengthAt(a.instant()),
    tell: (s, a) => s.tell(a.home(), { beginsOn: a.day(), upToSeq: 3 }),
  },
  copies: { putBackFrom: (s, a) => s.putBackFrom(a.instant()) },
  posts: {
    fixDigest: (s, a) => s.fixDigest(a.home(), a.day(), a.instant()),
    digestFixed: (s, a) => s.digestFixed(a.home(), a.day()),
    digestsFixed: (s, a) => s.digestsFixed([{ place: a.home(), on: a.day(), zone: 'UTC' }]),
    nearDays: (s) => s.nearDays({ from: '2026-01-01', to: '2026-12-31', rest: 3 }),
    candidates: (s, a) => s.candidates({ homes: a.some(() => a.home()), dueBy: '2028-01-01', near: near(a) }),
    visitors: (s, a) =>
      s.visitors({ homes: a.some(() => a.home()), on: a.day(), near: near(a), userId: a.user() }),
    heardIn: (s, a) => s.heardIn(a.home()),
    homesWithNews: (s) => s.homesWithNews(),
    plan: (s, a) =>
      s.plan({ id: a.newId('posts'), place: a.home(), on: a.day(), plannedAt: a.instant(), kind: 'digest' }, [
        {
          id: a.newId('nudges'),
          personId: a.person(),
          reasons: [{ kind: 'quiet', occasion: a.day() }],
          times: 1,
          questionId: null,
          plannedSeq: a.number(40),
        },
      ]),
    raisedOn: (s, a) => s.raisedOn(a.home(), a.day()),
    lastPlanned: (s, a) => s.lastPlanned(a.home(), a.one('digest', 'role-news', 'hand-over')),
    nudgesOf: (s, a) => s.nudgesOf(a.id('posts')),
    get: (s, a) => s.get(a.id('posts')),
    waiting: (s, a) => s.waiting(a.instant(), 50, a.one('all', 'notices')),
    unfinished: (s) => s.unfinished(),
    claim: (s, a) =>
      s.claim(a.id('posts'), { by: who(a), until: '2027-01-01T00:00:00.000Z', now: a.instant() }),
    attempting: (s, a) => s.attempting(a.id('posts'), a.instant(), who(a), a.one(undefined, 0)),
    leaveOut: (s, a) =>
      s.leaveOut(
        a.some(() => ({
          nudgeId: a.id('nudges'),
          reasons: a.one([], [{ kind: 'quiet', occasion: a.day() }] as const),
          times: 1,
        })),
      ),
    sent: (s, a) => s.sent(a.id('posts'), { channelId: a.channel(), ts: '9.9' }),
    again: (s, a) => {
      const next = { state: 'uncertain', notBefore: a.instant(), looks: 1, attempts: 2 } as const
      return a.one(true, false) ? s.again(a.id('posts'), next) : s.again(a.id('posts'), next, who(a))
    },
    failed: (s, a) =>
      a.one(true, false) ? s.failed(a.id('posts'), 'x') : s.failed(a.id('posts'), 'x', who(a)),
    withdraw: (s, a) => (a.one(true, false) ? s.withdraw(a.id('posts')) : s.withdraw(a.id('posts'), who(a))),
    reconsider: (s, a) => s.reconsider(a.home()),
    stale: (s) => s.stale(50),
    freshened: (s, a) => s.freshened(a.id('posts'), a.number(5)),
    version: (s, a) => s.version(a.id('posts')),
  },
  told: {
    whom: (s, a) => s.whom(a.one('Frank Ortiz and Susan Bell', 'frank@acme.example', a.key())),
    record: (s, a) => s.record(told(a), { personIds: a.some(() => a.person()), words: a.words() }),
    toTakeAway: (s, a) => s.toTakeAway(told(a)),
    retractions: (s) => s.retractions('2028-01-01T00:00:00.000Z', 50),
    retracted: (s, a) => s.retracted(told(a)),
    later: (s, a) => s.later(told(a), '2027-06-01T00:00:00.000Z'),
    outstanding: (s) => s.outstanding(),
  },
  forgetting: acts.forgetting,
}

const inboxEntry = (a: Given) => {
  const said = { title: null, company: { text: a.text(), observedAt: a.instant() } }
  const about = { source: a.source(), key: a.key(), name: a.key(), addresses: [] }
  return { ...about, ...said, id: a.id('source_words'), turn: a.number(3) }
}
