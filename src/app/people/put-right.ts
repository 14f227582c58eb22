import type { Home } from '../../domain/audience.js'
import type { Rhythm } from '../../domain/cadence.js'
import { localDateOf, plusDays } from '../../domain/local-time.js'
import { meanwhile } from '../../domain/meanwhile.js'
import { isTooLongAName, longestName, type Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { isWiderThanShown } from '../tells-all.js'
import { confirmed } from './confirmed.js'
import { firstContactDay } from './first-contact.js'

/** What the form holds. */
export type PersonForm = {
  readonly name: string
  readonly addresses: readonly string[]
  readonly prefers: string | null
  readonly slackUserId: string | null
  readonly rhythm: Rhythm
}

export type PersonCorrected = {
  readonly person: Person
  /** The fields that somebody else changed while the form was open, and that stay theirs. */
  readonly theirs: readonly string[]
}

/**
 * `edit`: what is known, put right. `seen` is what the form was filled with, so that nobody overwrites what changed
 * meanwhile; null when that is not known any more. `shownIn` is where they lived then: what was typed for fewer is not told
 * to more.
 */
export const putRight = async (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  seen: PersonForm | null,
  form: PersonForm,
  shownIn: Home | null = null,
): Promise<Outcome<PersonCorrected>> => {
  if (form.name.trim() === '') return rejected({ reason: 'name-empty' })
  if (isTooLongAName(form.name)) return rejected({ reason: 'name-too-long', longest: longestName })
  return act(ports, asker, 'edit', personId, async (stores) => {
    const standing = await stores.people.standing(personId)
    if (standing === null) return rejected({ reason: 'person-gone' })
    const { person } = standing
    const { next, mine, both, theirs } = meanwhile(seen, form, formOf(person))
    const isTold = mine.length > 0 && isWiderThanShown(asker, shownIn, person.home)
    if (both.length > 0 || isTold) return rejected({ reason: 'changed-meanwhile', name: person.name })
    if (mine.length === 0) return ok({ person, theirs })
    await stores.people.change(personId, next)
    await confirmed(stores, asker, person)
    if (mine.includes('rhythm')) {
      const place = await stores.places.know(person.home, asker.zoneGiven)
      const today = localDateOf(asker.at, place.zone)
      const introduced = { home: person.home, on: person.introducedOn, notBefore: plusDays(today, 1) }
      const firstDueOn =
        standing.lastSeenOn === null
          ? await firstContactDay(stores, place, { ...introduced, rhythm: next.rhythm })
          : person.firstDueOn
      await stores.people.change(personId, { rhythmSetOn: today, firstDueOn })
    }
    return ok({ person: { ...person, ...next }, theirs })
  })
}

/** A person as the form shows them. */
export const formOf = ({ name, addresses, prefers, slackUserId, rhythm }: Person): PersonForm => ({
  name,
  addresses,
  prefers,
  slackUserId,
  rhythm,
})
