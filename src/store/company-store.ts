import type { AtCompany, Companies, CompanyName } from '../app/ports.js'
import { heldBefore, heldNow, type Role } from '../domain/role.js'
import type { Bound } from './bound.js'
import { roleCodec } from './codec.js'
import { beginning, near } from './company-names.js'
import { groupBy } from './group-by.js'

export class CompanyStore implements Companies {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  beginning(key: string, limit: number): Promise<readonly CompanyName[]> {
    return beginning(this.#bound, key, limit)
  }
  near(key: string, limit: number): Promise<readonly CompanyName[]> {
    return near(this.#bound, key, limit)
  }

  async people(key: string): Promise<readonly AtCompany[]> {
    const rows = await atCompanyQuery(this.#bound, key).execute()
    const people = [...groupBy(rows, (row) => row.person_id).values()]
    return people.flatMap((theirs) => {
      const [row] = theirs
      if (row === undefined) return []
      const roles = theirs.map((each) => roleCodec.decode({ ...each, until_on: each.ended_on }))
      const { name, offstage, spoken } = row
      const person = { personId: row.person_id, name, offstage: offstage === 1, spoken: spoken === 1 }
      return [{ ...person, ...standingThere(roles) }]
    })
  }
}

/** What somebody does there; where they do nothing any more, what they did last, and until when. */
const standingThere = (roles: readonly Role[]): Pick<AtCompany, 'titles' | 'untilOn'> => {
  const held = heldNow(roles)
  const [last] = heldBefore(roles)
  const titled = held.length === 0 && last !== undefined ? [last] : held
  const titles = titled.map(({ title }) => title).filter((title) => title !== '')
  return { titles: [...new Set(titles)], untilOn: held.length === 0 ? (last?.untilOn ?? null) : null }
}

export const atCompanyQuery = (bound: Bound, key: string) =>
  bound
    .roles()
    .selectAll('e')
    .select(['p.name', 'p.offstage'])
    .select(bound.endOfRole().as('ended_on'))
    .select((eb) => eb.case().when(bound.spokenWith()).then(1).else(0).end().as('spoken'))
    .where('e.company_key', '=', key)
    .orderBy('p.name')
    .orderBy('p.id')
    .orderBy('e.id')
