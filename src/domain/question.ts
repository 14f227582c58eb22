import { type Facet, facets } from './note.js'

/** A question worth asking. */
export type Question = { readonly id: string; readonly facet: Facet; readonly text: string }

/** How many notes there are on each facet. */
export type FacetCounts = Readonly<Partial<Record<Facet, number>>>

/**
 * One question for the facet that we know least, and not the one that was asked last time. Everybody has the bank in
 * an order of their own, and is asked everything once before anything comes back.
 */
export const questionFor = (
  bank: readonly Question[],
  name: string,
  known: FacetCounts,
  asked: readonly string[],
): Question | null => {
  const rank = (facet: Facet): number => (known[facet] ?? 0) * facets.length + facets.indexOf(facet)
  const last = asked[0]
  const choices = bank.filter((question) => question.id !== last)
  const leastKnown = Math.min(...choices.map(({ facet }) => rank(facet)))
  const [first] = choices
    .filter(({ facet }) => rank(facet) === leastKnown)
    .map((question) => ({ question, times: timesIn(asked, question.id), place: placeFor(name, question.id) }))
    .sort((a, b) => a.times - b.times || a.place - b.place)
  return first?.question ?? bank[0] ?? null
}

const timesIn = (asked: readonly string[], id: string): number => asked.filter((other) => other === id).length

/** Where a question stands for somebody: the same every time, and different for the next (FNV-1a). */
const placeFor = (name: string, questionId: string): number => {
  let hash = 0x811c9dc5
  for (const sign of name + questionId) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
