import type { KnownNames } from '../../domain/anonymous.js'
import { fold } from '../../domain/names.js'
import { longerSpots, spotsIn } from '../../domain/naming-words.js'
import type { KnownTo } from '../ports/quotes.js'
import type { Stores } from '../ports.js'

/**
 * Which names are in some texts, in two looks at most: the words by themselves, and then the longer names that begin with one
 * of them. To whoever chose the texts, those whom they may not see are nobody: what is taken out must not tell who else is known.
 */
export const knownNames = async (
  { quotes }: Pick<Stores, 'quotes'>,
  texts: readonly string[],
  knownTo: KnownTo,
): Promise<Omit<KnownNames, 'own'>> => {
  const words = await quotes.names(
    texts.flatMap(spotsIn).flatMap(({ keys }) => keys),
    knownTo,
  )
  const beginnings = new Set(
    words.filter((word) => word.beginsName || word.beginsCompany).map(({ word }) => word),
  )
  const longer = texts.flatMap((text) => longerSpots(text, (key) => beginnings.has(key)))
  const whole = await quotes.names(
    longer.flatMap(({ keys }) => keys),
    knownTo,
  )
  return {
    names: new Set([...words, ...whole].filter(({ names }) => names).map(({ word }) => word)),
    beginnings,
    companyBeginnings: new Set(words.filter((word) => word.beginsCompany).map(({ word }) => word)),
  }
}

/** The words of a name, and all of it written together. */
export const wordsOfName = (name: string): readonly string[] => {
  const words = fold(name).split(/[^\p{L}\p{N}\p{M}]+/u)
  return [...words, words.join('')].filter((word) => word !== '')
}
