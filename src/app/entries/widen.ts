import type { Home } from '../../domain/audience.js'
import type { News } from '../../domain/news.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { widerTieRefusal } from '../ties/tie-refusal.js'
import { type AnyEntry, type EntryRef, getEntry } from './entry.js'

export type Widened = { readonly person: Person; readonly home: Home }
/** What can be shown to more people: an entry, or the news that a role ended. */
export type Wider = EntryRef | { readonly kind: 'news'; readonly id: string }

/** Lets everybody who may see the person see an entry too. Only its author may. */
export const widen = (ports: ActPorts, asker: Asker, ref: Wider): Promise<Outcome<Widened>> =>
  act(ports, asker, 'widen', null, async (stores) => {
    const found = await lookUp(stores, ref)
    const person = found === null ? null : await stores.people.get(found.entry.personId)
    if (found === null || person === null) return rejected({ reason: 'entry-gone' })
    if (found.entry.by !== asker.userId) return rejected({ reason: 'not-yours', name: person.name })
    const { home } = person
    if (found.kind === 'news') await stores.news.change(ref.id, { home })
    if (found.kind === 'note') await stores.notes.change(ref.id, { home })
    if (found.kind === 'role') {
      await stores.roles.change(ref.id, { home })
      // What it ended, and that it is new, is told to the same people.
      for (const piece of await stores.news.of(person.id))
        if (piece.roleId === ref.id && piece.by === asker.userId) await stores.news.change(piece.id, { home })
    }
    if (found.kind === 'interaction') {
      await stores.interactions.change(ref.id, { home })
      for (const note of await stores.notes.with(ref.id)) await stores.notes.change(note.id, { home })
    }
    if (found.kind === 'commitment') await stores.commitments.change(ref.id, { home })
    if (found.kind === 'date') await stores.keyDates.change(ref.id, { home })
    if (found.kind === 'question') {
      const answerId = found.entry.answered?.noteId ?? null
      const answer = answerId === null ? null : await stores.notes.get(answerId)
      await stores.openQuestions.change(ref.id, { home })
      // The answer is their author's own to show.
      if (answer?.by === asker.userId) await stores.notes.change(answer.id, { home })
    }
    if (found.kind === 'tie') {
      const refusal = await widerTieRefusal(stores, asker, { ...found.entry, home })
      if (refusal !== null) return rejected(refusal)
      await stores.ties.change(ref.id, { home })
    }
    return ok({ person, home })
  })

const lookUp = async (
  stores: ActingStores,
  ref: Wider,
): Promise<AnyEntry | { readonly kind: 'news'; readonly entry: News } | null> => {
  if (ref.kind !== 'news') return getEntry(stores, ref)
  const entry = await stores.news.get(ref.id)
  return entry === null ? null : { kind: 'news', entry }
}
