import type { Note } from '../../domain/note.js'
import { companyKey } from '../../domain/role.js'
import { isSameTie, type Tie } from '../../domain/tie.js'
import { type Asker, scopeOf } from '../asker.js'
import type { AtCompany, CompanyName, CompanyTally, Stores, UnitOfWork } from '../ports.js'

/** Somebody at a company, beside the others there. */
export type Colleague = AtCompany & {
  readonly situation: Note | null
  /** How they stand to others at the company. */
  readonly ties: readonly ColleagueTie[]
  /** Of who has left: what they do now, as far as it is known. */
  readonly now: string
}
type ColleagueTie = { readonly kind: Tie['kind']; readonly other: string }

export type CompanyPage = CompanyTally & {
  readonly company: Pick<CompanyName, 'key' | 'name'>
  /** Others whose name begins as what was typed. */
  readonly alike: readonly CompanyName[]
  readonly people: readonly Colleague[]
  readonly offset: number
  readonly more: boolean
}

export type PeopleAt =
  | { readonly kind: 'company'; readonly page: CompanyPage }
  /** Several begin so, by name. */
  | { readonly kind: 'several'; readonly companies: readonly CompanyName[]; readonly more: boolean }
  | { readonly kind: 'unknown'; readonly near: readonly CompanyName[] }

/** People on one page: each takes a block, and their words must fit into the text that stands for the blocks. */
export const peopleOnAPage = 8
const companiesOnAPage = 10
/** How many are offered when a name is almost right. */
const nearby = 4

/** `at COMPANY`: the people whose role is, or was, there. A beginning counts when only one company begins so. */
export const peopleAt = (uow: UnitOfWork, asker: Asker, company: string): Promise<PeopleAt> => {
  const key = companyKey(company)
  return uow.read(scopeOf(asker), async (stores) => {
    const { companies } = stores
    const begun = await companies.keysBeginning(key, companiesOnAPage + 1)
    const [only = null] = begun.length === 1 ? begun : begun.filter((each) => each === key)
    if (only !== null) {
      const alike = await companies.called(begun.filter((each) => each !== only).slice(0, nearby))
      return { kind: 'company', page: { ...(await pageOf(stores, only, 0)), alike } }
    }
    if (begun.length === 0) return { kind: 'unknown', near: await companies.near(key, nearby) }
    const several = await companies.called(begun.slice(0, companiesOnAPage))
    return { kind: 'several', companies: several, more: begun.length > companiesOnAPage }
  })
}

/** The company with this key, from a place in the list of its people; unknown when the asker sees nobody there. */
export const peopleAtKey = (uow: UnitOfWork, asker: Asker, key: string, offset: number): Promise<PeopleAt> =>
  uow.read(scopeOf(asker), async (stores) => {
    const page = await pageOf(stores, key, offset)
    return page.people.length === 0 ? { kind: 'unknown', near: [] } : { kind: 'company', page }
  })

const pageOf = async (stores: Stores, key: string, offset: number): Promise<CompanyPage> => {
  const page = { limit: peopleOnAPage, offset }
  const { name, people: shown, offset: from, ...tally } = await stores.companies.everybody(key, page)
  const { there, offstage, gone } = tally.counts
  return {
    ...tally,
    company: { key, name },
    alike: [],
    people: await besideEachOther(stores, key, shown),
    offset: from,
    more: there + offstage + gone > from + shown.length,
  }
}

const besideEachOther = async (
  stores: Stores,
  key: string,
  shown: readonly AtCompany[],
): Promise<Colleague[]> => {
  const ids = shown.map(({ personId }) => personId)
  const situations = await stores.notes.situationsOf(ids)
  const ties = eachOnce(await stores.ties.fromAny(ids))
  const others = ties.map(({ otherId }) => otherId)
  const colleagues = await stores.companies.namesAt(key, others)
  const now = new Map((await stores.people.names(ids)).map(({ id, role }) => [id, role]))
  return shown.map((each) => ({
    ...each,
    situation: situations.get(each.personId) ?? null,
    ties: ties.flatMap(({ personId, kind, otherId }) => {
      const other = colleagues.get(otherId)
      return personId === each.personId && other !== undefined ? [{ kind, other }] : []
    }),
    now: each.whereabouts === 'gone' ? (now.get(each.personId) ?? '') : '',
  }))
}

/** The same tie may be written down in two places. */
const eachOnce = (ties: readonly Tie[]): Tie[] =>
  ties.filter((tie, i) => !ties.slice(0, i).some((before) => isSameTie(before, tie)))
