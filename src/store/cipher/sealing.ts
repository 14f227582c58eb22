import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type ColumnUpdateNode,
  InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
} from 'kysely'
import type { Cipher } from './cipher.js'
import { sealedColumnsOf } from './sealed-columns.js'

/**
 * Seals on the way in, whichever store writes: every value that an insert or an update puts into a sealed column. What
 * the engine would have to work out of a sealed column is refused; it cannot.
 */
export const sealing = (cipher: Cipher): KyselyPlugin => ({
  transformQuery: ({ node }) => {
    if (InsertQueryNode.is(node)) return sealedInsert(cipher, node)
    return UpdateQueryNode.is(node) ? sealedUpdate(cipher, node) : node
  },
  transformResult: async ({ result }) => result,
})

/** Of one column of a row: null, and nothing at all, say nothing and stay as they are. */
type Seal = (column: string, value: unknown) => unknown

const sealFor =
  (cipher: Cipher, table: string, columns: readonly string[], workspaceId: unknown): Seal =>
  (column, value) => {
    if (!columns.includes(column) || value === null || value === '') return value
    if (typeof value !== 'string' || typeof workspaceId !== 'string')
      throw new Error(`${table}.${column} is sealed: it takes a text, and a query that names its workspace`)
    return cipher.seal(`${table}.${column}`, workspaceId, value)
  }

const sealedInsert = (cipher: Cipher, node: InsertQueryNode): InsertQueryNode => {
  const table = tableIn(node.into)
  const sealed = sealedColumnsOf(table)
  const columns = (node.columns ?? []).map(({ column }) => column.name)
  if (!columns.some((column) => sealed.includes(column))) return node
  if (node.values === undefined || !ValuesNode.is(node.values))
    throw new Error(`${table} has sealed columns: rows are inserted as values`)
  const at = columns.indexOf('workspace_id')
  let seal: Seal = (_column, value) => value
  const values = node.values.values.map((row) => {
    const cells: readonly unknown[] = row.values.map((cell) => plainIn(cell))
    seal = sealFor(cipher, table, sealed, cells[at])
    if (PrimitiveValueListNode.is(row))
      return PrimitiveValueListNode.create(cells.map((cell, nth) => seal(columns[nth] ?? '', cell)))
    return ValueListNode.create(row.values.map((cell, nth) => sealedNode(seal, columns[nth] ?? '', cell)))
  })
  const { onConflict } = node
  const updates = onConflict?.updates?.map((update) => sealedIn(seal, update))
  return {
    ...node,
    values: ValuesNode.create(values),
    ...(onConflict === undefined || updates === undefined ? {} : { onConflict: { ...onConflict, updates } }),
  }
}

const sealedUpdate = (cipher: Cipher, node: UpdateQueryNode): UpdateQueryNode => {
  const table = tableIn(node.table)
  const sealed = sealedColumnsOf(table)
  if (sealed.length === 0 || node.updates === undefined) return node
  const seal = sealFor(cipher, table, sealed, workspaceIn(node.where?.where))
  return { ...node, updates: node.updates.map((update) => sealedIn(seal, update)) }
}

const sealedIn = (seal: Seal, update: ColumnUpdateNode): ColumnUpdateNode => ({
  ...update,
  value: sealedNode(seal, columnIn(update.column), update.value),
})

const sealedNode = (seal: Seal, column: string, node: OperationNode): OperationNode => {
  const value = plainIn(node)
  const next = seal(column, value)
  return next === value ? node : ValueNode.create(next)
}

/** What a value is written as; anything else stays a node, which no sealed column takes. */
const plainIn = (node: unknown): unknown => (isNode(node) && ValueNode.is(node) ? node.value : node)
const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && 'kind' in value

const tableIn = (node: OperationNode | undefined): string =>
  node !== undefined && TableNode.is(node) ? node.table.identifier.name : ''

const columnIn = (node: OperationNode): string => {
  const column = ReferenceNode.is(node) ? node.column : node
  return ColumnNode.is(column) ? column.column.name : ''
}

/** `workspace_id = ...`, among what a query asks for. */
const workspaceIn = (node: OperationNode | undefined): unknown => {
  if (node === undefined) return undefined
  if (ParensNode.is(node)) return workspaceIn(node.node)
  if (AndNode.is(node)) return workspaceIn(node.left) ?? workspaceIn(node.right)
  if (!BinaryOperationNode.is(node) || columnIn(node.leftOperand) !== 'workspace_id') return undefined
  return plainIn(node.rightOperand)
}
