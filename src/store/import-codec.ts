import type { StagedRow } from '../app/ports.js'
import type { Import } from '../domain/import.js'
import { home, json } from './codec.js'
import type { ImportRowRow, ImportTableRow } from './import-tables.js'

export const importOf = (row: ImportTableRow): Import => ({
  id: row.id,
  home: home(row.home),
  by: row.written_by,
  format: row.format,
  name: row.name,
  state: row.state,
  stagedAt: row.staged_at,
  begunAt: row.begun_at,
  changedAt: row.changed_at,
  rhythm: JSON.parse(row.rhythm),
  rows: row.row_count,
  reached: row.reached,
  firstActId: row.first_act_id,
  stayed: row.stayed,
})

export const rowOf = (them: Import) => ({
  id: them.id,
  home: them.home,
  written_by: them.by,
  format: them.format,
  name: them.name,
  state: them.state,
  staged_at: them.stagedAt,
  begun_at: them.begunAt,
  changed_at: them.changedAt,
  rhythm: json(them.rhythm),
  row_count: them.rows,
  reached: them.reached,
  first_act_id: them.firstActId,
  stayed: them.stayed,
})

export const stagedRowOf = (row: ImportRowRow): StagedRow => ({
  nth: row.nth,
  row: row.row_number,
  contact: row.contact === null ? null : JSON.parse(row.contact),
  fate: JSON.parse(row.fate),
  personId: row.person_id,
})
