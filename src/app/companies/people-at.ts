import type { Note } from '../../domain/note.js'
import { companyKey } from '../../domain/role.js'
import { isSameTie, type Tie } from '../../domain/tie.js'
import { type Asker, scopeOf } from '../asker.js'
import type { AtCompany, CompanyName, Stores, UnitOfWork } from '../ports.js'

/** How somebody stands to a company: there and spoken of, there and never met, or gone. */
export type Whereabouts = 'there' | 'offstage' | 'gone'

/** Somebody at a company, beside the others there. */
export type Colleague = AtCompany & {
  readonly whereabouts: Whereabouts
  readonly situation: Note | null
  /** How they stand to others at the company. */
  readonly ties: readonly ColleagueTie[]
  /** Of who has left: what they do now, as far as it is known. */
  readonly now: string
}
type ColleagueTie = { readonly kind: Tie['kind']; readonly other: string }

export type CompanyPage = {
  readonly company: CompanyName
  /** Others whose name begins as what was typed. */
  readonly alike: readonly CompanyName[]
  readonly counts: Readonly<Record<Whereabouts, number>>
  /** The only one there who was ever spoken to; null when there are none, or more. */
  readonly onlyVoice: string | null
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
    const begun = await stores.companies.beginning(key, companiesOnAPage + 1)
    const named = begun.find((each) => each.key === key) ?? (begun.length === 1 ? begun[0] : undefined)
    const alike = begun.filter((each) => each !== named).slice(0, nearby)
    if (named !== undefined) return { kind: 'company', page: { ...(await pageOf(stores, named, 0)), alike } }
    if (begun.length === 0) return { kind: 'unknown', near: await stores.companies.near(key, nearby) }
    const more = begun.length > companiesOnAPage
    return { kind: 'several', companies: begun.slice(0, companiesOnAPage), more }
  })
}

/** The company with this key, from a place in the list of its people; unknown when the asker sees nobody there. */
export const peopleAtKey = (uow: UnitOfWork, asker: Asker, key: string, offset: number): Promise<PeopleAt> =>
  uow.read(scopeOf(asker), async (stores) => {
    const [named] = await stores.companies.beginning(key, 1)
    if (named?.key !== key) return { kind: 'unknown', near: [] }
    return { kind: 'company', page: await pageOf(stores, named, offset) }
  })

const order: readonly Whereabouts[] = ['there', 'offstage', 'gone']

const pageOf = async (stores: Stores, company: CompanyName, offset: number): Promise<CompanyPage> => {
  const all = (await stores.companies.people(company.key)).map((each) => ({
    ...each,
    whereabouts: whereaboutsOf(each),
  }))
  const sorted = order.flatMap((where) => all.filter(({ whereabouts }) => whereabouts === where))
  const from = Math.min(offset, Math.max(0, sorted.length - 1))
  const shown = sorted.slice(from, from + peopleOnAPage)
  const voices = sorted.filter(({ whereabouts, spoken }) => whereabouts !== 'gone' && spoken)
  const [onlyVoice] = voices
  return {
    company,
    alike: [],
    counts: countsOf(sorted),
    onlyVoice: onlyVoice !== undefined && voices.length === 1 ? onlyVoice.name : null,
    people: await besideEachOther(stores, shown, sorted),
    offset: from,
    more: sorted.length > from + shown.length,
  }
}

/** Who was spoken to, as far as the asker knows, was met: who reads elsewhere may not have heard of it. */
const whereaboutsOf = ({ offstage, spoken, untilOn }: AtCompany): Whereabouts => {
  if (untilOn !== null) return 'gone'
  return offstage && !spoken ? 'offstage' : 'there'
}

const countsOf = (people: readonly { readonly whereabouts: Whereabouts }[]): CompanyPage['counts'] => {
  const counts = { there: 0, offstage: 0, gone: 0 }
  for (const { whereabouts } of people) counts[whereabouts]++
  return counts
}

const besideEachOther = async (
  stores: Stores,
  shown: readonly (AtCompany & { readonly whereabouts: Whereabouts })[],
  all: readonly AtCompany[],
): Promise<Colleague[]> => {
  const ids = shown.map(({ personId }) => personId)
  const names = new Map(all.map(({ personId, name }) => [personId, name]))
  const situations = await stores.notes.situationsOf(ids)
  const ties = eachOnce(await stores.ties.among(ids, [...names.keys()]))
  const now = new Map((await stores.people.names(ids)).map(({ id, role }) => [id, role]))
  return shown.map((each) => ({
    ...each,
    situation: situations.get(each.personId) ?? null,
    ties: ties
      .filter((tie) => tie.personId === each.personId)
      .map(({ kind, otherId }) => ({ kind, other: names.get(otherId) ?? '' })),
    now: each.whereabouts === 'gone' ? (now.get(each.personId) ?? '') : '',
  }))
}

/** The same tie may be written down in two places. */
const eachOnce = (ties: readonly Tie[]): Tie[] =>
  ties.filter((tie, i) => !ties.slice(0, i).some((before) => isSameTie(before, tie)))
