import { standardRhythm } from '../../domain/cadence.js'
import { localDateOf, plusDays } from '../../domain/local-time.js'
import { addressKey, fold } from '../../domain/names.js'
import { type Person, unnamed } from '../../domain/person.js'
import { companyKey, heldNow } from '../../domain/role.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { firstContactDay } from './first-contact.js'
import type { Introduction } from './introduction.js'

/** "Yes, the same Frank": what was typed is added to the person who is known; an offstage someone gets the name. */
export const recognise = (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  introduction: Introduction,
): Promise<Outcome<Person>> =>
  act(ports, asker, 'add', personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const addresses = [...person.addresses]
    for (const address of introduction.addresses)
      if (!addresses.some(isSame(address))) addresses.push(address)
    const patch: Partial<Omit<Person, 'id'>> = { addresses }
    const known = person.name !== unnamed
    await stores.people.change(personId, {
      ...patch,
      ...(known || introduction.name === '' ? {} : await named(stores, person, introduction.name, asker)),
      ...(introduction.slackUserId === null ? {} : { slackUserId: introduction.slackUserId }),
    })
    await addRole(ports, stores, asker, personId, introduction)
    return ok((await stores.people.get(personId)) ?? person)
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
): Promise<void> => {
  if (title === '' && company === '') return
  const held = heldNow(await stores.roles.of(personId))
  const known = held.some(
    (role) => fold(role.title) === fold(title) && companyKey(role.company) === companyKey(company),
  )
  if (known) return
  const began = { sinceOn: null, untilOn: null, at: asker.at, by: asker.userId, home: asker.place.home }
  await stores.roles.add({ id: ports.newId(), personId, title, company, ...began })
}
