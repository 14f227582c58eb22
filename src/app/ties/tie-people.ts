import type { Person } from '../../domain/person.js'
import { isSameTie, type Tie, type TieKind } from '../../domain/tie.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores, Stores } from '../ports.js'
import { typedAgain } from '../typed-again.js'
import { circleThrough } from './circle.js'

export type TieDraft = { readonly personId: string; readonly kind: TieKind; readonly otherId: string }
export type Tied = { readonly person: Person; readonly other: Person; readonly tie: Tie }

/** `tie`: how one person stands to another. Both cards show it to whoever may see both, and the place. */
export const tiePeople = (ports: ActPorts, asker: Asker, draft: TieDraft): Promise<Outcome<Tied>> =>
  act(ports, asker, 'tie', draft.personId, async (stores) => {
    const { personId, kind, otherId } = draft
    const person = await stores.people.get(personId)
    const other = await stores.people.get(otherId)
    if (person === null || other === null) return rejected({ reason: 'person-gone' })
    if (personId === otherId) return rejected({ reason: 'tie-to-self', name: person.name })
    const { here, own } = typedAgain(asker, await tiesLike(stores, draft))
    if (here !== null) return rejected({ reason: 'tie-known', name: person.name, kind, other: other.name })
    const circle = await circleThrough(stores, draft)
    if (circle !== null) return rejected(circle)
    await stores.places.know(asker.place.home, asker.zoneGiven)
    return ok({ person, other, tie: await write(ports, stores, asker, draft, own) })
  })

/** What the asker noted in a narrower place is told here too; otherwise the tie is new. */
const write = async (
  { newId }: ActPorts,
  { ties }: ActingStores,
  asker: Asker,
  draft: TieDraft,
  own: Tie | null,
): Promise<Tie> => {
  const { home } = asker.place
  if (own !== null) {
    await ties.change(own.id, { home })
    return { ...own, home }
  }
  const tie: Tie = { id: newId(), home, by: asker.userId, at: asker.at, ...draft }
  await ties.add(tie)
  return tie
}

const tiesLike = async ({ ties }: Stores, draft: TieDraft): Promise<Tie[]> => {
  const { personId, kind, otherId } = draft
  const both = [...(await ties.from(personId, kind)), ...(await ties.from(otherId, kind))]
  return both.filter((tie) => isSameTie(tie, draft))
}
