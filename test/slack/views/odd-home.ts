import fc from 'fast-check'
import { claim, saidBy } from './odd-claims.js'
import { anyCommitment, person, personName } from './odd-models.js'
import { day, shortText } from './odd-texts.js'

/** What stands in the greeting and in Home. */
export const waiting = fc.record({
  person,
  role: shortText,
  neverSpoken: fc.boolean(),
  dueOn: fc.option(day),
})
export const promised = fc.record({ commitment: anyCommitment, person: personName })
export const roleNews = fc.record({
  person: personName,
  kind: fc.constantFrom('new-role', 'left'),
  role: shortText,
  before: shortText,
  on: day,
  said: fc.option(saidBy),
})
export const roleAsked = fc.record({ person: personName, claim })
