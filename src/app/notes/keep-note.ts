import type { Home } from '../../domain/audience.js'
import { type Facet, facetsIn, longestNote, type Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'

export type Kept = {
  readonly person: Person
  readonly note: Note
  /** This teammate's first note on something tender: the reply says what not to write. */
  readonly firstTender: boolean
}

const tender: readonly Facet[] = ['body', 'feeling']

/** `note` and `heard`: kept as typed, with who and when. */
export const keepNote = async (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  kind: Note['kind'],
  text: string,
): Promise<Outcome<Kept>> => {
  if (text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  const facets = facetsIn(text)
  const isTender = facets.some((facet) => tender.includes(facet))
  const firstTender =
    isTender && !(await ports.uow.read(scopeOf(asker), ({ notes }) => notes.hasFacet(asker.userId, tender)))
  return act(ports, asker, kind, personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const home: Home = asker.place.home
    await stores.places.know(home, asker.zoneGiven)
    const typed = { by: asker.userId, at: asker.at, on: asker.today, interactionId: null }
    const note: Note = { id: ports.newId(), personId, home, kind, text, facets, ...typed }
    await stores.notes.add(note)
    return ok({ person, note, firstTender })
  })
}
