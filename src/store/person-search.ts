import type { Named, Page } from '../app/ports.js'
import { fold } from '../domain/names.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import { kindWord } from './kind-word.js'
import { bestKnownFirst, type Known, last } from './person-calling.js'
import { indexWords, queryWords } from './search-index.js'

/** As many more than are asked for are looked at, so that the best of them come first. */
const lookedAtBeside = 500
/** Words are compared by how common they are, up to here. */
const commonFrom = 5_000

/**
 * People whose name, address or present role has all the words, each in whichever of them. First those who are called
 * exactly so, then those with all the words in name and addresses, then the others; among equals whoever was
 * spoken to last. The rarest word leads the search, so that common ones are never walked through.
 */
export const findPeople = async (
  bound: Bound,
  typed: readonly string[],
  { limit, offset }: Page,
): Promise<readonly Named[]> => {
  const words = queryWords(typed)
  if (words.length === 0) return []
  const [rarest = '', ...others] = await rarestFirst(bound, words)
  const atMost = offset + limit + lookedAtBeside
  const found = new Map<string, Ranked>()
  const add = (rows: readonly FoundRow[], rank: (row: FoundRow) => number) => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { ...row, rank: rank(row) })
  }
  add(await exactQuery(bound, fold(typed.join(' ')), atMost).execute(), () => 0)
  const isShort = words.length === 1 && rarest.length <= shortWord
  if (isShort) add(await begunQuery(bound, rarest, atMost).execute(), () => 1)
  const kinds = rarest.length === 1 && isShort ? [] : isShort ? (['role'] as const) : bothKinds
  for (const kind of kinds)
    add(await foundQuery(bound, rarest, others, kind, atMost).execute(), (row) =>
      isNamed(row, words) ? 1 : 2,
    )
  const ranked = [...found.values()].sort((a, b) => a.rank - b.rank || bestKnownFirst(a, b))
  return ranked.slice(offset, offset + limit)
}

const bothKinds = ['person', 'role'] as const
/**
 * So many words begin like this that people would be looked for among all of them: they are looked for by name, of one
 * letter by name alone.
 */
const shortWord = 2

type FoundRow = Known & { readonly addresses: string }
type Ranked = FoundRow & { readonly rank: number }

const rarestFirst = async (bound: Bound, words: readonly string[]): Promise<string[]> => {
  if (words.length < 2) return [...words]
  const counted: { word: string; hits: number }[] = []
  for (const word of words) counted.push({ word, hits: await bound.searching.countHits(word, commonFrom) })
  return counted.sort((a, b) => a.hits - b.hits || b.word.length - a.word.length).map(({ word }) => word)
}

const isNamed = ({ name, addresses }: FoundRow, words: readonly string[]): boolean => {
  const own = indexWords(`${name} ${JSON.parse(addresses).join(' ')}`)
  return words.every((word) => own.some((part) => part.startsWith(word)))
}

const columns = ['p.id', 'p.name', 'p.addresses', 'p.last_contact_on'] as const

export const exactQuery = (bound: Bound, whole: string, atMost: number) =>
  bound.keys().select(columns).where('k.key', '=', keyOf(whole)).limit(atMost)

const begunQuery = (bound: Bound, word: string, atMost: number) =>
  bound
    .keys()
    .select(columns)
    .where('k.key', '>=', word)
    .where('k.key', '<', word + last)
    .where('k.kind', 'in', ['full', 'given', 'family'])
    .orderBy('k.key')
    .limit(atMost)

export const foundQuery = (
  bound: Bound,
  rarest: string,
  others: readonly string[],
  kind: 'person' | 'role',
  atMost: number,
) => {
  let query = bound.searching.hits([rarest, kindWord(kind)]).select(columns)
  if (kind === 'role') query = query.where(({ not }) => not(bound.endedInNews('e.entry_id')))
  for (const word of others) query = query.where(bound.searching.calledWith(word))
  return query.orderBy(bound.dialect.search.newestFirst).limit(atMost)
}
