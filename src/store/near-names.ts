import { sql } from 'kysely'
import type { PersonName } from '../app/ports.js'
import { groupBy } from '../domain/group-by.js'
import { editDistance, isWithin } from '../domain/names.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'
import { bestKnownFirst, type Known } from './person-calling.js'
import { withRoles } from './person-names.js'
import { headOf, leftOut } from './spelling.js'

/** As many are looked at before the best known of them come first. */
const mostLookedAt = 400
/** Names that leave the same letters as what was typed; beyond these there is nothing like it in a name. */
const mostAlike = 4_000
/** What is longer, or of more words, is a text and no misspelt name: each letter and each space would be tried. */
const longestName = 60
const mostWords = 8
/** Whole names that are put together of parts that were found. */
const mostNames = 1_000

/** Those whose name, or a part of it, is spelled almost like this; nearest first. */
export const near = async (bound: Bound, key: string, limit: number): Promise<readonly PersonName[]> => {
  const typed = keyOf(key)
  if (typed === '' || typed.length > longestName || typed.split(' ').length > mostWords) return []
  const spellings = new Spellings(bound)
  const people = new Map<string, Known>()
  const tried = new Set<string>()
  const mostEdits = [...typed].length < 5 ? 1 : 2
  for (let edits = 1; edits <= mostEdits && people.size < limit; edits++) {
    const names = await namesNear(spellings, typed, edits)
    const far = groupBy(
      [...names].filter((name) => !tried.has(name)),
      (name) => editDistance(name, typed),
    )
    for (let distance = 0; distance <= edits && people.size < limit; distance++) {
      const keys = far.get(distance) ?? []
      for (const each of keys) tried.add(each)
      if (keys.length === 0) continue
      const rows = await bound.ask(knownBy, { keys, limit: mostLookedAt })
      for (const row of [...rows].sort(bestKnownFirst)) if (!people.has(row.id)) people.set(row.id, row)
    }
  }
  return withRoles(bound, [...people.values()].slice(0, limit))
}

/** Names and parts of names as they are spelled, whoever they belong to: keys alone are read here. */
class Spellings {
  readonly #bound: Bound
  readonly #areNames = new Map<string, boolean>()
  readonly #byWay = new Map<string, string[]>()
  constructor(bound: Bound) {
    this.#bound = bound
  }

  /** Asks which of these are names, or parts of names, as they are; `isName` answers from it. */
  async lookUp(texts: readonly string[]): Promise<void> {
    const unknown = [...new Set(texts)].filter((text) => !this.#areNames.has(text))
    if (unknown.length === 0) return
    for (const text of unknown) this.#areNames.set(text, false)
    for (const { word } of await this.#bound.ask(names, { texts: unknown })) this.#areNames.set(word, true)
  }
  isName(text: string): boolean {
    return this.#areNames.get(text) ?? false
  }

  /** Asks for what is within so many edits of any of these, in one go; `within` answers from it. */
  async look(texts: readonly string[], edits: number): Promise<void> {
    const ways = [...new Set(texts.flatMap((text) => leftOut(text, edits)))]
    const missing = ways.filter((way) => !this.#byWay.has(way))
    if (missing.length === 0) return
    for (const way of missing) this.#byWay.set(way, [])
    const [found] = await this.#bound.ask(alike, { ways: missing })
    for (const each of found?.keys?.split('\n') ?? []) {
      const end = each.indexOf('\t')
      this.#byWay.get(each.slice(0, end))?.push(each.slice(end + 1))
    }
  }

  within(text: string, edits: number): readonly string[] {
    if (edits === 0) return this.isName(text) ? [text] : []
    const keys = new Set(leftOut(text, edits).flatMap((way) => this.#byWay.get(way) ?? []))
    return [...keys].filter((key) => isWithin(key, text, edits))
  }
}

type Alike = { readonly ways: readonly string[] }
/** As one text, since there may be thousands; in no name is there a tabulator or the end of a line. */
const alike = new KeptQuery((bound: Bound, { ways }: Given<Alike>) =>
  bound
    .over(alikeQuery(bound, ways).limit(sql.lit(mostAlike)).as('q'))
    .select(sql<string | null>`string_agg(q.found, ${'\n'})`.as('keys')),
)
export const alikeQuery = (bound: Bound, ways: List) =>
  bound.byKey
    .spellings()
    .select(sql<string>`s.left_out || ${'\t'} || s.key`.as('found'))
    .where(bound.dialect.oneOf('s.left_out', ways))

export const namesQuery = (bound: Bound, texts: List) =>
  bound
    .words(texts)
    .where(({ exists }) =>
      exists(
        bound.byKey
          .spellings()
          .select('s.key')
          .where('s.left_out', '=', headOf(sql`w.word`))
          .where('s.key', '=', sql<string>`w.word`),
      ),
    )
const names = new KeptQuery((bound: Bound, { texts }: Given<{ texts: readonly string[] }>) =>
  namesQuery(bound, texts),
)

const knownBy = new KeptQuery((bound: Bound, given: Given<{ keys: readonly string[]; limit: number }>) =>
  bound
    .keys()
    .select(['p.id', 'p.name', 'p.last_contact_on'])
    .where(bound.dialect.oneOf('k.key', given.keys))
    .where('k.kind', 'in', ['full', 'given', 'family'])
    .limit(given.limit),
)

/**
 * What those may be called who are called almost so: parts of names by themselves, and whole names, which are put together of
 * parts that there are.
 */
const namesNear = async (
  spellings: Spellings,
  typed: string,
  edits: number,
): Promise<ReadonlySet<string>> => {
  const spaced = spacedOtherwise(typed, edits)
  const misspaced = edits > 1 ? spaced : []
  const partings = [...partingsOf(typed, edits), ...misspaced.flatMap((text) => partingsOf(text, edits - 1))]
  await spellings.lookUp([
    ...[...partings, ...spaced.flatMap((text) => partingsOf(text, 0))].flatMap(({ parts }) => parts),
    ...spaced,
  ])
  // Beside a part that is right the other one may be wrong as often as anything is; where both are wrong, each is so once.
  const besideNames = (left: number) =>
    partings
      .filter((parting) => parting.left === left)
      .flatMap(({ parts: [given, rest] }) => [
        ...(spellings.isName(rest) ? [given] : []),
        ...(spellings.isName(given) ? [rest] : []),
      ])
  const bothWrong = partings.filter(({ left }) => left > 1).flatMap(({ parts }) => parts)
  await spellings.look([typed, ...misspaced, ...besideNames(1), ...bothWrong], 1)
  if (edits > 1) await spellings.look([typed, ...besideNames(2)], edits)
  const near = misspaced.flatMap((text) => spellings.within(text, edits - 1))
  const names = new Set([
    ...spellings.within(typed, edits),
    ...spaced.filter((text) => mayBeName(spellings, text)),
    ...near,
  ])
  for (const parting of partings)
    for (const name of putTogether(spellings, parting)) if (names.size < mostNames) names.add(name)
  return names
}

/** Whether anybody may be called so: a whole name has a first word and what follows it, and both are parts of names. */
const mayBeName = (spellings: Spellings, text: string): boolean => {
  const [first] = partingsOf(text, 0)
  return spellings.isName(text) || (first?.parts.every((part) => spellings.isName(part)) ?? false)
}

/** A given name and what follows it, as they may have been meant, and how many edits there may be in these. */
type Parting = { readonly parts: readonly [string, string]; readonly left: number }

const partingsOf = (text: string, left: number): Parting[] =>
  [...text.matchAll(/ /g)].map(({ index }) => ({
    parts: [text.slice(0, index), text.slice(index + 1)],
    left,
  }))

/** It with one edit that has to do with a space: left out, early, late, forgotten, or with a letter in its place. */
const spacedOtherwise = (typed: string, edits: number): string[] => {
  const letters = [...typed]
  const ways: string[] = []
  const way = (from: number, count: number, ...instead: string[]) =>
    ways.push(letters.toSpliced(from, count, ...instead).join(''))
  // In several words a space that is missing is looked for where all else is right.
  const mayBeMissing = edits === 1 || !typed.includes(' ')
  for (const [at, letter] of letters.entries()) {
    const [before, after] = [letters[at - 1], letters[at + 1]]
    if (before === undefined) continue
    if (letter !== ' ') {
      if (mayBeMissing && before !== ' ') way(at, 0, ' ')
      if (mayBeMissing && before !== ' ' && after !== undefined && after !== ' ') way(at, 1, ' ')
    } else if (after !== undefined) {
      way(at, 1)
      way(at - 1, 2, ' ', before)
      way(at, 2, after, ' ')
    }
  }
  return ways.filter((text) => text === text.trim())
}

function* putTogether(spellings: Spellings, { parts: [given, rest], left }: Parting): Generator<string> {
  for (let wrong = 0; wrong <= left; wrong++) {
    if (wrong === 0 && !spellings.isName(given)) continue
    const rests = spellings.within(rest, left - wrong)
    if (rests.length === 0) continue
    for (const first of spellings.within(given, wrong))
      for (const second of rests) yield keyOf(`${first} ${second}`)
  }
}
