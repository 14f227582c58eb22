import type { Found, Row, Rows } from './rows.js'

/** The tables of what people told, and the column whose words the search finds. */
const told = {
  people: 'name',
  roles: 'company',
  notes: 'text',
  interactions: 'text',
  commitments: 'text',
  key_dates: 'text',
  open_questions: 'text',
  ties: 'kind',
} as const
const journalled = [...Object.keys(told), 'marks', 'news']
const columnOf = (table: string): string => (table in told ? told[table as keyof typeof told] : 'text')

/**
 * What in a database does not agree with itself: rows and the journal, rows and the search, acts that were done twice.
 * Empty when all is whole.
 */
export const disagreements = ({ rows, damage }: Found): string[] => [
  ...damage,
  ...journalFaults(rows),
  ...searchFaults(rows),
  ...actFaults(rows),
]

const of = (rows: Rows, table: string): readonly Row[] => rows[table] ?? []
const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell))

const journalFaults = (rows: Rows): string[] => {
  const faults: string[] = []
  const last = new Map<string, Row>()
  const order = (row: Row) => Number(row.act_seq) * 1e6 + Number(row.ordinal)
  for (const change of [...of(rows, 'changes')].sort((a, b) => order(a) - order(b)))
    last.set(`${change.table_name} ${change.row_id}`, change)
  for (const table of journalled) {
    for (const row of of(rows, table)) {
      const image = last.get(`${table} ${row.id}`)?.row_after
      if (image === undefined) faults.push(`${table} ${row.id} stands in no journal`)
      else if (image === null) faults.push(`${table} ${row.id} is there, and the journal took it away`)
      else faults.push(...cellFaults(table, row, JSON.parse(String(image))))
    }
    const ids = new Set(of(rows, table).map(({ id }) => String(id)))
    for (const { table_name, row_id, row_after } of last.values())
      if (table_name === table && row_after !== null && !ids.has(String(row_id)))
        faults.push(`${table} ${row_id} is in the journal, and not there`)
  }
  return faults
}

const cellFaults = (table: string, row: Row, image: Row): string[] =>
  Object.keys(image)
    .filter((column) => column in row && textOf(row[column]) !== textOf(image[column]))
    .map((column) => `${table} ${row.id}: ${column} is ${row[column]}, and ${image[column]} in the journal`)

const searchFaults = (rows: Rows): string[] => {
  const faults: string[] = []
  const indexed = new Set(of(rows, 'search_entries').map((entry) => `${entry.source} ${entry.entry_id}`))
  const there = new Set<string>()
  for (const table of Object.keys(told))
    for (const row of of(rows, table)) {
      const key = `${table} ${row.id}`
      there.add(key)
      if (table === 'people' && row.prefers !== null) there.add(`prefers ${row.id}`)
      if (/[a-z0-9]/i.test(textOf(row[columnOf(table)])) && !indexed.has(key))
        faults.push(`${key} is not found by the search`)
    }
  for (const key of indexed) if (!there.has(key)) faults.push(`${key} is found by the search, and not there`)
  if (indexed.size !== of(rows, 'search_entries').length) faults.push('Something is in the search twice')
  return faults
}

const actFaults = (rows: Rows): string[] => {
  const acts = of(rows, 'acts')
  const faults: string[] = []
  const causes = new Set<string>()
  const ids = new Set(acts.map(({ id }) => id))
  const seqs = new Set(acts.map(({ seq }) => String(seq)))
  for (const { id, cause, undone_by: undoneBy } of acts) {
    if (undoneBy !== null && !ids.has(undoneBy)) faults.push(`act ${id} was taken back by none`)
    if (cause === null) continue
    if (causes.has(String(cause))) faults.push(`${cause} was carried out twice`)
    causes.add(String(cause))
  }
  for (const { act_seq, ordinal } of of(rows, 'changes'))
    if (!seqs.has(String(act_seq))) faults.push(`change ${act_seq}.${ordinal} is of no act`)
  return faults
}
