import type { SkippedWhy } from '../../domain/import.js'
import { type Asker, scopeOf } from '../asker.js'
import type { UnitOfWork } from '../ports.js'

/** A row that was passed over, as the file numbers it. */
export type SkippedLine = { readonly row: number; readonly why: SkippedWhy; readonly firstRow: number | null }

const atOnce = 500

/** Every row of an import that was passed over, in the file's order. */
export async function* skippedLines(
  { uow }: { readonly uow: UnitOfWork },
  asker: Asker,
  importId: string,
): AsyncGenerator<SkippedLine> {
  for (let offset = 0; ; offset += atOnce) {
    const rows = await uow.read(scopeOf(asker), ({ imports }) =>
      imports.withOutcome(importId, 'skipped', { limit: atOnce, offset }),
    )
    for (const { row, fate } of rows)
      if (fate.outcome === 'skipped') yield { row, why: fate.why, firstRow: fate.firstRow }
    if (rows.length < atOnce) return
  }
}
