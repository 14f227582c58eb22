import { localDateOf } from '../../domain/local-time.js'
import { isSameTie, type Tie } from '../../domain/tie.js'
import { type Between, leadsOn, otherEnd, type WarmWay } from '../../domain/warm-way.js'
import type { Asker } from '../asker.js'
import type { Stores } from '../ports.js'
import type { SpokeWith } from './last-spoke.js'

/** More ties than these nobody goes along. */
const most = { near: 10, between: 3, far: 4 }
const read = { limit: 40, offset: 0 }

/** Whoever is tied to somebody, and over those whom nobody has spoken to yet, whoever is tied to them. */
export const throughTies = async (
  stores: Stores,
  { zone }: Pick<Asker, 'zone'>,
  personId: string,
  spokeWith: SpokeWith,
): Promise<WarmWay[]> => {
  const near = await tiesOf(stores, personId)
  const nameOf = await named(stores, near, personId)
  const ways: WarmWay[] = []
  const silent: { readonly by: Between; readonly near: Tie }[] = []
  for (const tie of near.slice(0, most.near)) {
    const other = nameOf.get(otherEnd(tie, personId))
    if (other === undefined) continue
    const spoke = await spokeWith(other.id)
    if (spoke === null && leadsOn(tie)) silent.push({ by: other, near: tie })
    // Whom nobody has met cannot be asked.
    if (spoke !== null || !(await stores.people.get(other.id))?.offstage)
      ways.push({ kind: 'tie', tie, on: localDateOf(tie.at, zone), other, spoke })
  }
  const direct = new Set([personId, ...nameOf.keys()])
  for (const { by, near } of silent.slice(0, most.between))
    for (const far of await beyond(stores, by, direct)) {
      const spoke = await spokeWith(far.other.id)
      if (spoke !== null) ways.push({ kind: 'two-ties', by, near, far: far.tie, other: far.other, spoke })
    }
  return ways
}

const beyond = async (
  stores: Stores,
  by: Between,
  direct: ReadonlySet<string>,
): Promise<{ readonly tie: Tie; readonly other: Between }[]> => {
  const ties = await tiesOf(stores, by.id)
  const further = ties.filter((tie) => leadsOn(tie) && !direct.has(otherEnd(tie, by.id))).slice(0, most.far)
  const nameOf = await named(stores, further, by.id)
  return further.flatMap((tie) => {
    const other = nameOf.get(otherEnd(tie, by.id))
    return other === undefined ? [] : [{ tie, other }]
  })
}

/** The same may have been said in two places. */
const tiesOf = async ({ ties }: Stores, personId: string): Promise<Tie[]> => {
  const all = await ties.of(personId, read)
  return all.filter((tie, i) => all.findIndex((other) => isSameTie(tie, other)) === i)
}

const named = async (
  { people }: Stores,
  ties: readonly Tie[],
  personId: string,
): Promise<Map<string, Between>> => {
  const names = await people.names([...new Set(ties.map((tie) => otherEnd(tie, personId)))])
  return new Map(names.map(({ id, name }) => [id, { id, name }]))
}
