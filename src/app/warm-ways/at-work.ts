import type { LocalDate } from '../../domain/local-time.js'
import { companyKey, heldBefore, heldNow, type Role } from '../../domain/role.js'
import type { WarmWay } from '../../domain/warm-way.js'
import { isAPlace, workedTogether } from '../../domain/work-together.js'
import type { Stores } from '../ports.js'
import type { SpokeWith } from './last-spoke.js'

/** The companies of a long life, and of each those who were spoken to last. */
const most = { companies: 5, people: 5 }

/** Whoever works, or worked, at a company with somebody, as far as they can have met there. */
export const atWork = async (
  { acquaintances, roles }: Stores,
  personId: string,
  spokeWith: SpokeWith,
  today: LocalDate,
): Promise<WarmWay[]> => {
  const theirs = await roles.of(personId)
  const ways: WarmWay[] = []
  for (const key of companiesOf(theirs).slice(0, most.companies))
    for (const found of await acquaintances.at(key, personId, most.people)) {
      const together = workedTogether(theirs, found.roles, today)
      const other = { id: found.personId, name: found.name }
      if (together !== null) ways.push({ kind: 'work', together, other, spoke: await spokeWith(other.id) })
    }
  return ways
}

/** The present ones first, then the one left last. */
const companiesOf = (roles: readonly Role[]): string[] => {
  const companies = [...heldNow(roles), ...heldBefore(roles)].map(({ company }) => company)
  return [...new Set(companies.filter(isAPlace).map(companyKey))]
}
