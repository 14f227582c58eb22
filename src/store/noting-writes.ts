import {
  DeleteQueryNode,
  InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  type QueryId,
  RawNode,
  TableNode,
  UpdateQueryNode,
} from 'kysely'
import type { Database, Db } from './tables.js'

/** What is written here gives nobody anything to do: it stands until it expires, or says how the bot does. */
const quiet: ReadonlySet<keyof Database> = new Set([
  'drafts',
  'reactions',
  'told',
  'unclaimed',
  'sources',
  'source_marks',
  'place_members',
  'paces',
  'place_troubles',
  'pulses',
  'secrets',
  'heard',
  'homes',
  'answers',
  'owed_answers',
  'minded',
  'weeks',
] as const)
const isQuiet = (table: string): boolean => quiet.has(table as keyof Database)

/** What was changed through a connection so far. */
export type Noted = {
  readonly db: Db
  /** Whether anything was that somebody may have to heed. */
  readonly hasWritten: () => boolean
  /** Whether anything may have been in this table: SQL that is written by hand may have changed any. */
  readonly mayHaveWrittenIn: (table: keyof Database) => boolean
}

/**
 * The same connection, which notes what is changed through it. A new table counts until it is named above, and so does SQL
 * that is written by hand: what is forgotten wakes once too often.
 */
export const notingWrites = (db: Db): Noted => {
  const changed = new Set<string>()
  const writing = new WeakMap<QueryId, string>()
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      const table = writtenBy(node)
      if (table !== null) writing.set(queryId, table)
      return node
    },
    transformResult: async ({ queryId, result }) => {
      const table = writing.get(queryId)
      const isChange = (result.numAffectedRows ?? 0n) > 0n || result.rows.length > 0
      if (isChange && table !== undefined) changed.add(table)
      return result
    },
  }
  return {
    db: db.withPlugin(plugin),
    hasWritten: () => [...changed].some((table) => !isQuiet(table)),
    mayHaveWrittenIn: (table) => changed.has(table) || changed.has(byHand),
  }
}

const writesInSql = /\b(insert\s+into|update\s+\S+\s+set|delete\s+from)\b/i

/** No table has this name. */
const byHand = ''

/** The table that is written in; null when the query only reads. */
const writtenBy = (node: OperationNode): string | null => {
  if (RawNode.is(node)) return writesInSql.test(node.sqlFragments.join('x')) ? byHand : null
  if (InsertQueryNode.is(node)) return nameOf(node.into)
  if (UpdateQueryNode.is(node)) return nameOf(node.table)
  return DeleteQueryNode.is(node) ? nameOf(node.from.froms[0]) : null
}

const nameOf = (node: OperationNode | undefined): string =>
  node !== undefined && TableNode.is(node) ? node.table.identifier.name : ''
