import { type Import, sourceOf } from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import type { Asker } from '../asker.js'
import type { Fate, Stores } from '../ports.js'
import { weigh } from '../role-changes/weigh.js'
import { additionsTo } from './additions.js'
import type { MeantStores } from './looked-up.js'
import { whomItMeans } from './whom-it-means.js'
import { fateOf, wordOf } from './word-of.js'

/** What would become of a row if it were carried out now. Reads alone. */
export const foretell = async (
  stores: Stores,
  known: MeantStores,
  { asker, them }: { readonly asker: Asker; readonly them: Import },
  contact: ImportedContact,
): Promise<Fate> => {
  const meant = await whomItMeans(known, sourceOf(them), contact)
  if (meant.kind === 'forgotten') return { outcome: 'forgotten' }
  if (meant.kind === 'unclear') return { outcome: 'unclear', why: meant.why }
  const person = meant.kind === 'known' ? await stores.people.get(meant.personId) : null
  if (person === null) return { outcome: 'new' }
  const verdict = await weigh(stores, wordOf(them, asker, contact, person.id))
  const earlier = await stores.sightings.last(person.id, sourceOf(them), '')
  const { kinds } = await additionsTo(stores, asker, person, contact, earlier === null)
  return fateOf(person.id, verdict, kinds)
}
