import type { Interaction } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import { longestNote, type Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import type { Question } from '../../domain/question.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { type Asides, asidesOf } from './asides.js'
import { type ContactDetails, writeContact } from './write-contact.js'

export type Contact = ContactDetails & { readonly personId: string }
export type Logged = {
  readonly person: Person
  readonly interaction: Interaction
  /** The words in quotation marks, kept as heard too. */
  readonly heard: readonly Note[]
  readonly dueOn: LocalDate | null
  readonly asides: Asides
}
/** `questions`: the bank. */
type LoggingPorts = ActPorts & { readonly questions?: readonly Question[] }

/** `met`, `called`, `emailed`, `messaged`: a contact that happened. */
export const logContact = async (
  ports: LoggingPorts,
  asker: Asker,
  contact: Contact,
): Promise<Outcome<Logged>> => {
  if (contact.text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  return act(ports, asker, contact.kind, contact.personId, async (stores) => {
    const person = await stores.people.get(contact.personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const { interaction, heard } = await writeContact(stores, ports.newId, asker, person, contact)
    const standing = await stores.people.standing(person.id)
    const asides = await asidesOf(stores, ports.questions ?? [], asker, person, interaction)
    return ok({ person, interaction, heard, dueOn: standing?.comesUpOn ?? null, asides })
  })
}
