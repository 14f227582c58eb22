import type { UnclearWhy } from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import { addressKey, fold } from '../../domain/names.js'
import { unnamed } from '../../domain/person.js'
import { heldNow, roleText } from '../../domain/role.js'
import { isSameCompany } from '../../domain/role-change/sameness.js'
import { eachOnce } from '../people/each-once.js'
import type { CalledBy, PersonName } from '../ports.js'
import { lookedFor, type MeantStores } from './looked-up.js'
import { isAddress, isNumber, isOneName, isOwnKey, mayBeOneName, sourceKeyOf } from './source-key.js'

/** Whom a row is about, among those whom the importer may see. */
export type Meant =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'known'; readonly personId: string }
  | { readonly kind: 'unclear'; readonly why: UnclearWhy; readonly candidates: readonly PersonName[] }
  | { readonly kind: 'forgotten' }

/**
 * By the source's own key, then by an address or a link, and never by a name alone; a telephone number is that of a
 * house, and counts where the name is the same. `isMet` says of some people which
 * of them another row of the same file is about: the file itself tells those apart.
 */
export const whomItMeans = async (
  stores: MeantStores,
  source: string,
  contact: ImportedContact,
  isMet: (personIds: readonly string[]) => Promise<readonly string[]> = async () => [],
): Promise<Meant> => {
  const key = sourceKeyOf(contact)
  const sighted = await stores.sightings.called(source, [key])
  const byKey = await stores.people.names([...new Set(sighted.map(({ personId }) => personId))])
  const theirs = isAddress(key) ? byKey.filter((person) => isCalled(person, contact)) : byKey
  if (theirs.length > 0) return one(theirs)
  const called = await stores.people.called(lookedFor(contact))
  const numbers = new Set(contact.addresses.filter(isNumber).map(addressKey))
  const reached = eachOnce(
    called
      .filter(
        ({ kind, key, person }) => kind === 'address' && (!numbers.has(key) || isCalled(person, contact)),
      )
      .map(({ person }) => person),
  )
  const [first] = reached
  if (first !== undefined) {
    const isTheirs = isCalled(first, contact) || (await mayBeRenamed(stores, source, contact, first))
    return isTheirs || reached.length > 1 ? one(reached) : unclear('other-name', reached)
  }
  const forgotten = await isForgotten(stores, source, contact)
  if (forgotten === 'address') return { kind: 'forgotten' }
  const full = eachOnce(called.filter(isNamed(contact.name)).map(({ person }) => person))
  const namesakes = full.length === 0 ? [] : await mayBe(stores, source, contact, full, isMet)
  if (namesakes.length > 0) {
    const there = await atCompany(stores, namesakes, contact.company)
    return there.length > 0
      ? unclear('same-name-and-company', eachOnce([...there, ...namesakes]))
      : unclear('same-name', namesakes)
  }
  if (forgotten === 'name') return unclear('maybe-forgotten', [])
  const someone = eachOnce(called.filter(isNamed(unnamed)).map(({ person }) => person)).filter(
    isJustThere(contact),
  )
  return someone.length > 0 ? unclear('that-someone', someone) : { kind: 'nobody' }
}

/** By name, or without one yet. */
const isCalled = ({ name }: PersonName, contact: ImportedContact): boolean =>
  name === unnamed || isOneName(name, contact.name)

/** Who shares an address may be called otherwise by now, unless the source tells the two apart. */
const mayBeRenamed = async (
  stores: MeantStores,
  source: string,
  { name, key }: ImportedContact,
  person: PersonName,
): Promise<boolean> => mayBeOneName(person.name, name) && !(await isToldApart(stores, source, key, person))

/** Whether the source calls somebody by another key of its own. */
const isToldApart = async (
  { sightings }: MeantStores,
  source: string,
  key: string | null,
  { id }: PersonName,
): Promise<boolean> => {
  const last = key === null ? null : await sightings.last(id, source, key)
  return last !== null && isOwnKey(last.key)
}

/** A number that others have as well counts beside the name alone. */
const isForgotten = async ({ tombstones }: MeantStores, source: string, contact: ImportedContact) => {
  const { name, key } = contact
  const addresses = contact.addresses.filter((address) => !isNumber(address))
  const them = { name, slackUserId: null, record: key === null ? null : { source, key } }
  const known = await tombstones.knows({ ...them, addresses })
  return known === 'name' ? tombstones.knows({ ...them, addresses: contact.addresses }) : known
}

const unclear = (why: UnclearWhy, candidates: readonly PersonName[]): Meant => ({
  kind: 'unclear',
  why,
  candidates,
})

const one = (people: readonly PersonName[]): Meant => {
  const [only] = people
  if (only === undefined) return { kind: 'nobody' }
  return people.length === 1 ? { kind: 'known', personId: only.id } : unclear('several', people)
}

/** Of those with the same name, whom the source, or the file, does not tell apart from the row. */
const mayBe = async (
  stores: MeantStores,
  source: string,
  contact: ImportedContact,
  people: readonly PersonName[],
  isMet: (personIds: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly PersonName[]> => {
  const met = new Set(await isMet(people.map(({ id }) => id)))
  const kept: PersonName[] = []
  for (const person of people) {
    if (await isToldApart(stores, source, contact.key, person)) continue
    const isOther = met.has(person.id) && (await atCompany(stores, [person], contact.company)).length === 0
    if (!isOther) kept.push(person)
  }
  return kept
}

const atCompany = async (
  { roles }: MeantStores,
  people: readonly PersonName[],
  company: string,
): Promise<readonly PersonName[]> => {
  if (company === '') return []
  const there: PersonName[] = []
  for (const person of people) {
    const held = heldNow(await roles.of(person.id))
    if (held.some((role) => isSameCompany(role.company, company))) there.push(person)
  }
  return there
}

const isNamed =
  (name: string) =>
  ({ kind, key }: CalledBy) =>
    kind === 'full' && key === fold(name)

/** Somebody offstage, whose name nobody knew, in just that role. */
const isJustThere =
  ({ title, company }: ImportedContact) =>
  ({ name, role }: PersonName): boolean =>
    name === unnamed && title !== '' && company !== '' && fold(role) === fold(roleText({ title, company }))
