import type { PersonName } from '../ports.js'

/** The same people, each once, in the order in which they first came. */
export const eachOnce = (people: readonly PersonName[]): PersonName[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
]
