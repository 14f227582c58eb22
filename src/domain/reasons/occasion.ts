import { isLocalDate, type LocalDate } from '../local-time.js'

/** What names an occasion of something with a day: moved to another day, it is another occasion. */
export const occasionOf = (id: string, on: LocalDate): string => `${id}@${on}`

/** The occasion of a trigger so many days before it. */
export const leadOccasionOf = (id: string, on: LocalDate, leadDays: number): string =>
  `${occasionOf(id, on)}:${leadDays}`

/** What an occasion names: which thing, and its day. Null for the occasions of other reasons. */
export const readOccasion = (occasion: string): { readonly id: string; readonly on: LocalDate } | null => {
  const at = occasion.lastIndexOf('@')
  const [on = ''] = occasion.slice(at + 1).split(':')
  return at > 0 && isLocalDate(on) ? { id: occasion.slice(0, at), on } : null
}
