import type { Interaction } from './interaction.js'
import type { Note } from './note.js'

/** So many times we reach out before it is time for a question. */
export const timesInARow = 3

type Contact = Pick<Interaction, 'id' | 'kind' | 'on' | 'at'>
type Heard = Pick<Note, 'on' | 'at' | 'interactionId'>

/**
 * Whether the last three times it was us who reached out, and no words of theirs came back since the first of them.
 * `contacts` and `heard` are the newest first, as the asker may see them; `loggedId` is the contact just written down,
 * which says nothing of today when it is an old one.
 */
export const isOneSided = (
  contacts: readonly Contact[],
  heard: readonly Heard[],
  loggedId: string,
): boolean => {
  const row = contacts.slice(0, timesInARow)
  const first = row.at(-1)
  if (first === undefined || row.length < timesInARow) return false
  // Who meets is spoken with; and nobody ever met somebody all by themselves.
  if (row.some((contact) => contact.kind === 'met') || !row.some(({ id }) => id === loggedId)) return false
  return !heard.some((words) => words.interactionId === first.id || isSince(words, first))
}

const isSince = (words: Heard, { on, at }: Contact): boolean =>
  words.on > on || (words.on === on && words.at >= at)
