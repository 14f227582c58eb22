import { standardRhythm } from '../../domain/cadence.js'
import { localDateOf, plusDays } from '../../domain/local-time.js'
import { addressKey, fold } from '../../domain/names.js'
import { type Person, unnamed } from '../../domain/person.js'
import { companyKey, heldNow, type Role } from '../../domain/role.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { tellsAll } from '../tells-all.js'
import { firstContactDay } from './first-contact.js'
import type { Introduction } from './introduction.js'

export type Recognised = {
  readonly person: Person
  /** The role that was new; its home decides who sees it. */
  readonly role: Role | null
  readonly actId: string
}

/**
 * "Yes, the same Frank": what was typed is added to the person who is known; an offstage someone gets the name. Name,
 * addresses and link have no home of their own, so a place that is narrower than the person's adds none of them.
 */
export const recognise = (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  introduction: Introduction,
): Promise<Outcome<Recognised>> =>
  act(ports, asker, 'add', personId, async (stores, journalled) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const addresses = [...person.addresses]
    for (const address of introduction.addresses)
      if (!addresses.some(isSame(address))) addresses.push(address)
    const slackUserId = introduction.slackUserId ?? person.slackUserId
    const getsName = person.name === unnamed && introduction.name !== ''
    const isNew = addresses.length > person.addresses.length || slackUserId !== person.slackUserId || getsName
    if (isNew && !tellsAll(asker, person.home))
      return rejected({ reason: 'known-wider', name: person.name, home: person.home })
    const name = getsName ? await named(stores, person, introduction.name, asker) : {}
    await stores.people.change(personId, { addresses, slackUserId, ...name })
    const role = await addRole(ports, stores, asker, personId, introduction)
    return ok({ person: (await stores.people.get(personId)) ?? person, role, actId: journalled.id })
  })

const isSame = (address: string) => (other: string) => addressKey(other) === addressKey(address)

const named = async (stores: ActingStores, person: Person, name: string, asker: Asker) => {
  const place = await stores.places.know(person.home, asker.zoneGiven)
  const today = localDateOf(asker.at, place.zone)
  const rhythm = person.rhythm === 'never' ? standardRhythm : person.rhythm
  const introduced = { home: person.home, on: today, rhythm, notBefore: plusDays(today, 1) }
  return { name, offstage: false, rhythm, firstDueOn: await firstContactDay(stores, place, introduced) }
}

const addRole = async (
  ports: ActPorts,
  stores: ActingStores,
  asker: Asker,
  personId: string,
  { title, company }: Introduction,
): Promise<Role | null> => {
  if (title === '' && company === '') return null
  const held = heldNow(await stores.roles.of(personId))
  const known = held.some(
    (role) => fold(role.title) === fold(title) && companyKey(role.company) === companyKey(company),
  )
  if (known) return null
  const { home } = asker.place
  await stores.places.know(home, asker.zoneGiven)
  const began = { sinceOn: null, untilOn: null, at: asker.at, by: asker.userId, home }
  const role: Role = { id: ports.newId(), personId, title, company, ...began }
  await stores.roles.add(role)
  return role
}
