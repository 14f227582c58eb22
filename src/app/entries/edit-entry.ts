import type { Home } from '../../domain/audience.js'
import type { Closing } from '../../domain/commitment.js'
import { meanwhile } from '../../domain/meanwhile.js'
import { facetsIn, longestNote, type Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { isWiderThanShown } from '../tells-all.js'
import { tieRefusal } from '../ties/tie-refusal.js'
import { type AnyEntry, type EntryRef, getEntry } from './entry.js'
import { type CommitmentState, type EntryFields, fieldsOf } from './fields.js'

/**
 * A form handed in. `seen` is what it was filled with, so that nobody overwrites what changed meanwhile; null when
 * that is not known any more. `shownIn` is where the entry lived then: what was typed for fewer is not told to more.
 */
export type EntryEdit = {
  readonly seen: EntryFields | null
  readonly typed: EntryFields
  readonly shownIn?: Home | null
}

export type EntryCorrected = {
  readonly person: Person
  /** The entry as it is now. */
  readonly next: EntryFields
  /** The fields that somebody else changed while the form was open, and that stay theirs. */
  readonly theirs: readonly string[]
}

/** Puts one entry right: what was typed anew is written, and what somebody else changed meanwhile stays theirs. */
export const editEntry = async (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  ref: EntryRef,
  { seen, typed, shownIn = null }: EntryEdit,
): Promise<Outcome<EntryCorrected>> => {
  if ('text' in typed && typed.text.length > longestNote)
    return rejected({ reason: 'text-too-long', longest: longestNote })
  return act(ports, asker, 'edit', personId, async (stores) => {
    const found = await getEntry(stores, ref)
    const person = await stores.people.get(personId)
    if (person === null || found === null || found.entry.personId !== personId)
      return rejected({ reason: 'entry-gone' })
    const now = fieldsOf(found)
    if (typed.kind !== now.kind || (seen !== null && seen.kind !== now.kind))
      return rejected({ reason: 'entry-gone' })
    const { next, mine, both, theirs } = meanwhile(seen, typed, now)
    const isTold = mine.length > 0 && isWiderThanShown(asker, shownIn, found.entry.home)
    if (both.length > 0 || isTold) return rejected({ reason: 'changed-meanwhile', name: person.name })
    const refusal =
      found.kind === 'tie' && next.kind === 'tie' && next.relation !== found.entry.kind
        ? await tieRefusal(stores, { ...found.entry, kind: next.relation })
        : null
    if (refusal !== null) return rejected(refusal)
    await write(stores, asker, found, next)
    return ok({ person, next, theirs })
  })
}

const write = async (
  stores: ActingStores,
  asker: Asker,
  found: AnyEntry,
  next: EntryFields,
): Promise<void> => {
  const { id } = found.entry
  if (found.kind === 'role' && next.kind === 'role') {
    const { title, company, sinceOn, untilOn } = next
    // An end that only some have heard of stands in the form, and is not told to the others by handing it in.
    const until = untilOn === found.entry.untilOn ? {} : { untilOn }
    await stores.roles.change(id, { title, company, sinceOn, ...until, source: null })
  }
  if (found.kind === 'note' && next.kind === 'note') {
    const { text, on } = next
    await stores.notes.change(id, { text, on, facets: facetsOf(found.entry, text) })
  }
  if (found.kind === 'interaction' && next.kind === 'interaction')
    await stores.interactions.change(id, { text: next.text, on: next.on })
  if (found.kind === 'commitment' && next.kind === 'commitment') {
    const { text, dueOn, state } = next
    await stores.commitments.change(id, { text, dueOn, closed: closing(found.entry.closed, state, asker) })
  }
  if (found.kind === 'date' && next.kind === 'date') {
    const { text, day, yearly } = next
    await stores.keyDates.change(id, { text, ...day, yearly })
  }
  if (found.kind === 'question' && next.kind === 'question')
    await stores.openQuestions.change(id, { text: next.text })
  if (found.kind === 'tie' && next.kind === 'tie') await stores.ties.change(id, { kind: next.relation })
}

/** A situation is about the situation, whether or not its words say so. */
const facetsOf = ({ kind }: Note, text: string): Note['facets'] => {
  const tagged = facetsIn(text)
  return kind === 'situation' && !tagged.includes('situation') ? [...tagged, 'situation'] : tagged
}

/** Kept or broken says who says so, and when; what stays closed keeps its day. */
const closing = (
  before: Closing | null,
  state: CommitmentState,
  { today, userId }: Asker,
): Closing | null => {
  if (state === 'open') return null
  return before?.as === state ? before : { as: state, on: before?.on ?? today, by: userId }
}
