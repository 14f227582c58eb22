import { facesShown } from '../../domain/faces.js'
import { isSameTie, type Tie } from '../../domain/tie.js'
import { type Asker, scopeOf } from '../asker.js'
import type { AtCompany, CompanyName, UnitOfWork } from '../ports.js'

/** The people at a company as the asker may know them, as many as a picture shows; those who left are not among them. */
export type CompanyPeople = {
  readonly company: Pick<CompanyName, 'key' | 'name'>
  readonly counts: { readonly there: number; readonly offstage: number }
  readonly shown: readonly AtCompany[]
  /** How they stand to each other, each tie once. */
  readonly ties: readonly Pick<Tie, 'kind' | 'personId' | 'otherId'>[]
  /** How many are not shown. */
  readonly more: number
}

/** Of more people than this nobody chooses: the first by name are as good as any. */
const mostLookedAt = 400

/** Whom a picture of a company shows; null when the asker sees nobody there. */
export const companyPeople = (uow: UnitOfWork, asker: Asker, key: string): Promise<CompanyPeople | null> =>
  uow.read(scopeOf(asker), async ({ companies, ties }) => {
    const { name, counts, people: some } = await companies.everybody(key, { limit: mostLookedAt, offset: 0 })
    if (some.length === 0) return null
    const { there, offstage } = counts
    const all = there + offstage
    const people = some.filter(({ whereabouts }) => whereabouts !== 'gone')
    const known = await ties.fromAny(people.map(({ personId }) => personId))
    const onStage = people.map((each) => ({ ...each, offstage: each.whereabouts === 'offstage' }))
    const shown = facesShown(onStage, known)
    const ids = new Set(shown.map(({ personId }) => personId))
    const among = known.filter(({ personId, otherId }) => ids.has(personId) && ids.has(otherId))
    const once = among.filter((tie, i) => !among.slice(0, i).some((before) => isSameTie(before, tie)))
    return {
      company: { key, name },
      counts: { there, offstage },
      shown,
      ties: once,
      more: all - shown.length,
    }
  })
