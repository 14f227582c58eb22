import { type Account, groundWords, latest, shared, type Told } from '../../domain/common-ground.js'
import { compare } from '../../domain/order.js'
import { groundsIn } from '../../domain/reading/grounds.js'
import { companyKey } from '../../domain/role.js'
import type { Between, WarmWay } from '../../domain/warm-way.js'
import type { ToldOf } from '../ports/acquaintances.js'
import type { Stores } from '../ports.js'
import type { SpokeWith } from './last-spoke.js'

/** As much as is read of what was told of one person, and of what they have in common with whom. */
const most = { notes: 100, contacts: 40, grounds: 6, texts: 40, people: 2 }
/** Of the others only whether something newer says otherwise. */
const newest = { notes: 30, contacts: 10 }

/** Whoever shares a town, a school or a pastime with somebody, as notes of both tell it. */
export const inCommon = async (stores: Stores, person: Between, spokeWith: SpokeWith): Promise<WarmWay[]> => {
  const ways: WarmWay[] = []
  const own = toldIn(await accountsOf(stores, person.id, most), person.name)
  for (const mine of own.slice(0, most.grounds))
    for (const text of await textsOfOthers(stores, mine, person.id)) {
      const other = { id: text.personId, name: text.name }
      const [pair] = shared(
        [mine],
        toldIn([...(await accountsOf(stores, other.id, newest)), text], other.name),
      )
      if (pair === undefined || !(await isWhatItSeems(stores, pair))) continue
      ways.push({ kind: 'ground', mine, theirs: pair[1], other, spoke: await spokeWith(other.id) })
    }
  return ways
}

/** The newest of each, as far as it tells of the same. */
const textsOfOthers = async (
  { acquaintances }: Stores,
  mine: Told,
  except: string,
): Promise<readonly ToldOf[]> => {
  const found = new Map<string, ToldOf>()
  for (const text of await acquaintances.told(groundWords(mine), except, most.texts)) {
    if (found.size === most.people) break
    if (!found.has(text.personId) && shared([mine], toldIn([text], text.name)).length > 0)
      found.set(text.personId, text)
  }
  return [...found.values()]
}

const accountsOf = async (
  { notes, interactions }: Stores,
  personId: string,
  upTo: { readonly notes: number; readonly contacts: number },
): Promise<readonly Account[]> => {
  const contacts = await interactions.of(personId, { limit: upTo.contacts, offset: 0 })
  return [
    ...(await notes.of(personId, { limit: upTo.notes, offset: 0 })),
    ...contacts.map(({ text, on }) => ({ text, on, kind: 'interaction' as const })),
  ]
}

const toldIn = (accounts: readonly Account[], name: string): Told[] => {
  const newestFirst = accounts.toSorted((a, b) => compare(b.on, a.on))
  return latest(
    newestFirst.flatMap((account) => groundsIn(account, name).map((each) => ({ ...each, on: account.on }))),
  )
}

/** "Moved to Globex" tells of a town only where no company is called so. */
const isWhatItSeems = async (
  { companies }: Stores,
  pair: readonly [mine: Told, theirs: Told],
): Promise<boolean> => {
  if (pair.every(({ sure }) => sure)) return true
  const key = companyKey(pair[0].name)
  const [company] = await companies.beginning(key, 1)
  return company?.key !== key
}
