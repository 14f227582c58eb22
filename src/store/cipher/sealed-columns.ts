import type { Database } from '../tables.js'

type Sealed<T extends keyof Database> = {
  /** What the row is known by in its workspace. */
  readonly key: readonly (keyof Database[T] & string)[]
  readonly columns: readonly (keyof Database[T] & string)[]
}

/**
 * Where words stand that people said, and secrets. A test holds every other column of a text to a reason why it is plain:
 * names, addresses and roles are, since the database finds people by them (docs/adr/0020).
 */
export const sealedTables: { readonly [T in keyof Database]?: Sealed<T> } = {
  people: { key: ['id'], columns: ['prefers'] },
  notes: { key: ['id'], columns: ['text', 'quote'] },
  interactions: { key: ['id'], columns: ['text'] },
  commitments: { key: ['id'], columns: ['text'] },
  key_dates: { key: ['id'], columns: ['text'] },
  open_questions: { key: ['id'], columns: ['text'] },
  merges: { key: ['id'], columns: ['taken'] },
  personas: { key: ['id'], columns: ['name'] },
  persona_claims: { key: ['id'], columns: ['text'] },
  role_questions: { key: ['id'], columns: ['words', 'change', 'successor'] },
  changes: { key: ['act_seq', 'ordinal'], columns: ['row_before', 'row_after'] },
  drafts: { key: ['id'], columns: ['text'] },
  imports: { key: ['id'], columns: ['name'] },
  import_rows: { key: ['import_id', 'nth'], columns: ['contact', 'fate'] },
  secrets: { key: ['name'], columns: ['value'] },
  owed_answers: { key: ['delivery_id'], columns: ['payload'] },
  installations: { key: ['workspace_id'], columns: ['token', 'refresh_token'] },
}

export const sealedColumnsOf = (table: string): readonly string[] =>
  Object.hasOwn(sealedTables, table) ? (sealedTables[table as keyof Database]?.columns ?? []) : []
