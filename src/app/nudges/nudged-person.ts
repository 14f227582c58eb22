import type { Nudge } from '../../domain/nudge.js'
import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'

/**
 * The person a nudge is about, for whoever pressed one of its buttons: a button's value is looked up, never believed. Who
 * presses somewhere else than where it stands was not shown it: one in a teammate's DM is that teammate's alone.
 */
export const nudgedPerson = (
  uow: UnitOfWork,
  asker: Asker,
  nudgeId: string,
): Promise<Outcome<{ readonly nudge: Nudge; readonly person: Person }>> =>
  uow.read(scopeOf(asker), async ({ nudges, people }) => {
    const nudge = await nudges.standingIn(asker.place.home, nudgeId)
    const person = nudge === null ? null : await people.get(nudge.personId)
    return nudge === null || person === null ? rejected({ reason: 'person-gone' }) : ok({ nudge, person })
  })
