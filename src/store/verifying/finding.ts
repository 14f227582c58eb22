import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'

/** What is looked at, in this order. */
export const checks = ['file', 'references', 'acts', 'journal', 'derived', 'search', 'installations'] as const
export type Check = (typeof checks)[number]

/** Something that does not agree. Nothing in it was typed by anybody. */
export type Finding = {
  readonly check: Check
  /** A table, or what else it is about. */
  readonly table: string
  /** The row; null when it is about many. */
  readonly id: string | null
  /** A sentence without its subject: `is not as the journal says: text`. */
  readonly says: string
}

/** All that was looked at, by what was counted. */
export type Counts = {
  readonly workspaces: number
  readonly acts: number
  readonly changes: number
  readonly rows: number
  readonly people: number
  readonly entries: number
  readonly installations: number
}

export type Verified = { readonly findings: readonly Finding[]; readonly counts: Counts }

/** One workspace in one moment of the database. */
export type Looked = { readonly db: Db; readonly dialect: Dialect; readonly workspaceId: string }

/** Rows read at once, after which the process may turn to something else. */
export const atOnce = 500
