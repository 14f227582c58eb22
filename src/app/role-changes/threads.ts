import type { Home } from '../../domain/audience.js'
import type { Instant, LocalDate } from '../../domain/local-time.js'
import { type Person, unnamed } from '../../domain/person.js'
import { companyKey, type Role } from '../../domain/role.js'
import type { Recorded, Successor } from '../../domain/role-change/role-question.js'
import { isSameTitle } from '../../domain/role-change/sameness.js'
import type { ActingStores, NewId } from '../ports.js'

/** Somebody left a role; what comes of it lives where the news of it does. */
export type Departure = {
  readonly person: Person
  readonly role: Role
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly on: LocalDate
  readonly successor: Successor | null
}

/** What the team wants to know of whoever left. */
export const whereTo = 'Where did they go?'

/** The two threads of a departure: follow the person, and find out who is there now. */
export const openThreads = async (
  stores: ActingStores,
  ports: { readonly newId: NewId },
  departure: Departure,
): Promise<Pick<Recorded, 'questionId' | 'someoneId'>> => ({
  questionId: await askWhereTo(stores, ports, departure),
  someoneId: await whoIsThereNow(stores, ports, departure),
})

const askWhereTo = async (
  { openQuestions, roles }: ActingStores,
  { newId }: { readonly newId: NewId },
  { person, role, home, by, at, on }: Departure,
): Promise<string | null> => {
  const held = (await roles.of(person.id)).filter(({ id, untilOn }) => untilOn === null && id !== role.id)
  const asked = (await openQuestions.open(person.id)).some(({ text }) => text === whereTo)
  if (asked || held.some((other) => other.home === home || other.home === person.home)) return null
  const id = newId()
  await openQuestions.add({ id, personId: person.id, home, by, at, on, text: whereTo, answered: null })
  return id
}

/** It is known where they are: that question is answered, where all who read it hear of it. */
export const answerWhereTo = async (
  { openQuestions }: ActingStores,
  { person, home, by, on }: Pick<Departure, 'person' | 'home' | 'by' | 'on'>,
): Promise<void> => {
  for (const open of await openQuestions.open(person.id))
    if (open.text === whereTo && open.home === home)
      await openQuestions.change(open.id, { answered: { on, by, noteId: null } })
}

/**
 * Somebody offstage in the place of whoever left, unless somebody is known to hold it. Nobody is made for a role that
 * has no title: whom to look for would not be known.
 */
export const whoIsThereNow = async (
  stores: ActingStores,
  { newId }: { readonly newId: NewId },
  departure: Departure,
): Promise<string | null> => {
  const { person, role, home, by, at, on } = departure
  const successor = await stillKnowable(stores, departure.successor)
  if (role.company === '' || (role.title === '' && successor === null)) return null
  if (await isHeldBySomebody(stores, departure)) return null
  const someone: Person = {
    id: newId(),
    name: successor?.name || unnamed,
    home,
    by,
    introducedAt: at,
    introducedOn: on,
    ownerId: person.ownerId,
    rhythm: 'never',
    rhythmSetOn: null,
    firstDueOn: null,
    letBeOn: null,
    laterUntil: null,
    slackUserId: null,
    prefers: null,
    offstage: true,
    addresses: successor?.address == null ? [] : [successor.address],
  }
  await stores.people.add(someone)
  const { title, company } = role
  const held = { title, company, sinceOn: null, untilOn: null, home, by, at }
  await stores.roles.add({ id: newId(), personId: someone.id, ...held })
  return someone.id
}

/** Whoever was forgotten is not introduced by somebody else's words. */
const stillKnowable = async <S extends { readonly name: string; readonly address: string | null }>(
  { tombstones }: ActingStores,
  successor: S | null,
): Promise<S | null> => {
  if (successor === null || successor.address === null) return successor
  const them = { name: successor.name, addresses: [successor.address], slackUserId: null }
  return (await tombstones.knows(them)) === 'address' ? null : successor
}

const everybody = { limit: 200, offset: 0 }

const isHeldBySomebody = async ({ companies }: ActingStores, { person, role, successor }: Departure) => {
  const there = await companies.people(companyKey(role.company), everybody)
  const others = there.filter((each) => each.whereabouts !== 'gone' && each.personId !== person.id)
  const inPlace = others.filter(({ titles }) => titles.some((title) => isSameTitle(title, role.title)))
  if (successor === null) return inPlace.length > 0
  return others.some(({ name }) => name.toLowerCase() === successor.name.toLowerCase())
}
