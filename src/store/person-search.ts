import { type AliasedExpression, sql } from 'kysely'
import type { Named, Page } from '../app/ports.js'
import { fold } from '../domain/names.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import { type Given, KeptQuery } from './kept-query.js'
import { kindWord } from './kind-word.js'
import { bestKnownFirst, bestKnownOf, isOfName, type Known, last } from './person-calling.js'
import { indexWords, queryWords } from './search-index.js'

/** As many more than are asked for are looked at, so that the best of them come first. */
const lookedAtBeside = 500
/** Words are compared by how many names and roles have them, up to here. */
const commonFrom = 5_000
/** All that has a word which no more names and roles have is looked at in one go. */
const rareUpTo = 200
/** So many of the newest names and roles that have a word are looked at for names, before those are looked for in the index. */
const newestLookedAt = 1_000

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
  const wanted = offset + limit
  const atMost = wanted + lookedAtBeside
  const found = new Map<string, Ranked>()
  const add = <R extends Known>(rows: readonly R[], rank: (row: R) => number) => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { ...row, rank: rank(row) })
  }
  const rankOf = (row: FoundRow) => (isNamed(row, words) ? 1 : 2)
  /** Of so many the best known are enough: some of them may have been found before, but fewer than are wanted. */
  const most = 2 * wanted
  const ranked = () =>
    [...found.values()].sort((a, b) => a.rank - b.rank || bestKnownFirst(a, b)).slice(offset, wanted)
  add(await bound.ask(exact, { whole: keyOf(fold(typed.join(' '))), limit: atMost }), () => 0)
  // Whoever comes first is known already, and the others are not looked for where they would not be seen.
  if (found.size >= wanted) return ranked()
  const [only = '', second] = words
  if (second === undefined && only.length <= shortWord) {
    add(await begunQuery(bound, only, atMost, most).execute(), () => 1)
    if (only.length > 1) add(await foundQuery(bound, words, [], 'role', atMost).execute(), rankOf)
    return ranked()
  }
  const known = await commonnessOf(bound, words, atMost)
  const [rarest = '', ...others] = rareFirst(words, known)
  if (rarest !== '') {
    add(await rareQuery(bound, rarest, others).execute(), rankOf)
    return ranked()
  }
  // All the words in an entry of the name are all the words in the name.
  add(await bestNamed(bound, words, known, { atMost, most }), () => 1)
  if (found.size >= wanted) return ranked()
  // Whoever is named so was found by the name.
  const byRole = await bestOf(bound, foundQuery(bound, words, [], 'role', atMost), most).execute()
  add(byRole, () => 2)
  if (second === undefined || lookedAt(byRole) >= atMost) return ranked()
  const [leading = '', ...beside] = inOrder(await counted(bound, words, commonFrom))
  for (const kind of ['person', 'role'] as const)
    add(await foundQuery(bound, [leading], beside, kind, atMost).execute(), rankOf)
  return ranked()
}

/**
 * So many words begin like this that people would be looked for among all of them: they are looked for by name, of one
 * letter by name alone.
 */
const shortWord = 2

type FoundRow = Known & { readonly addresses: string }
type Ranked = Known & { readonly rank: number }

type Counted = { readonly word: string; readonly hits: number }

const counted = async (bound: Bound, words: readonly string[], upTo: number): Promise<Counted[]> => {
  const found = await bound.searching.commonness(words, upTo).executeTakeFirst()
  return words.map((word, n) => ({ word, hits: Number(found?.[`c${n}`] ?? 0) }))
}
const inOrder = (words: readonly Counted[]): string[] =>
  words.toSorted((a, b) => a.hits - b.hits || b.word.length - a.word.length).map(({ word }) => word)

/** Of each word that tells people apart, as far as it has to be known. */
const commonnessOf = async (
  bound: Bound,
  words: readonly string[],
  atMost: number,
): Promise<readonly Counted[]> => {
  const telling = words.filter((word) => word.length > shortWord)
  if (telling.length === 0) return []
  return counted(bound, telling, 1 + (looksAtNewest(bound, words, atMost) ? newestLookedAt : rareUpTo))
}
/** The words, where one of them is rare; that one comes first. */
const rareFirst = (words: readonly string[], known: readonly Counted[]): readonly string[] => {
  const [rarest] = inOrder(known.filter((word) => word.hits <= rareUpTo))
  return rarest === undefined ? [] : [rarest, ...words.filter((word) => word !== rarest)]
}

type Most = { readonly atMost: number; readonly most: number }

/** The best known of the newest who have all the words in their name. */
const bestNamed = async (
  bound: Bound,
  words: readonly string[],
  known: readonly Counted[],
  { atMost, most }: Most,
): Promise<readonly Known[]> => {
  const newest = looksAtNewest(bound, words, atMost) ? newestNamedQuery(bound, words, atMost) : null
  if (newest !== null) {
    const rows = await bestOf(bound, newest, most).execute()
    // These are all there are, or enough of them.
    if (known.every(({ hits }) => hits <= newestLookedAt) || lookedAt(rows) >= atMost) return rows
  }
  return bestOf(bound, foundQuery(bound, words, [], 'person', atMost), most).execute()
}
/** How many have several words together is not known beforehand, and to look twice would take longer. */
const looksAtNewest = (bound: Bound, words: readonly string[], atMost: number): boolean =>
  words.length === 1 && atMost <= newestLookedAt && bound.dialect.search.newestOfPeople !== null

/** To hand over all who are looked at would take longer than to find them. */
const bestOf = (bound: Bound, looked: Looked, most: number) =>
  bestKnownOf(bound, looked.as('q')).select(sql<number>`count(*) over ()`.as('looked_at')).limit(most)
type Looked = { as(name: 'q'): AliasedExpression<Known, 'q'> }
const lookedAt = ([row]: readonly { readonly looked_at: number }[]): number => Number(row?.looked_at ?? 0)

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

/** Somebody has several names that begin alike. */
export const begunQuery = (bound: Bound, word: string, atMost: number, most: number) => {
  const found = bound
    .keys()
    .select(['p.id', 'p.name', 'p.last_contact_on'])
    .where('k.key', '>=', word)
    .where('k.key', '<', word + last)
    .where(isOfName)
    .orderBy('k.key')
    .limit(atMost)
  return bestKnownOf(bound, found.as('q')).distinct().limit(most)
}

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

/** Their kinds are looked up: to be found in the index among all of a kind takes longer. */
export const newestNamedQuery = (bound: Bound, words: readonly string[], atMost: number) =>
  bound.searching
    .newestOfPeople(words, newestLookedAt)
    ?.select(columns)
    .where('e.kind', '=', 'person')
    .orderBy(bound.dialect.search.newestFirst)
    .limit(atMost) ?? null

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
