import type { Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import type { Persona, PersonaClaim, Trial } from '../../domain/persona.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { mostListed, sketchesOf } from './sketch.js'

/** A sketch held against somebody: what it says of everybody, and what was found of this one. */
export type TryOn = {
  readonly person: Person
  readonly persona: Persona
  readonly claims: readonly { readonly claim: PersonaClaim; readonly found: Found | null }[]
  /** The newest that is known of them, any of which may show it. */
  readonly notes: readonly Note[]
  /** There are other sketches. */
  readonly others: boolean
}
export type Found = { readonly trial: Trial; readonly note: Note | null }
export type WhichSketch = { readonly person: Person; readonly personas: readonly Persona[] }

/** As many fit into one choice that is looked through. */
const mostNotes = 20

/** `personaId`: null where nobody has said which; the only one there is, is meant. */
export const tryOn = (
  uow: UnitOfWork,
  asker: Asker,
  personId: string,
  personaId: string | null,
): Promise<Outcome<TryOn | WhichSketch>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const all = await stores.personas.all(mostListed)
    const only = personaId === null && all.length === 1 ? (all[0]?.id ?? null) : personaId
    const which = only === null ? null : await stores.personas.get(only)
    if (which === null && (only !== null || all.length === 0)) return rejected({ reason: 'sketch-gone' })
    if (which === null) {
      const known = await sketchesOf(stores, all)
      return ok({ person, personas: known.map(({ persona }) => persona) })
    }
    const [sketch] = await sketchesOf(stores, [which])
    const claims = sketch?.claims.map(({ claim }) => claim) ?? []
    const trials = await stores.trials.about(
      personId,
      claims.map(({ id }) => id),
    )
    const notes = await stores.notes.of(personId, { limit: mostNotes, offset: 0 })
    const found: TryOn['claims'][number][] = []
    for (const claim of claims) {
      const trial = trials.find(({ claimId }) => claimId === claim.id)
      const noteId = trial?.noteId ?? null
      const note =
        noteId === null ? null : (notes.find(({ id }) => id === noteId) ?? (await stores.notes.get(noteId)))
      found.push({ claim, found: trial === undefined ? null : { trial, note } })
    }
    return ok({ person, persona: sketch?.persona ?? which, claims: found, notes, others: all.length > 1 })
  })
