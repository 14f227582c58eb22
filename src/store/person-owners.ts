import type { Bound } from './bound.js'

/** A team is smaller than this; beyond it the search stops. */
const mostOwners = 2_000

/** Each owner once. From one to the next it is one step in the index, however many people each owns. */
export const ownersOf = async (bound: Bound): Promise<readonly string[]> => {
  const owners: string[] = []
  for (let after = ''; owners.length < mostOwners; ) {
    const next = await nextOwnerQuery(bound, after).executeTakeFirst()
    if (next === undefined) break
    after = next.owner_id
    owners.push(after)
  }
  return owners
}

/** Whoever sees whom they own: that somebody owns people says nothing of anybody. */
export const nextOwnerQuery = (bound: Bound, after: string) =>
  bound.unbound().people().select('p.owner_id').where('p.owner_id', '>', after).orderBy('p.owner_id').limit(1)
