import fc from 'fast-check'
import type { Place } from '../../../src/app/asker.js'
import type { EntryModel, PostModel, WhyModel } from '../../../src/app/nudges/post-model.js'
import type { Card } from '../../../src/app/people/card.js'
import type { History } from '../../../src/app/people/history.js'
import type { PersonName } from '../../../src/app/ports.js'
import type { Home } from '../../../src/domain/audience.js'
import type { Rhythm } from '../../../src/domain/cadence.js'
import { interactionKinds } from '../../../src/domain/interaction.js'
import type { Person } from '../../../src/domain/person.js'
import type { ViewContext } from '../../../src/slack/views/context.js'
import { alone, contact, frank, inPrivate, inPublic, note, role, today } from './known.js'
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
  .record({ text: noteText, on: day, home, by: userId, kind: fc.constantFrom('note', 'heard'), id })
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

export const card: fc.Arbitrary<Card> = fc.record({
  person,
  held: fc.array(anyRole, { maxLength: 300, size: 'max' }),
  past: fc.array(anyRole, { maxLength: 20 }),
  situation: fc.option(anyNote),
  heard: fc.array(anyNote, { maxLength: 3 }),
  noticed: fc.array(anyNote, { maxLength: 3 }),
  contacts: fc.array(anyContact, { maxLength: 3 }),
  question: fc.option(
    fc.constant({ id: 'q', facet: 'body', text: 'What would your crew miss most?' } as const),
  ),
  dueOn: fc.option(day),
  entries: fc.nat(),
})

export const history: fc.Arbitrary<History> = fc.record({
  person,
  offset: fc.constantFrom(0, 3, 10, 4_990),
  total: fc.constantFrom(10, 5_000),
  entries: fc.array(
    fc.oneof(
      anyNote.map((entry) => ({ kind: 'note', on: entry.on, entry }) as const),
      anyContact.map((entry) => ({ kind: 'interaction', on: entry.on, entry }) as const),
      anyRole.map((entry) => ({ kind: 'role', on: entry.sinceOn ?? today, entry }) as const),
    ),
    { maxLength: 10 },
  ),
})

const contactModel = fc.record({ kind, on: day, by: userId })
const why: fc.Arbitrary<WhyModel> = fc.oneof(
  fc.record({ kind: fc.constant('quiet'), last: fc.option(contactModel), rhythm }),
  fc.record({ kind: fc.constant('new-role'), role: shortText, before: shortText, sinceOn: fc.option(day) }),
  fc.record({ kind: fc.constant('left'), role: shortText, on: day }),
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
)
export const entry: fc.Arbitrary<EntryModel> = fc.record({
  nudgeId: id,
  on: day,
  personId: id,
  name: shortText,
  role: fc.array(shortText, { maxLength: 20 }).map((roles) => roles.join(', ')),
  why: fc.array(why, { maxLength: 4 }),
  told: fc.option(anyNote),
  question: fc.option(fc.constant('What would your crew miss most?')),
  prefers: fc.option(noteText),
  ownerId: userId,
  standing,
})
export const post: fc.Arbitrary<PostModel> = fc.record({
  kind: fc.constantFrom('digest', 'role-news'),
  entries: fc.array(entry, { minLength: 1, maxLength: 5 }),
  zoneToTell: fc.option(fc.constant('UTC')),
})
