import type { Commitment } from '../../domain/commitment.js'
import type { Asker } from '../asker.js'
import type { Page, PersonName, Stores } from '../ports.js'
import { type Some, someOf } from './some.js'

/** Something that the asker said they would do, and to whom. */
export type Promised = { readonly commitment: Commitment; readonly person: PersonName }

/** Later than every day that can be typed. */
const someDay = '9999-12-31'

/** The asker's open promises that have a day, the soonest first. */
export const promisesOf = async (
  { commitments, people }: Stores,
  { userId }: Asker,
  page: Page,
): Promise<Some<Promised>> => {
  const open = await someOf(page, async ({ limit, offset }) =>
    (await commitments.promisedBy(userId, someDay, offset + limit)).slice(offset),
  )
  const names = await people.names([...new Set(open.items.map(({ personId }) => personId))])
  const byId = new Map(names.map((person) => [person.id, person]))
  const items = open.items.flatMap((commitment) => {
    const person = byId.get(commitment.personId)
    return person === undefined ? [] : [{ commitment, person }]
  })
  return { ...open, items }
}
