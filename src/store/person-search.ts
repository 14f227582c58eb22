import type { Named, Page } from '../app/ports.js'
import { fold } from '../domain/names.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import { type Given, KeptQuery } from './kept-query.js'
import { kindWord } from './kind-word.js'
import { bestKnownFirst, isOfName, type Known, last } from './person-calling.js'
import { indexWords, queryWords } from './search-index.js'

/** As many more than are asked for are looked at, so that the best of them come first. */
const lookedAtBeside = 500
/** Words are compared by how many names and roles have them, up to here. */
const commonFrom = 5_000
/** All that has a word which no more names and roles have is looked at in one go. */
const rareUpTo = 200

/**
 * People whose name, address or present role has all the words, each in whichever of them. First those who are called
 * exactly so, then those with all the words in name and addresses, then the others; among equals whoever was
 * spoken to last. Where one of the words is rare, all that has it is looked at, once. Elsewhere the index tells who has all the
 * words in one of them; of the others the rarest word leads the search, so that common ones are never walked through.
 */
export const findPeople = async (
  bound: Bound,
  typed: readonly string[],
  { limit, offset }: Page,
): Promise<readonly Named[]> => {
  const words = queryWords(typed)
  if (words.length === 0) return []
  const atMost = offset + limit + lookedAtBeside
  const found = new Map<string, Ranked>()
  const add = (rows: readonly FoundRow[], rank: (row: FoundRow) => number) => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { ...row, rank: rank(row) })
    return rows.length
  }
  const rankOf = (row: FoundRow) => (isNamed(row, words) ? 1 : 2)
  const addAll = async (leading: readonly string[], others: readonly string[], kind: 'person' | 'role') => {
    // All the words in an entry of the name are all the words in the name.
    const areNamed = kind === 'person' && others.length === 0
    const rows = await foundQuery(bound, leading, others, kind, atMost).execute()
    return add(rows, (row) => (areNamed ? 1 : rankOf(row)))
  }
  const ranked = () =>
    [...found.values()].sort((a, b) => a.rank - b.rank || bestKnownFirst(a, b)).slice(offset, offset + limit)
  add(await bound.ask(exact, { whole: keyOf(fold(typed.join(' '))), limit: atMost }), () => 0)
  // Whoever comes first is known already, and the others are not looked for where they would not be seen.
  if (found.size >= offset + limit) return ranked()
  const [only = '', second] = words
  if (second === undefined && only.length <= shortWord) {
    add(await begunQuery(bound, only, atMost).execute(), () => 1)
    if (only.length > 1) await addAll(words, [], 'role')
    return ranked()
  }
  const [rarest = '', ...others] = await rareFirst(bound, words)
  if (rarest !== '') {
    add(await rareQuery(bound, rarest, others).execute(), rankOf)
    return ranked()
  }
  await addAll(words, [], 'person')
  if (found.size >= offset + limit) return ranked()
  const byRole = await addAll(words, [], 'role')
  if (second === undefined || byRole >= atMost) return ranked()
  const [leading = '', ...beside] = inOrder(await counted(bound, words, commonFrom))
  for (const kind of ['person', 'role'] as const) await addAll([leading], beside, kind)
  return ranked()
}

/**
 * So many words begin like this that people would be looked for among all of them: they are looked for by name, of one
 * letter by name alone.
 */
const shortWord = 2

type FoundRow = Known & { readonly addresses: string }
type Ranked = FoundRow & { readonly rank: number }

type Counted = { readonly word: string; readonly hits: number }

const counted = async (bound: Bound, words: readonly string[], upTo: number): Promise<Counted[]> => {
  const found = await bound.searching.commonness(words, upTo).executeTakeFirst()
  return words.map((word, n) => ({ word, hits: Number(found?.[`c${n}`] ?? 0) }))
}
const inOrder = (words: readonly Counted[]): string[] =>
  words.toSorted((a, b) => a.hits - b.hits || b.word.length - a.word.length).map(({ word }) => word)

/** The words, where one of them is rare; that one comes first. */
const rareFirst = async (bound: Bound, words: readonly string[]): Promise<readonly string[]> => {
  const telling = words.filter((word) => word.length > shortWord)
  if (telling.length === 0) return []
  const hits = await counted(bound, telling, rareUpTo + 1)
  const [rarest] = inOrder(hits.filter((word) => word.hits <= rareUpTo))
  return rarest === undefined ? [] : [rarest, ...words.filter((word) => word !== rarest)]
}

const isNamed = ({ name, addresses }: FoundRow, words: readonly string[]): boolean => {
  // Taking a text apart into words is dear, and hundreds are looked at: most do not have the letters, whichever way.
  const letters = fold(`${name} ${addresses}`)
  if (words.some((word) => !word.includes('_') && !letters.includes(word))) return false
  const own = indexWords(`${name} ${JSON.parse(addresses).join(' ')}`)
  return words.every((word) => own.some((part) => part.startsWith(word)))
}

const columns = ['p.id', 'p.name', 'p.addresses', 'p.last_contact_on'] as const

type Exact = { readonly whole: string; readonly limit: number }
export const exactQuery = (bound: Bound, { whole, limit }: Given<Exact>) =>
  bound.keys().select(columns).where('k.key', '=', whole).limit(limit)
const exact = new KeptQuery(exactQuery, 'many')

const begunQuery = (bound: Bound, word: string, atMost: number) =>
  bound
    .keys()
    .select(columns)
    .where('k.key', '>=', word)
    .where('k.key', '<', word + last)
    .where(isOfName)
    .orderBy('k.key')
    .limit(atMost)

export const foundQuery = (
  bound: Bound,
  leading: readonly string[],
  others: readonly string[],
  kind: 'person' | 'role',
  atMost: number,
) => {
  let query = bound.searching.hits([...leading, kindWord(kind)], 'people').select(columns)
  if (kind === 'role') query = query.where(({ not }) => not(bound.endedInNews('e.entry_id')))
  for (const word of others) query = query.where(bound.searching.calledWith(word))
  return query.orderBy(bound.dialect.search.newestFirst).limit(atMost)
}

/** Names and roles alike: to be found among all of a kind takes longer than to be looked at. */
export const rareQuery = (bound: Bound, rarest: string, others: readonly string[]) => {
  let query = bound.searching
    .hits([rarest], 'people')
    .select(columns)
    .where('e.kind', 'in', ['person', 'role'])
    .where(({ not }) => not(bound.endedInNews('e.entry_id')))
  for (const word of others) query = query.where(bound.searching.calledWith(word))
  return query
}
