import fc from 'fast-check'
import type { Place } from '../../../src/app/asker.js'
import type { EntryModel, PostModel, WhyModel } from '../../../src/app/nudges/post-model.js'
import type { Card } from '../../../src/app/people/card-model.js'
import type { HandedModel } from '../../../src/app/people/handed.js'
import type { History, HistoryEntry } from '../../../src/app/people/history.js'
import type { PersonName } from '../../../src/app/ports.js'
import type { Home } from '../../../src/domain/audience.js'
import type { Rhythm } from '../../../src/domain/cadence.js'
import { commitmentKinds } from '../../../src/domain/commitment.js'
import { interactionKinds } from '../../../src/domain/interaction.js'
import { facets } from '../../../src/domain/note.js'
import type { Person } from '../../../src/domain/person.js'
import { tieKinds } from '../../../src/domain/tie.js'
import type { ViewContext } from '../../../src/slack/views/context.js'
import {
  alone,
  commitment,
  contact,
  frank,
  inPrivate,
  inPublic,
  keyDate,
  note,
  openQuestion,
  role,
  tie,
  today,
} from './known.js'
import { claim, ofRoles, saidBy } from './odd-claims.js'
import { day, id, noteText, shortText, userId } from './odd-texts.js'

const home = fc.constantFrom<Home>('channel:C0CUSTOMERS', 'channel:C0PRIVATE', 'teammate:U0ANA')
export const rhythm = fc.constantFrom<Rhythm>('never', { every: 1, unit: 'day' }, { every: 3, unit: 'week' })
const kind = fc.constantFrom(...interactionKinds)

export const place = fc.constantFrom<Place>(
  inPublic,
  { ...inPublic, botIsIn: false },
  inPrivate,
  alone('dm'),
  alone('shared'),
  alone('hidden'),
)
export const context: fc.Arbitrary<ViewContext> = fc.record({
  today: fc.constant(today),
  userId,
  openToAll: fc.subarray([inPublic.home]),
  place,
})

export const person: fc.Arbitrary<Person> = fc
  .record({
    name: shortText,
    home,
    ownerId: userId,
    by: userId,
    rhythm,
    firstDueOn: fc.option(day),
    slackUserId: fc.option(userId),
    prefers: fc.option(noteText),
    offstage: fc.boolean(),
    addresses: fc.array(shortText, { maxLength: 12 }),
  })
  .map(frank)

export const personName: fc.Arbitrary<PersonName> = fc.record({ id, name: shortText, role: shortText })

export const anyNote = fc
  .record({
    text: noteText,
    on: day,
    home,
    by: userId,
    kind: fc.constantFrom('note', 'heard', 'situation'),
    id,
  })
  .map(note)
export const anyContact = fc
  .record({
    text: noteText,
    on: day,
    home,
    by: userId,
    kind,
    id,
    teammates: fc.array(userId, { minLength: 1, maxLength: 3 }),
  })
  .map(contact)
export const anyRole = fc
  .record({
    title: shortText,
    company: shortText,
    sinceOn: fc.option(day),
    untilOn: fc.option(day),
    home,
    by: userId,
    id,
  })
  .map(role)

export const anyCommitment = fc
  .record({
    kind: fc.constantFrom(...commitmentKinds),
    text: noteText,
    dueOn: fc.option(day),
    home,
    by: userId,
    id,
  })
  .map(commitment)
const anyAhead = fc.record({
  date: fc.record({ kind: fc.constantFrom('date', 'trigger'), text: noteText, home, id }).map(keyDate),
  on: fc.constantFrom(today, '2026-11-25', '2026-12-06', '2027-03-01', '2031-01-01'),
})
const anyTie = fc.record({ kind: fc.constantFrom(...tieKinds), outward: fc.boolean(), other: personName })
const anyQuestion = { id: 'q', facet: 'body', text: 'What would your crew miss most?' } as const

export const card: fc.Arbitrary<Card> = fc.record({
  person,
  held: fc.array(anyRole, { maxLength: 300, size: 'max' }),
  past: fc.array(anyRole, { maxLength: 20 }),
  trigger: fc.option(anyAhead),
  next: fc.array(anyAhead, { maxLength: 3 }),
  situation: fc.option(anyNote),
  heard: fc.array(anyNote, { maxLength: 3 }),
  noticed: fc.array(anyNote, { maxLength: 3 }),
  promised: fc.array(anyCommitment, { maxLength: 3 }),
  promisedCount: fc.nat(400),
  contacts: fc.array(anyContact, { maxLength: 3 }),
  year: fc.array(fc.nat(30), { minLength: 12, maxLength: 12 }),
  ties: fc.array(anyTie, { maxLength: 3 }),
  tieCount: fc.nat(400),
  toAsk: fc.option(fc.record({ text: noteText, id }).map(openQuestion)),
  worthAsking: fc.option(
    fc.record({ question: fc.constant(anyQuestion), blank: fc.option(fc.constantFrom(...facets)) }),
  ),
  dueOn: fc.option(day),
  claim: fc.option(claim),
})

export const handed: fc.Arbitrary<HandedModel> = fc.record({
  from: userId,
  to: userId,
  on: fc.constant(today),
  card,
  promised: fc.array(anyCommitment, { maxLength: 15 }),
  asked: fc.array(fc.record({ question: noteText, answer: fc.option(noteText), on: day }), { maxLength: 5 }),
})

const anyKeyDate = fc
  .record({
    kind: fc.constantFrom('date', 'trigger'),
    text: noteText,
    monthDay: fc.constantFrom('02-29', '12-31'),
    year: fc.option(fc.constantFrom(1971, 2027)),
    yearly: fc.boolean(),
    home,
    by: userId,
    id,
  })
  .map(keyDate)
const anyOpenQuestion = fc
  .record({
    text: noteText,
    answered: fc.option(fc.record({ on: day, by: userId, noteId: fc.option(id) })),
    home,
    by: userId,
    id,
  })
  .map(openQuestion)
const anyTieOf = fc.record({ kind: fc.constantFrom(...tieKinds), home, by: userId, id }).map(tie)

const who = fc.option(saidBy)
/** Whatever can be known of somebody, as *more* shows it. */
export const anyEntry: fc.Arbitrary<HistoryEntry> = fc.oneof(
  anyNote.map((entry) => ({ kind: 'note', on: entry.on, entry }) as const),
  anyContact.map((entry) => ({ kind: 'interaction', on: entry.on, entry }) as const),
  fc.record({ kind: fc.constant('role'), on: day, entry: anyRole, begunBy: who, endedBy: who }),
  anyCommitment.map((entry) => ({ kind: 'commitment', on: entry.on, entry }) as const),
  anyKeyDate.map((entry) => ({ kind: 'date', on: entry.on, entry }) as const),
  fc.record({
    kind: fc.constant('question'),
    on: day,
    entry: anyOpenQuestion,
    answer: fc.option(anyNote),
  }),
  fc.record({ kind: fc.constant('tie'), on: day, entry: anyTieOf, from: shortText, to: shortText }),
)

export const history: fc.Arbitrary<History> = fc.record({
  person,
  offset: fc.constantFrom(0, 3, 10, 4_990),
  total: fc.constantFrom(10, 5_000),
  entries: fc.array(anyEntry, { maxLength: 10 }),
})

const contactModel = fc.record({ kind, on: day, by: userId })
const why: fc.Arbitrary<WhyModel> = fc.oneof(
  fc.record({ kind: fc.constant('quiet'), last: fc.option(contactModel), rhythm }),
  ofRoles,
  fc.record({ kind: fc.constantFrom(...commitmentKinds), text: noteText, by: userId, dueOn: day }),
  fc.record({ kind: fc.constantFrom('date', 'trigger'), text: noteText, on: day }),
)
const answer = fc.oneof(
  fc.record({ kind: fc.constantFrom('reached-out', 'not-needed'), by: userId }),
  fc.record({ kind: fc.constant('later'), by: userId, until: day }),
  fc.record({ kind: fc.constant('handed-over'), by: userId, to: userId }),
)
const standing: fc.Arbitrary<EntryModel['standing']> = fc.oneof(
  fc.record({ kind: fc.constant('open'), lastTurn: fc.boolean() }),
  fc.record({ kind: fc.constant('answered'), answer }),
  fc.record({ kind: fc.constant('moot'), contact: fc.option(contactModel) }),
  fc
    .record({
      kind: fc.constantFrom(...commitmentKinds),
      as: fc.constantFrom('kept', 'broken'),
      on: day,
      by: userId,
    })
    .map((closed) => ({ kind: 'closed', closed }) as const),
)
export const entry: fc.Arbitrary<EntryModel> = fc.record({
  nudgeId: id,
  on: day,
  personId: id,
  name: shortText,
  role: fc.array(shortText, { maxLength: 20 }).map((roles) => roles.join(', ')),
  why: fc.array(why, { maxLength: 12 }),
  said: fc.constant([]),
  told: fc.option(anyNote),
  question: fc.option(noteText),
  prefers: fc.option(noteText),
  ownerId: userId,
  readerId: fc.option(userId),
  standing,
})
export const post: fc.Arbitrary<PostModel> = fc.record({
  kind: fc.constantFrom('digest', 'role-news'),
  entries: fc.array(entry, { minLength: 1, maxLength: 5 }),
  zoneToTell: fc.option(fc.constant('UTC')),
})
