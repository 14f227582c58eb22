import { anonymous, withoutLikelyNames } from '../../domain/anonymous.js'
import { facets, type Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { mayBeQuotedBy, type Quote } from '../../domain/quote.js'
import { heldNow } from '../../domain/role.js'
import { roleKindOf } from '../../domain/role-kind.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'
import { knownNames, wordsOfName } from './known-names.js'

export type Quotable = { readonly person: Person; readonly note: Note }
export type Proposal = Quotable & {
  /** As it would be read by everybody; as it is, where it was allowed already. */
  readonly quote: Quote
  readonly isAllowed: boolean
}

/** The form before it is allowed: their words without names, as far as the bot can tell; whoever allows them reads on. */
export const proposeQuote = (uow: UnitOfWork, asker: Asker, noteId: string): Promise<Outcome<Proposal>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const found = await quotable(stores, asker, noteId)
    if (!found.ok) return found
    const { person, note } = found.value
    if (note.quote) return ok({ person, note, quote: note.quote, isAllowed: true })
    const roles = await stores.roles.of(person.id)
    const role = heldNow(roles).flatMap(({ title }) => roleKindOf(title) ?? [])[0] ?? null
    const text = withoutLikelyNames(withoutFacets(note.text))
    const words = anonymous(text, await namesFor(stores, person, text))
    return ok({ person, note, quote: { words, role }, isAllowed: false })
  })

/** What somebody said, for whoever wrote it down; nobody else learns more of it than that it is not theirs to allow. */
export const quotable = async (stores: Stores, asker: Asker, noteId: string): Promise<Outcome<Quotable>> => {
  const note = await stores.notes.get(noteId)
  const person = note === null ? null : await stores.people.get(note.personId)
  if (note === null || person === null) return rejected({ reason: 'entry-gone' })
  if (!mayBeQuotedBy(note, asker.userId)) return rejected({ reason: 'not-yours-to-quote', name: person.name })
  return ok({ person, note })
}

/** Names that are known to the asker; those of the person, and of where they work, however they are written. */
export const namesFor = async (stores: Stores, { id, name }: Person, text: string) => {
  const companies = (await stores.roles.of(id)).map(({ company }) => company)
  const own = [...wordsOfName(name), ...companies.flatMap(namesOfCompany)]
  return { ...(await knownNames(stores, [text], 'asker')), own: new Set(own) }
}

/** "Acme Lighting" is meant by its first word, and by both together; "lighting" is light. */
const namesOfCompany = (company: string): readonly string[] => {
  const words = wordsOfName(company)
  return [words[0], words.at(-1)].flatMap((word) => word ?? [])
}

/** What it is about is said beside it. */
const withoutFacets = (text: string): string =>
  text
    .replace(new RegExp(`(?<![\\p{L}\\p{N}_&#])#(?:${facets.join('|')})(?![\\p{L}\\p{N}_])`, 'giu'), '')
    .trim()
