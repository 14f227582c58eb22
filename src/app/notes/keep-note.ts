import { daysBetween, type LocalDate } from '../../domain/local-time.js'
import {
  type Facet,
  facetsIn,
  longestNote,
  type Note,
  type NoteKind,
  situationHoldsForDays,
} from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { PersonName, Stores } from '../ports.js'
import { sameFor } from '../same-for.js'
import { isSameText, type TypedAgain, typedAgain } from '../typed-again.js'
import { isFirstTender } from './first-tender.js'

export type Kept = {
  readonly person: Person
  readonly note: Note
  /** This teammate's first note on something tender: the reply says what not to write. */
  readonly firstTender: boolean
  /** Those about whom the asker wrote the same today; see there. */
  readonly sameFor: readonly PersonName[]
}

/** `note`, `heard` and `situation`: kept as typed, with who and when. `on`: the day on which it was noticed. */
export const keepNote = async (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  kind: NoteKind,
  text: string,
  on: LocalDate = asker.today,
): Promise<Outcome<Kept>> => {
  if (text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  const facets = facetsOf(kind, text)
  const firstTender = await isFirstTender(ports.uow, asker, facets)
  return act(ports, asker, kind, personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const { home } = asker.place
    await stores.places.know(home, asker.zoneGiven)
    const before = kind === 'situation' ? await heldBefore(stores, asker, personId, text) : null
    if (before !== null && before.here !== null)
      return rejected({ reason: 'known-already', what: 'situation', name: person.name })
    if (before !== null && before.own !== null) {
      await stores.notes.change(before.own.id, { home })
      return ok({ person, note: { ...before.own, home }, firstTender, sameFor: [] })
    }
    const typed = { by: asker.userId, at: asker.at, on, interactionId: null }
    const note: Note = { id: ports.newId(), personId, home, kind, text, facets, ...typed }
    await stores.notes.add(note)
    return ok({ person, note, firstTender, sameFor: await sameFor(stores, asker, note) })
  })
}

/** A situation is about the situation, whatever its hashtags say beside. */
const facetsOf = (kind: NoteKind, text: string): Facet[] => {
  const tagged = facetsIn(text)
  return kind === 'situation' && !tagged.includes('situation') ? [...tagged, 'situation'] : tagged
}

/** The newest word on what is going on, where it says the same. After a while, saying it again says that it still holds. */
const heldBefore = async (
  { notes }: Stores,
  asker: Asker,
  personId: string,
  text: string,
): Promise<TypedAgain<Note>> => {
  const newest = (await notes.situationsOf([personId])).get(personId)
  const isSame =
    newest !== undefined &&
    newest.kind === 'situation' &&
    isSameText(newest.text, text) &&
    daysBetween(newest.on, asker.today) <= situationHoldsForDays
  return typedAgain(asker, isSame ? [newest] : [])
}
