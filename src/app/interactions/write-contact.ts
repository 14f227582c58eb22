import type { Interaction, InteractionKind } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import { facetsIn, type Note, quotedIn } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import type { Asker } from '../asker.js'
import { confirmed } from '../people/confirmed.js'
import type { ActingStores, NewId } from '../ports.js'
import { tellsAll } from '../tells-all.js'

export type ContactDetails = { readonly kind: InteractionKind; readonly on: LocalDate; readonly text: string }

/** Writes a contact with the words quoted in it; for every act that logs one. Who was offstage has now been met. */
export const writeContact = async (
  stores: ActingStores,
  newId: NewId,
  asker: Asker,
  person: Person,
  { kind, on, text }: ContactDetails,
): Promise<{ interaction: Interaction; heard: readonly Note[] }> => {
  const { home } = asker.place
  await stores.places.know(home, asker.zoneGiven)
  const typed = { personId: person.id, home, by: asker.userId, at: asker.at, on }
  const interaction: Interaction = { id: newId(), kind, text, teammates: [asker.userId], ...typed }
  await stores.interactions.add(interaction)
  const facets = facetsIn(text)
  const heard = quotedIn(text).map(
    (words): Note => ({
      id: newId(),
      kind: 'heard',
      text: words,
      facets,
      interactionId: interaction.id,
      ...typed,
    }),
  )
  for (const note of heard) await stores.notes.add(note)
  if (person.laterUntil !== null) await stores.people.change(person.id, { laterUntil: null })
  // Where fewer read than know the person, that they were met is not told to the others.
  if (person.offstage && tellsAll(asker, person.home))
    await stores.people.change(person.id, { offstage: false })
  await confirmed(stores, asker, person)
  return { interaction, heard }
}
