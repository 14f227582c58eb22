import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'
import { fold } from './names.js'

/** A title at a company from one date to another. An unknown title or company is empty text. */
export type Role = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly title: string
  readonly company: string
  readonly sinceOn: LocalDate | null
  /** Null while it is held. */
  readonly untilOn: LocalDate | null
  /** Who says so (see `Sighting.source`), while no teammate has confirmed it; absent or null for what was typed. */
  readonly source?: string | null
}

/** "VP operations at Globex", "at Globex", "VP operations". */
export const roleText = (role: Pick<Role, 'title' | 'company'>): string => {
  if (role.company === '') return role.title
  return role.title === '' ? `at ${role.company}` : `${role.title} at ${role.company}`
}

/** The roles held now, the one begun last first. */
export const heldNow = <R extends Role>(roles: readonly R[]): R[] =>
  roles.filter((role) => role.untilOn === null).sort(byNewest)
/** The roles of the past, the one left last first. */
export const heldBefore = <R extends Role>(roles: readonly R[]): R[] =>
  roles
    .filter((role): role is R & { untilOn: LocalDate } => role.untilOn !== null)
    .sort((a, b) => (a.untilOn < b.untilOn ? 1 : -1))

const byNewest = (a: Role, b: Role): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1)

/** Companies compare without case, accents, punctuation and legal form. */
export const companyKey = (company: string): string =>
  fold(company)
    .replace(/[.,]/g, '')
    .replace(/\s+(incorporated|inc|llc|llp|ltd|limited|gmbh|ag|corp|corporation|co|plc|sa|bv)$/u, '')
    .trim()
