import { fold, searchWords } from '../../domain/names.js'
import { type Asker, scopeOf } from '../asker.js'
import type { PersonName, UnitOfWork } from '../ports.js'
import { eachOnce } from './each-once.js'

/** A single letter begins half of all words: it finds names alone. */
const shortestWord = 2

/**
 * Type-ahead: first those with a name, or a part of one, that begins like this, then those whose name, address or
 * present role has all the words; in each whoever was spoken to last comes first. Accents do not matter.
 */
export const peopleLike = (
  uow: UnitOfWork,
  asker: Asker,
  typed: string,
  limit: number,
): Promise<readonly PersonName[]> =>
  uow.read(scopeOf(asker), async ({ people, search }) => {
    const named = await people.withRoles(await people.beginning(fold(typed), limit))
    const words = [...new Set(searchWords(typed))]
    const isTelling = words.some((word) => word.length >= shortestWord)
    if (named.length >= limit || !isTelling) return named
    const described = await search.people(words, { limit, offset: 0 })
    return eachOnce([...named, ...described]).slice(0, limit)
  })
