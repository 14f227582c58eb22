import { anonymous, saysSomething } from '../../domain/anonymous.js'
import type { Person } from '../../domain/person.js'
import { longestQuote, type Quote } from '../../domain/quote.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { namesFor, quotable } from './propose.js'

export type Allowed = { readonly person: Person; readonly noteId: string; readonly quote: Quote }

/**
 * Lets everybody read what somebody said, in the words in which whoever wrote it down saw it last. `text` is the note as the
 * form showed it, null when that is not known any more: words that were put right meanwhile are asked about anew. What is a name is taken out of what was typed.
 */
export const allowQuote = async (
  ports: ActPorts,
  asker: Asker,
  noteId: string,
  { words, role, text }: Quote & { readonly text: string | null },
): Promise<Outcome<Allowed>> => {
  if (words.length > longestQuote) return rejected({ reason: 'text-too-long', longest: longestQuote })
  return act(ports, asker, 'quote', null, async (stores) => {
    const found = await quotable(stores, asker, noteId)
    if (!found.ok) return found
    const { person, note } = found.value
    if (note.text !== text) return rejected({ reason: 'changed-meanwhile', name: person.name })
    const quote = { words: anonymous(words, await namesFor(stores, person, words)), role }
    if (!saysSomething(quote.words)) return rejected({ reason: 'quote-empty', name: person.name })
    await stores.notes.change(noteId, { quote })
    return ok({ person, noteId, quote })
  })
}

/**
 * Nobody reads it any more. Whoever let it be quoted can take that back when they read no more where it was said; the person
 * is null then.
 */
export const takeBackQuote = (
  ports: ActPorts,
  asker: Asker,
  noteId: string,
): Promise<Outcome<Person | null>> =>
  act(ports, asker, 'quote', null, async (stores) => {
    const found = await quotable(stores, asker, noteId)
    const isTakenBack = await stores.quotes.takeBack(noteId, asker.userId)
    if (!isTakenBack && !found.ok) return found
    return ok(found.ok ? found.value.person : null)
  })
