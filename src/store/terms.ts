import type { RawBuilder } from 'kysely'
import type { Scope } from '../app/ports.js'
import type { Dialect, List, Rows } from './engine.js'
import { Ready, slot, type Values } from './kept-query.js'

/** A value, or the slot of one. */
export type Term = string | RawBuilder<string>

/** A scope as it stands in queries: with its values, or with a slot for each. */
export type Terms = {
  readonly workspaceId: Term
  readonly audience:
    | 'everything'
    | {
        readonly userId: Term | null
        readonly homes: List
        /** Null where nothing is open to its author alone. */
        readonly authoredHomes: List | null
        /** Of so many rows it is asked whether they are in these homes. */
        readonly rows: Rows
      }
}

/** All that decides how the conditions of a scope read, whatever its values are. */
export type Shape = 'everything' | 'nobody' | 'reader' | 'author'

export const shapeOf = ({ audience }: Scope): Shape => {
  if (audience === 'everything') return 'everything'
  if (audience.userId === null) return 'nobody'
  return audience.authoredHomes.length === 0 ? 'reader' : 'author'
}

export const termsOf = (scope: Scope): Terms => {
  const { workspaceId, audience } = scope
  if (audience === 'everything') return { workspaceId, audience }
  const { userId, homes, authoredHomes } = audience
  // Whoever asks sees the same from the first query to the last, and it is written out but once.
  Object.freeze(homes)
  Object.freeze(authoredHomes)
  const authored = authoredHomes.length === 0 ? null : authoredHomes
  return { workspaceId, audience: { userId, homes, authoredHomes: authored, rows: 'many' } }
}

/** The same where it is not known of how many rows it is asked. */
export const ofAnyNumber = (terms: Terms): Terms => {
  const { workspaceId, audience } = terms
  if (audience === 'everything') return terms
  return { workspaceId, audience: { ...audience, rows: 'any number' } }
}

/** No name that a query gives to a slot of its own has a dot in it. */
const names = {
  workspaceId: 'scope.workspaceId',
  userId: 'scope.userId',
  homes: 'scope.homes',
  authoredHomes: 'scope.authoredHomes',
} as const

export const termsOfShape = (shape: Shape, rows: Rows): Terms => {
  const workspaceId = slot<string>(names.workspaceId)
  if (shape === 'everything') return { workspaceId, audience: shape }
  return {
    workspaceId,
    audience: {
      userId: shape === 'nobody' ? null : slot<string>(names.userId),
      homes: slot<readonly string[]>(names.homes),
      authoredHomes: shape === 'author' ? slot<readonly string[]>(names.authoredHomes) : null,
      rows,
    },
  }
}

/** What goes into the slots of a shape. */
export const valuesOf = ({ workspaceId, audience }: Scope, dialect: Dialect, rows: Rows): Values => {
  if (audience === 'everything') return { [names.workspaceId]: workspaceId }
  const { userId, homes, authoredHomes } = audience
  return {
    [names.workspaceId]: workspaceId,
    [names.userId]: userId,
    [names.homes]: new Ready(dialect.asFilter(homes, rows)),
    [names.authoredHomes]: new Ready(dialect.asFilter(authoredHomes, rows)),
  }
}
