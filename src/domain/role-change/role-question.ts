import type { Home } from '../audience.js'
import type { Instant } from '../local-time.js'
import type { RoleChange, Undecided } from './role-change.js'
import { isSameCompany, isSameRole } from './sameness.js'

/**
 * A change of role as a source claims it. What is certain is recorded at once and asked of nobody; about the rest a
 * teammate decides. It stays as the evidence for what was recorded.
 */
export type RoleQuestion = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly source: string
  readonly observedAt: Instant
  /** The words themselves, where there are some. */
  readonly words: string | null
  readonly change: RoleChange
  readonly why: Undecided | 'certain'
  /** Who is in their place now, where that was said. */
  readonly successor: Successor | null
  /** Null while it is asked. */
  readonly answered: RoleAnswered | null
  /** What was recorded by it; null where nothing was, or where it was taken back. */
  readonly recorded: Recorded | null
}
export type Successor = { readonly name: string; readonly address: string | null }

/**
 * `recorded`: nobody was asked. `so`, `beside` (it began beside the other), `not-so`, `not-sure`: what a teammate said.
 * `known`: the team came to know it otherwise. `superseded`: the source says something else by now.
 */
export type RoleAnswer = 'recorded' | 'so' | 'beside' | 'not-so' | 'not-sure' | 'known' | 'superseded'
export type RoleAnswered = { readonly as: RoleAnswer; readonly by: string; readonly at: Instant }

/** What was written because of a claim, by id: what "Not so" takes back. */
export type Recorded = {
  readonly newsId: string
  /** The role that was closed for all who see it; null where none was, or where the news alone says so. */
  readonly closedRoleId: string | null
  readonly begunRoleId: string | null
  /** Of a departure: the question where they went, and whoever is there now. */
  readonly questionId: string | null
  readonly someoneId: string | null
}

/** Whether two claims come to the same: the same new role, or the end of one at the same company. */
export const isSameClaim = (one: RoleChange, other: RoleChange): boolean => {
  if (one.is !== null && other.is !== null) return isSameRole(one.is, other.is)
  if (one.is !== null || other.is !== null) return false
  return isSameCompany(one.was?.company ?? '', other.was?.company ?? '')
}
