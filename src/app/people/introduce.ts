import { localDateOf, plusDays } from '../../domain/local-time.js'
import { addressKey, fold } from '../../domain/names.js'
import { isTooLongAName, longestName, type Person, unnamed } from '../../domain/person.js'
import { companyKey } from '../../domain/role.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { PersonName, Stores } from '../ports.js'
import { eachOnce } from './each-once.js'
import { firstContactDay } from './first-contact.js'
import type { Introduction } from './introduction.js'
import { placeOfIntroduction } from './place-of-introduction.js'

export type Introduced =
  | { readonly kind: 'introduced'; readonly person: Person; readonly actId: string }
  /** Nothing was changed: somebody like this is there already. */
  | {
      readonly kind: 'same-person'
      readonly people: readonly PersonName[]
      readonly because: readonly Same[]
    }
  /** Nothing was changed: somebody offstage without a name fits. */
  | { readonly kind: 'that-someone'; readonly people: readonly PersonName[] }
  /** Nothing was changed: somebody with that address, or that Slack user, was forgotten here on purpose. */
  | { readonly kind: 'forgotten' }

/** What somebody who is known has in common with whoever is introduced. */
export type Same = 'name' | 'address' | 'slack'

/** `person add`: somebody new, unless they may be known already; `anew` says that they are not the same. */
export const introduce = async (
  ports: ActPorts,
  asker: Asker,
  introduction: Introduction,
  anew: boolean,
): Promise<Outcome<Introduced>> => {
  if (isTooLongAName(introduction.name)) return rejected({ reason: 'name-too-long', longest: longestName })
  if (!anew) {
    const likely = await ports.uow.read(scopeOf(asker), (stores) => knownAlready(stores, introduction))
    if (likely !== null) return ok(likely)
  }
  const personId = ports.newId()
  return act(ports, asker, 'add', personId, async (stores, journalled) => {
    const { home } = asker.place
    const place = await placeOfIntroduction(stores, home, asker)
    const introducedOn = localDateOf(asker.at, place.zone)
    const rhythm = introduction.name === '' ? 'never' : place.rhythm
    const notBefore = plusDays(introducedOn, 1)
    const firstDueOn = await firstContactDay(stores, place, { home, on: introducedOn, rhythm, notBefore })
    const person: Person = {
      id: personId,
      name: introduction.name === '' ? unnamed : introduction.name,
      home,
      by: asker.userId,
      introducedAt: asker.at,
      introducedOn,
      ownerId: asker.userId,
      rhythm,
      rhythmSetOn: null,
      firstDueOn,
      letBeOn: null,
      laterUntil: null,
      slackUserId: introduction.slackUserId,
      prefers: null,
      offstage: introduction.offstage,
      addresses: introduction.addresses,
    }
    await stores.people.add(person)
    const { title, company } = introduction
    if (title !== '' || company !== '') {
      const held = { sinceOn: null, untilOn: null, at: asker.at, by: asker.userId, home }
      await stores.roles.add({ id: ports.newId(), personId: person.id, title, company, ...held })
    }
    return ok({ kind: 'introduced', person, actId: journalled.id })
  })
}

const kinds: readonly Same[] = ['name', 'address', 'slack']

const knownAlready = async (
  { people, tombstones }: Stores,
  introduction: Introduction,
): Promise<Introduced | null> => {
  const { name, title, company, slackUserId } = introduction
  const addresses = introduction.addresses.map(addressKey)
  const keys = [
    ...(name === '' ? [] : [fold(name)]),
    ...addresses,
    ...(slackUserId === null ? [] : [slackUserId]),
  ]
  const called = await people.called(keys)
  const same = called.filter(({ kind }) => kind === 'full' || kind === 'address' || kind === 'slack')
  if (same.length > 0) {
    const people = eachOnce(same.map(({ person }) => person))
    const because = kinds.filter((each) =>
      same.some(({ kind }) => (kind === 'full' ? 'name' : kind) === each),
    )
    return { kind: 'same-person', people, because }
  }
  // A name alone belongs to many.
  if ((await tombstones.knows(introduction)) === 'address') return { kind: 'forgotten' }
  if (name === '' || company === '') return null
  const someone = await people.unnamedAt(companyKey(company))
  const fitting = someone.filter(({ role }) => title === '' || fold(role).startsWith(fold(title)))
  return fitting.length > 0 ? { kind: 'that-someone', people: fitting } : null
}
