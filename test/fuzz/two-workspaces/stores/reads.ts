import type { Among } from '../../../../src/app/ports/merges.js'
import type { Reading } from './table.js'

/** How each store is asked that reads. */
export const reads: Reading = {
  people: {
    get: (s, a) => s.get(a.person()),
    called: (s, a) => s.called(a.some(() => a.key())),
    calledFew: (s, a) => s.calledFew([a.key(), a.key()], a.one(1, 300)),
    beginning: (s, a) => s.beginning(a.key().slice(0, 3), 20),
    near: (s, a) => s.near(a.key(), 20),
    names: (s, a) => s.names(a.some(() => a.person())),
    withRoles: async (s, a) => s.withRoles(await s.beginning(a.key().slice(0, 3), 20)),
    unnamedAt: (s, a) => s.unnamedAt(a.key()),
    standing: (s, a) => s.standing(a.person()),
    comingUp: (s, a) => {
      const others = a.some(() => a.person())
      return s.comingUp(a.page(), others, a.day())
    },
    daysAhead: (s, a) => s.daysAhead({ dueBy: a.day(), from: '2026-11-01', to: '2027-04-01' }),
    dueFor: (s, a) => s.dueFor(a.user(), '2028-01-01', a.page()),
    count: (s) => s.count(),
    anybody: (s) => s.anybody(),
    owners: (s) => s.owners(),
    ownedBy: (s, a) => s.ownedBy(a.user(), a.page()),
    firstContacts: (s, a) => s.firstContacts(a.home(), '2026-01-01', '2028-01-01'),
    firstIntroducer: (s, a) => s.firstIntroducer(a.home()),
    ownersIn: (s, a) => s.ownersIn(a.home()),
    anybodyIn: (s, a) => s.anybodyIn(a.home()),
    latelyIn: (s, a) => s.latelyIn(a.home(), a.day(), 20),
    preferenceIsSaid: (s, a) => s.preferenceIsSaid(a.person()),
  },
  roles: {
    get: (s, a) => s.get(a.id('roles')),
    of: (s, a) => s.of(a.person()),
    written: (s, a) => s.written(a.person()),
  },
  notes: {
    get: (s, a) => s.get(a.id('notes')),
    of: (s, a) => s.of(a.person(), a.page()),
    with: (s, a) => s.with(a.id('interactions')),
    countOf: (s, a) => s.countOf(a.person()),
    facetsOf: (s, a) => s.facetsOf(a.person()),
    situationsOf: (s, a) => s.situationsOf(a.some(() => a.person())),
    hasFacet: (s, a) => s.hasFacet(a.user(), ['story', 'feeling']),
  },
  interactions: {
    get: (s, a) => s.get(a.id('interactions')),
    of: (s, a) => s.of(a.person(), a.page()),
    countOf: (s, a) => s.countOf(a.person()),
    between: (s, a) => s.between(a.person(), '2026-01-01', '2028-01-01', 20),
    daysOf: (s, a) => s.daysOf(a.person(), '2026-01-01'),
    since: (s, a) => s.since(a.person(), a.number(3)),
  },
  news: {
    get: (s, a) => s.get(a.id('news')),
    of: (s, a) => s.of(a.person()),
    recent: (s) => s.recent(50),
  },
  personas: {
    get: (s, a) => s.get(a.id('personas')),
    all: (s) => s.all(50),
  },
  personaClaims: {
    get: (s, a) => s.get(a.id('persona_claims')),
    of: (s, a) => s.of(a.some(() => a.id('personas'))),
  },
  trials: {
    get: (s, a) => s.get(a.id('persona_trials')),
    of: (s, a) => s.of(a.person()),
    about: (s, a) =>
      s.about(
        a.person(),
        a.some(() => a.id('persona_claims')),
      ),
    on: (s, a) =>
      s.on(
        a.some(() => a.id('persona_claims')),
        20,
      ),
    tallies: (s, a) => s.tallies(a.some(() => a.id('persona_claims'))),
    talliesReadBy: (s, a) =>
      s.talliesReadBy(
        { userId: a.user(), homes: [a.home()], authoredHomes: [] },
        a.some(() => a.id('persona_claims')),
      ),
  },
  commitments: {
    get: (s, a) => s.get(a.id('commitments')),
    of: (s, a) => s.of(a.person(), a.page()),
    countOf: (s, a) => s.countOf(a.person()),
    open: (s, a) => s.open(a.person()),
    countOpen: (s, a) => s.countOpen(a.person()),
    promisedBy: (s, a) => s.promisedBy(a.user(), '2028-01-01', 50),
  },
  keyDates: {
    get: (s, a) => s.get(a.id('key_dates')),
    of: (s, a) => s.of(a.person(), a.page()),
    countOf: (s, a) => s.countOf(a.person()),
    on: (s, a) => s.on(a.person(), '03-14'),
  },
  openQuestions: {
    get: (s, a) => s.get(a.id('open_questions')),
    of: (s, a) => s.of(a.person(), a.page()),
    countOf: (s, a) => s.countOf(a.person()),
    open: (s, a) => s.open(a.person()),
  },
  ties: {
    get: (s, a) => s.get(a.id('ties')),
    of: (s, a) => s.of(a.person(), a.page()),
    countOf: (s, a) => s.countOf(a.person()),
    from: (s, a) => s.from(a.person(), a.one('reports to', 'works with', 'listens to')),
    fromAny: (s, a) => s.fromAny(a.some(() => a.person())),
  },
  sightings: {
    get: (s, a) => s.get(a.id('sightings')),
    of: (s, a) => s.of(a.person()),
    last: (s, a) => s.last(a.person(), a.source(), 'frank-ortiz'),
    called: (s, a) => s.called(a.source(), ['frank-ortiz', 'susan-bell']),
  },
  roleQuestions: {
    get: (s, a) => s.get(a.id('role_questions')),
    of: (s, a) => s.of(a.person()),
    open: (s, a) => s.open(a.person()),
    recent: (s) => s.recent(50),
  },
  companies: {
    keysBeginning: (s, a) => s.keysBeginning(a.key().slice(0, 2), 20),
    beginning: (s, a) => s.beginning(a.key().slice(0, 2), 20),
    called: (s, a) => s.called(a.some(() => a.one('wendelstein works', a.key()))),
    near: (s, a) => s.near(a.key(), 20),
    tally: (s, a) => s.tally(a.one('wendelstein works', a.key())),
    everybody: (s, a) => s.everybody(a.one('wendelstein works', a.key()), a.page()),
    people: (s, a) => s.people(a.one('wendelstein works', a.key()), a.page()),
    namesAt: (s, a) =>
      s.namesAt(
        a.one('wendelstein works', a.key()),
        a.some(() => a.person()),
      ),
  },
  acquaintances: {
    at: (s, a) => s.at(a.one('wendelstein works', a.key()), a.person(), 20),
    told: (s, a) => s.told(a.words(), a.person(), 20),
  },
  nudges: {
    get: (s, a) => s.get(a.id('nudges')),
    standingIn: (s, a) => s.standingIn(a.home(), a.id('nudges')),
    of: (s, a) => s.of(a.person(), 20),
    postedAt: (s, a) => s.postedAt(a.channel(), a.one('alone.1', 'both.1', '1.0')),
  },
  quotes: {
    of: (s, a) => s.of(a.some(() => a.id('notes'))),
    about: (s, a) => s.about(a.words(), a.page()),
    names: (s, a) =>
      s.names(
        a.some(() => a.key()),
        a.one('asker', 'anybody'),
      ),
  },
  lately: {
    writtenDown: (s, a) => s.writtenDown(a.home(), { after: a.number(5), upTo: 40, longBefore: a.day() }, 20),
    conversationsOf: (s, a) => s.conversationsOf(a.user()),
    offstageIn: (s, a) => s.offstageIn(a.home(), 20),
  },
  search: {
    entries: (s, a) => s.entries(a.words(), a.page()),
    people: (s, a) => s.people(a.words(), a.page()),
  },
  journal: {
    get: (s, a) => s.get(a.id('acts')),
    lastBy: (s, a) => s.lastBy(a.user(), a.one(null, 3, 40)),
    together: async (s, a) => {
      const act = {
        id: a.id('acts'),
        seq: a.number(30),
        kind: 'note',
        by: a.user(),
        at: a.instant(),
      } as const
      const place = { place: a.home(), personId: a.person(), partOf: a.one(null, a.id('acts')) }
      return s.together({ ...act, ...place, undoneBy: null })
    },
    jottingsLike: (s, a) => s.jottingsLike(a.user(), '2026-01-01T00:00:00.000Z', a.text()),
    knows: (s, a) => s.knows(a.one('UNOBODY', a.user())),
    isCause: (s, a) => s.isCause(a.one('the same cause', 'another cause')),
    putRightBy: (s, a) => s.putRightBy(a.some(() => a.id(a.one('notes', 'roles', 'ties', 'people')))),
    whoActed: (s, a) =>
      s.whoActed(
        a.some(() => a.person()),
        a.home(),
      ),
    whoTyped: (s, a) => s.whoTyped(a.home()),
    length: (s) => s.length(),
  },
  places: {
    get: (s, a) => s.get(a.home()),
    all: (s) => s.all(),
    mindful: (s) => s.mindful(),
    homes: (s) => s.homes(),
    spokenIn: (s, a) => s.spokenIn(a.one(null, a.home()), 20),
    lastMembers: (s, a) => s.lastMembers(a.some(() => a.home())),
  },
  minding: {
    isStopped: (s, a) => s.isStopped(a.user()),
    mayBeTold: (s, a) => s.mayBeTold(a.user(), a.instant()),
  },
  desk: {
    draft: (s, a) => s.draft(a.id('drafts'), a.user(), a.instant()),
    draftsNamed: (s, a) => s.draftsNamed(a.one('', 'd', a.id('drafts')), a.instant()),
    reactionStands: (s, a) => s.reactionStands('C1/1.0/memo', a.one('1', '2', '3'), a.one(true, false)),
  },
  marks: { on: (s, a) => s.on(a.channel(), '1.0') },
  merges: {
    get: (s, a) => s.get(a.id('merges')),
    of: (s, a) => s.of(a.person()),
    named: (s, a) => s.named(a.one('lily chen', 'lily', a.key())),
    since: (s, a) => s.since(a.id('merges')),
    alike: (s, a) => s.alike(a.one<Among>('all', { ownerId: a.user() }, { personId: a.person() }), 20),
  },
  tombstones: {
    any: (s) => s.any(),
    knows: (s, a) =>
      s.knows({
        name: a.one('Nora Gone', 'Nora Elsewhere', 'Frank Ortiz'),
        addresses: [a.one('elsewhere@gone.example', 'frank@acme.example')],
        slackUserId: a.one(null, 'UGONE'),
      }),
  },
  imports: {
    get: (s, a) => s.get(a.id('imports')),
    current: (s) => s.current(),
    ofAct: (s, a) => s.ofAct(a.id('acts')),
    unfinished: (s) => s.unfinished(),
    counts: (s, a) => s.counts(a.id('imports')),
    after: (s, a) => s.after(a.id('imports'), 0, 50),
    row: (s, a) => s.row(a.id('imports'), 1),
    withOutcome: (s, a) => s.withOutcome(a.id('imports'), a.one('new', 'unclear'), a.page()),
    met: (s, a) =>
      s.met(
        a.id('imports'),
        a.some(() => a.person()),
      ),
  },
  sources: {
    all: (s) => s.all(),
    isOff: (s, a) => s.isOff(a.one('people', 'hubspot', 'slack', 'pasted')),
    ready: (s) => s.ready('2027-06-01T00:00:00.000Z', 50),
    heldAndKnown: (s, a) => s.heldAndKnown(a.one('', a.id('source_words')), 50),
  },
}
