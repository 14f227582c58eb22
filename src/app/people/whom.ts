import { type Asker, scopeOf } from '../asker.js'
import { type Named, type PersonName, SlackUnavailable, type Stores, type UnitOfWork } from '../ports.js'
import { eachOnce } from './each-once.js'

/** One way in which the words after the verb could name somebody; the longest comes first. */
export type WhoCandidate = {
  readonly text: string
  readonly key: string
  readonly kind: 'name' | 'address' | 'mention'
  /** It fills everything up to the first colon or the end: only then do beginnings and initials count. */
  readonly fills: boolean
}

export type Whom<C extends WhoCandidate> =
  | { readonly kind: 'one'; readonly person: PersonName; readonly named: C }
  /** Of thousands not everybody. The roles of those alone are told who are offered first. */
  | { readonly kind: 'several'; readonly people: readonly PersonName[]; readonly named: C }
  /** `upTo` ends with a word in which somebody is named after all; they are among `near`. */
  | {
      readonly kind: 'nobody'
      readonly near: readonly PersonName[]
      readonly named: C
      readonly upTo: C | null
    }
  /** No word was left to name anybody. */
  | { readonly kind: 'unsaid' }

/** How many are offered when a name is almost right. */
const nearby = 4
/** More than this many people of one name are told apart by typing more of it. */
const manyPeople = 300
/** As many are offered before more are asked for; one of them may be somebody who is meant already. */
const offeredFirst = 9

/**
 * Whom a command is about: the longest run of whole words that equals a name, an address or a mention; failing
 * that, a beginning or initials where nothing else follows. A near miss is offered and never taken.
 */
export const whom = async <C extends WhoCandidate>(
  uow: UnitOfWork,
  asker: Asker,
  candidates: readonly C[],
): Promise<Whom<C>> => {
  const found = await uow.read(scopeOf(asker), (stores) => findWhom(stores, candidates))
  // They may be known where Slack could not be asked who reads: nobody says then that nobody is known.
  if (found.kind === 'nobody' && asker.isPartlyBlind)
    throw new SlackUnavailable('Slack could not be asked about every place')
  return found
}

const findWhom = async <C extends WhoCandidate>(
  { people }: Stores,
  candidates: readonly C[],
): Promise<Whom<C>> => {
  const shortest = candidates.at(-1)
  if (shortest === undefined) return { kind: 'unsaid' }
  const called = await people.calledFew([...new Set(candidates.map(({ key }) => key))], manyPeople)
  for (const named of candidates) {
    const whole = called.filter(({ key, kind }) => key === named.key && kind !== 'initials')
    const full = whole.filter(({ kind }) => kind === 'full')
    const found = eachOnce((full.length > 0 ? full : whole).map(({ person }) => person))
    if (found.length > 0) return oneOrSeveral(people, found, named)
  }
  const filling = candidates.find((candidate) => candidate.fills)
  if (filling !== undefined && filling.kind === 'name') {
    const initials = called.filter(({ key, kind }) => key === filling.key && kind === 'initials')
    const begun = initials.length > 0 ? [] : await people.beginning(filling.key, manyPeople)
    const found = eachOnce([...initials.map(({ person }) => person), ...begun])
    if (found.length > 0) return oneOrSeveral(people, found, filling)
  }
  const named = filling ?? shortest
  if (named.kind !== 'name') return { kind: 'nobody', near: [], named, upTo: null }
  const inside = await namedInside(people, candidates)
  const within = await people.withRoles(inside.people.slice(0, nearby))
  const near = eachOnce([...within, ...(await nearTo(people, candidates))]).slice(0, nearby)
  return { kind: 'nobody', near, named, upTo: inside.upTo }
}

/** Somebody named by a later word: `mr ortiz`, or `remember frank`, where `remember` is no verb of ours. */
const namedInside = async <C extends WhoCandidate>(
  people: Stores['people'],
  candidates: readonly C[],
): Promise<{ people: readonly Named[]; upTo: C | null }> => {
  const runs = candidates.map((candidate) => ({ candidate, words: candidate.key.split(' ') }))
  const last = (words: readonly string[]): string => words.at(-1) ?? ''
  const called = await people.calledFew([...new Set(runs.map(({ words }) => last(words)))], manyPeople)
  for (const { candidate, words } of runs.toReversed()) {
    const found = called.filter(({ key, kind }) => key === last(words) && kind !== 'initials')
    if (found.length > 0) return { people: eachOnce(found.map(({ person }) => person)), upTo: candidate }
  }
  return { people: [], upTo: null }
}

const nearTo = async (
  people: Stores['people'],
  candidates: readonly WhoCandidate[],
): Promise<PersonName[]> => {
  const likely = candidates.filter((candidate) => candidate.kind === 'name').slice(-3)
  const found: PersonName[] = []
  for (const { key } of likely) found.push(...(await people.near(key, nearby)))
  return eachOnce(found).slice(0, nearby)
}

const oneOrSeveral = async <C extends WhoCandidate>(
  people: Stores['people'],
  found: readonly Named[],
  named: C,
): Promise<Whom<C>> => {
  const first = await people.withRoles(found.slice(0, offeredFirst))
  const [only, second] = first
  if (only !== undefined && second === undefined) return { kind: 'one', person: only, named }
  const others = found.slice(offeredFirst).map(({ id, name }) => ({ id, name, role: '' }))
  return { kind: 'several', people: [...first, ...others], named }
}
