import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Fate } from '../../app/ports/imports.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import { type Needle, names, withoutNames } from '../../domain/mentions.js'
import { json } from '../codec.js'
import type { ImportRowRow } from '../import-tables.js'
import type { Db } from '../tables.js'

type Whom = { readonly ids: readonly string[]; readonly needles: readonly Needle[] }

const forgotten: Fate = { outcome: 'forgotten' }
const atOnce = 1_000

/**
 * Rows of files about them, carried out or waiting, keep their place and nothing else. Of whoever is called the same this
 * is true too: the file can be imported anew, which asks.
 */
export const forgetImportRows = async (db: Db, workspaceId: string, whom: Whom): Promise<void> => {
  for await (const row of everyRow(db, workspaceId)) {
    const next = without(row, whom)
    if (next === null) continue
    await db
      .updateTable('import_rows')
      .set(next)
      .where('workspace_id', '=', workspaceId)
      .where('import_id', '=', row.import_id)
      .where('nth', '=', row.nth)
      .execute()
  }
  await forgetFileNames(db, workspaceId, whom)
}

/** Null when there is nothing of them in a row. */
const without = (row: ImportRowRow, { ids, needles }: Whom): Partial<ImportRowRow> | null => {
  const contact: ImportedContact | null = row.contact === null ? null : JSON.parse(row.contact)
  const isTheirs =
    (row.person_id !== null && ids.includes(row.person_id)) ||
    ids.some((id) => row.fate.includes(`"${id}"`)) ||
    (contact !== null && names([contact.name, ...contact.addresses].join('\n'), needles))
  if (isTheirs) return { contact: null, outcome: forgotten.outcome, fate: json(forgotten), person_id: null }
  const next = { contact: scrubbed(row.contact, needles), fate: scrubbed(row.fate, needles) ?? row.fate }
  return next.contact === row.contact && next.fate === row.fate ? null : next
}

/** JSON is looked through as it is: a name has no sign in it that JSON writes differently, or almost none. */
const scrubbed = (text: string | null, needles: readonly Needle[]): string | null =>
  text === null ? null : withoutNames(text, needles)

/** `frank-ortiz.vcf`. */
const forgetFileNames = async (db: Db, workspaceId: string, { needles }: Whom): Promise<void> => {
  const files = db
    .selectFrom('imports')
    .select(['id', 'name', 'format'])
    .where('workspace_id', '=', workspaceId)
  for (const { id, name, format } of await files.execute()) {
    if (!names(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '), needles) && !names(name, needles)) continue
    await db
      .updateTable('imports')
      .set({ name: format })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  }
}

/** Page by page, as `everyChange` does. */
async function* everyRow(db: Db, workspaceId: string): AsyncGenerator<ImportRowRow> {
  for (let [file, nth] = ['', -1]; ; ) {
    const page = await db
      .selectFrom('import_rows')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where(sql<boolean>`(import_id, nth) > (${file}, ${nth})`)
      .orderBy('import_id')
      .orderBy('nth')
      .limit(atOnce)
      .execute()
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < atOnce) return
    ;[file, nth] = [last.import_id, last.nth]
    await turn()
  }
}
