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
] as const)
const isQuiet = (table: string): boolean => quiet.has(table as keyof Database)

/**
 * The same connection, which notes whether anything was changed through it that somebody may have to heed. A new table
 * counts until it is named above, and so does SQL that is written by hand: what is forgotten wakes once too often.
 */
export const notingWrites = (db: Db): { readonly db: Db; readonly hasWritten: () => boolean } => {
  let hasWritten = false
  const writing = new WeakSet<QueryId>()
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      if (isWrite(node)) writing.add(queryId)
      return node
    },
    transformResult: async ({ queryId, result }) => {
      const isChange = (result.numAffectedRows ?? 0n) > 0n || result.rows.length > 0
      if (isChange && writing.has(queryId)) hasWritten = true
      return result
    },
  }
  return { db: db.withPlugin(plugin), hasWritten: () => hasWritten }
}

const writesInSql = /\b(insert\s+into|update\s+\S+\s+set|delete\s+from)\b/i

const isWrite = (node: OperationNode): boolean => {
  if (RawNode.is(node)) return writesInSql.test(node.sqlFragments.join('x'))
  const table = writtenBy(node)
  return table !== null && !isQuiet(table)
}

const writtenBy = (node: OperationNode): string | null => {
  if (InsertQueryNode.is(node)) return nameOf(node.into)
  if (UpdateQueryNode.is(node)) return nameOf(node.table)
  return DeleteQueryNode.is(node) ? nameOf(node.from.froms[0]) : null
}

const nameOf = (node: OperationNode | undefined): string =>
  node !== undefined && TableNode.is(node) ? node.table.identifier.name : ''
