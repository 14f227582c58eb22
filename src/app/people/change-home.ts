import { plusDays } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, type AskerPorts, answersFor, type Place, placeOf, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { circleAbove } from '../ties/circle.js'
import { placeOfIntroduction } from './place-of-introduction.js'

export type Moved = { readonly person: Person; readonly place: Place; readonly left: number }

/** `home`: where a person lives from now on. What came with the introduction moves along; every other note stays. */
export const changeHome = async (
  ports: ActPorts & AskerPorts,
  asker: Asker,
  personId: string,
  channelId: string,
): Promise<Outcome<Moved>> => {
  const facts = await ports.directory.freshChannel(channelId)
  const place = placeOf(facts, asker.userId)
  const { home } = place
  const known = await ports.uow.read(scopeOf(asker), ({ people }) => people.get(personId))
  if (known === null) return rejected({ reason: 'person-gone' })
  const cannot = { reason: 'cannot-live-there', name: known.name, home } as const
  if (facts.archived) return rejected({ ...cannot, because: 'archived' })
  if (place.seenBy.kind === 'you' && place.seenBy.because !== 'dm')
    return rejected({ ...cannot, because: place.seenBy.because })
  const members = place.seenBy.kind === 'members' ? await ports.directory.members(channelId) : null
  if (members !== null && !members.has(asker.userId)) return rejected({ ...cannot, because: 'not-a-member' })
  return act(ports, asker, 'home', personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    if (!answersFor(asker, person)) return rejected({ reason: 'not-yours', name: person.name })
    // Whoever looks after somebody goes on seeing them: nobody is handed to one who does not, nor moved away from them.
    const { ownerId, name } = person
    const isSeen = place.seenBy.kind === 'everyone' || (members?.has(ownerId) ?? ownerId === asker.userId)
    if (!isSeen) return rejected({ reason: 'owner-not-there', name, home, ownerId })
    // Where others come to see the person, they come to see whom they report to.
    const circle = place.seenBy.kind === 'you' ? null : await circleAbove(stores, personId)
    if (circle !== null) return rejected(circle)
    await placeOfIntroduction(stores, home, asker)
    await takeAlong(stores, asker, person)
    // Before they move: nothing was typed in the new place yet, perhaps, and then the asker reads nothing there.
    const left = await moveIntroduction(stores, person, place)
    await stores.people.change(personId, { home })
    return ok({ person: { ...person, home }, place, left })
  })
}

/** What was brought up where they lived, and nobody answered, comes up where they live from now on. */
const takeAlong = async ({ nudges }: ActingStores, asker: Asker, { id, home }: Person): Promise<void> => {
  const moved = { kind: 'moved', by: asker.userId, until: plusDays(asker.today, 1) } as const
  // What was told elsewhere, in private, is not told where they live, and stays as it is.
  for (const nudgeId of await nudges.openIn(home, id)) await nudges.answer(nudgeId, moved)
}

/** The roles given in the same breath as the name; answers how many entries stay where they were typed. */
const moveIntroduction = async (stores: ActingStores, person: Person, { home }: Place): Promise<number> => {
  const roles = await stores.roles.of(person.id)
  const moving = roles.filter((role) => role.home === person.home && role.at === person.introducedAt)
  for (const role of moving) await stores.roles.change(role.id, { home })
  const entries = (await stores.notes.countOf(person.id)) + (await stores.interactions.countOf(person.id))
  return entries + roles.length - moving.length
}
