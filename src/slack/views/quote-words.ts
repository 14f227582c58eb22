import type { Facet } from '../../domain/note.js'
import type { RoleKind } from '../../domain/role-kind.js'
import { monthAndYear } from './days.js'

/** What somebody does, as it stands beside their words. */
export const roleKindWords: Readonly<Record<RoleKind, string>> = {
  buying: 'a buyer',
  facilities: 'somebody who looks after buildings',
  safety: 'somebody who looks after safety',
  finance: 'somebody in finance',
  law: 'somebody in legal matters',
  computers: 'somebody in IT',
  people: 'somebody in personnel',
  marketing: 'somebody in marketing',
  sales: 'somebody in sales',
  logistics: 'somebody in logistics',
  production: 'somebody in production',
  engineering: 'an engineer',
  operations: 'somebody in operations',
  care: 'somebody who cares for others',
  teaching: 'somebody who teaches',
  running: 'somebody who runs a business',
}

/** "A buyer, November 2026 #feeling #story": all that is said of whoever said it. */
export const saidBy = ({
  role,
  month,
  facets,
}: {
  readonly role: RoleKind | null
  readonly month: string
  readonly facets: readonly Facet[]
}): string => {
  const who = role === null ? 'somebody' : roleKindWords[role]
  const about = facets.map((facet) => ` #${facet}`).join('')
  return `${who.charAt(0).toUpperCase()}${who.slice(1)}, ${monthAndYear(month)}${about}`
}
