import { heldBefore, heldNow } from '../../domain/role.js'
import { decideChange } from '../../domain/role-change/decide.js'
import { employerOf } from '../../domain/role-change/sameness.js'
import type { Sighting } from '../../domain/role-change/sighting.js'
import type { Stores } from '../ports.js'
import type { Hearing, Verdict } from './hearing.js'

/** What a source's word would come to, and what it said before. Reads alone. */
export const weigh = async (stores: Stores, hearing: Hearing): Promise<Verdict> =>
  (await weighed(stores, hearing)).verdict

export type Weighed = { readonly verdict: Verdict; readonly last: Sighting | null }

export const weighed = async (stores: Stores, hearing: Hearing): Promise<Weighed> => {
  const person = await stores.people.get(hearing.personId)
  if (person === null) throw new Error(`no person ${hearing.personId} that may be heard of`)
  const { source, observedAt, sure, baseline, title } = hearing
  const last = await stores.sightings.last(person.id, source, hearing.key)
  // Whoever will see what comes of it sees these: other roles may be known to fewer.
  const roles = (await stores.roles.of(person.id)).filter(
    ({ home }) => home === hearing.home || home === person.home,
  )
  const verdict = decideChange({
    title: title === null ? null : title.trim(),
    company: hearing.company === null ? null : employerOf(hearing.company, person.name),
    left: hearing.left ?? false,
    source,
    observedAt,
    sure,
    baseline,
    last,
    held: heldNow(roles),
    past: heldBefore(roles),
    before: await stores.roleQuestions.of(person.id),
    spokenAt: sure === 'ask' ? await spokenSince(stores, person.id, observedAt) : null,
  })
  return { verdict, last }
}

const few = { limit: 10, offset: 0 }

/** When a contact of the day on which it was said, or of a later one, was last written down. */
const spokenSince = async ({ interactions }: Stores, personId: string, observedAt: string) => {
  const day = observedAt.slice(0, 10)
  const later = (await interactions.of(personId, few)).filter(({ on }) => on >= day).map(({ at }) => at)
  return later.sort().at(-1) ?? null
}
