import { type RawBuilder, sql } from 'kysely'

/**
 * A column of a text to sort a few rows by, which leads no engine to an index: SQLite would rather walk all that a workspace
 * has in that order than look for the few and sort them.
 */
export const sortedBy = (column: string): RawBuilder<string> => sql`${sql.ref(column)} || ''`
