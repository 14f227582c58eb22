import { instantAt } from '../domain/local-time.js'
import { sameWords } from '../domain/same-words.js'
import type { Asker } from './asker.js'
import type { PersonName, Stores } from './ports.js'

/**
 * The three people about whom the asker wrote the same today, when what was just written makes them three; empty
 * otherwise. It is asked once, and of the author alone.
 */
export const sameFor = async (
  { journal, people }: Pick<Stores, 'journal' | 'people'>,
  { userId, today, zone }: Asker,
  written: { readonly id: string; readonly text: string },
): Promise<readonly PersonName[]> => {
  if (written.text.trim() === '') return []
  const like = await journal.jottingsLike(userId, instantAt(today, 0, zone), written.text)
  const same = sameWords(like, written.id)
  return same.length === 0 ? [] : people.names(same)
}
