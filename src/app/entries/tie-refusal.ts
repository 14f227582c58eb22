import { isSameTie, type Tie, type TieKind } from '../../domain/tie.js'
import { type Outcome, rejected } from '../outcome.js'
import type { Stores } from '../ports.js'

/** Why a tie cannot become one of another kind, as far as the asker may see the others; null where it can. */
export const tieRefusal = async (
  { people, ties }: Stores,
  tie: Tie,
  kind: TieKind,
): Promise<Extract<Outcome<never>, { ok: false }> | null> => {
  const { personId, otherId } = tie
  const [person, other] = await people.names([personId, otherId])
  const names = [person?.name ?? '', other?.name ?? ''] as const
  const others = [...(await ties.from(personId, kind)), ...(await ties.from(otherId, kind))]
  if (others.some((each) => each.id !== tie.id && isSameTie(each, { ...tie, kind })))
    return rejected({ reason: 'tie-known', name: names[0], kind, other: names[1] })
  return kind === 'reports to' && (await reportsTo(ties, otherId, personId))
    ? rejected({ reason: 'tie-circle', names: [...names, names[0]] })
    : null
}

/** No company has more people above one another. */
const mostAbove = 1_000

const reportsTo = async (ties: Stores['ties'], from: string, to: string): Promise<boolean> => {
  const above = new Set([from])
  for (const id of above) {
    if (id === to) return true
    if (above.size > mostAbove) return false
    for (const { otherId } of await ties.from(id, 'reports to')) above.add(otherId)
  }
  return false
}
