import type { CompanyName } from '../app/ports.js'
import { groupBy } from '../domain/group-by.js'
import { editDistance } from '../domain/names.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'
import type { Term } from './terms.js'

/** Greater than every key that begins in the same way. */
const last = '\u{10ffff}'
/** Different companies in one range that are compared. */
const mostCompared = 4_000

/** Keys of companies that begin like this, in order, as far as the asker may see a role there. */
export const keysBeginning = async (bound: Bound, key: string, limit: number): Promise<readonly string[]> => {
  if (key === '') return []
  const rows = await bound.ask(beginningSo, { from: key, before: key + last, limit })
  return rows.flatMap(({ company_key }) => company_key ?? []).sort()
}

/** One step in the index from each company to the next, however many people have a role there. */
export const keysBeginningQuery = (bound: Bound, from: Term, before: Term) =>
  bound.eachOnce.companies(from, before)
type Beginning = { readonly from: string; readonly before: string; readonly limit: number }
const beginningSo = new KeptQuery((bound: Bound, { from, before, limit }: Given<Beginning>) =>
  keysBeginningQuery(bound, from, before).limit(limit),
)

/**
 * Companies spelled almost like this, or whose first words are. Keys alone are compared, whoever they belong to; of
 * the nearest those are answered that the asker may see.
 */
export const near = async (bound: Bound, key: string, limit: number): Promise<readonly CompanyName[]> => {
  const [first] = key
  if (first === undefined) return []
  const distances = new Map<string, number>()
  for (const beginningWith of [first, '']) {
    const rows = await comparedQuery(bound, beginningWith).execute()
    for (const row of rows) distances.set(row.company_key, distanceTo(row.company_key, key))
  }
  const mostEdits = [...key].length < 5 ? 1 : 2
  const nearest = [...distances].filter(([, distance]) => distance <= mostEdits).map(([near]) => near)
  const seen = [...(await named(bound, nearest))]
  const byDistance = (a: CompanyName, b: CompanyName): number =>
    (distances.get(a.key) ?? 0) - (distances.get(b.key) ?? 0) ||
    b.people - a.people ||
    (a.key < b.key ? -1 : 1)
  return seen.sort(byDistance).slice(0, limit)
}

/** From the whole key, or from as many of its first words as were typed: "acne" is near to "acme lighting". */
const distanceTo = (key: string, typed: string): number => {
  const words = typed.split(' ').length
  const begins = key.split(' ').slice(0, words).join(' ')
  return Math.min(editDistance(key, typed), editDistance(begins, typed))
}

export const comparedQuery = (bound: Bound, beginningWith: string) =>
  bound.byKey
    .companies()
    .select('e.company_key')
    .distinct()
    .where('e.company_key', '>', beginningWith)
    .where('e.company_key', '<', beginningWith + last)
    .orderBy('e.company_key')
    .limit(mostCompared)

/** These companies as most of their roles spell them, in the order of the keys; those that cannot be seen are left out. */
export const named = async (bound: Bound, keys: readonly string[]): Promise<readonly CompanyName[]> => {
  if (keys.length === 0) return []
  const spelled = groupBy(await spellingsQuery(bound, keys).execute(), (row) => row.company_key)
  // Who has roles there in two spellings is one person all the same.
  const several = [...spelled].filter(([, spellings]) => spellings.length > 1).map(([key]) => key)
  const counted = several.length === 0 ? [] : await peopleOfQuery(bound, several).execute()
  const people = new Map(counted.map((row) => [row.company_key, count(row.people)]))
  return keys.flatMap((key) => {
    const spellings = (spelled.get(key) ?? []).toSorted(
      (a, b) => count(b.people) - count(a.people) || (a.company < b.company ? -1 : 1),
    )
    const [most] = spellings
    return most === undefined
      ? []
      : [{ key, name: most.company, people: people.get(key) ?? count(most.people) }]
  })
}

/** How companies are spelled, and by the roles of how many people. */
export const spellingsQuery = (bound: Bound, keys: readonly string[]) =>
  peopleOfQuery(bound, keys).select('e.company').groupBy('e.company')

const peopleOfQuery = (bound: Bound, keys: readonly string[]) =>
  bound
    .roles()
    .select('e.company_key')
    .select((eb) => eb.fn.count('e.person_id').distinct().as('people'))
    .where(bound.dialect.oneOf('e.company_key', keys))
    .groupBy('e.company_key')
