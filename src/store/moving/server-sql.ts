import type { MovedColumn, MovedTable } from './moved-tables.js'
import type { Range } from './source-file.js'
import type { MovedRow } from './sums.js'

/** What the server is asked, for one table. Names are our own, from our own schema. */

const quoted = (name: string): string => `"${name}"`
const keyOf = ({ key }: MovedTable): string => key.map(quoted).join(', ')

/** A condition with its values, numbered from `$1` on. */
const within = (table: MovedTable, { after, upTo }: Range) => {
  const values = [...(after ?? []), ...(upTo ?? [])]
  const marks = (from: number) => table.key.map((_, n) => `$${from + n}`).join(', ')
  const bounds = [
    ...(after === null ? [] : [`(${keyOf(table)}) > (${marks(1)})`]),
    ...(upTo === null ? [] : [`(${keyOf(table)}) <= (${marks(after === null ? 1 : 1 + table.key.length)})`]),
  ]
  return { where: bounds.length === 0 ? '' : `where ${bounds.join(' and ')}`, values }
}

export const deleting = (table: MovedTable, range: Range) => {
  const { where, values } = within(table, range)
  return { text: `delete from ${quoted(table.name)} ${where}`, values }
}

/** The words of an entry as SQLite has them: without the workspace before each, in the order of their bytes. */
const wordsText = `(select coalesce(string_agg(w, ' ' order by w collate "C"), '') from
  (select substr(l, length(workspace_id) + 2) as w from unnest(tsvector_to_array(words)) as l) as each_word)`

const cellText = ({ name, type }: MovedColumn): string => {
  if (type === 'words') return `(select octet_length(said) || ':' || said from ${wordsText} as q(said))`
  const said = type === 'text' ? quoted(name) : `${quoted(name)}::text`
  return `coalesce(octet_length(${said}) || ':' || ${said}, '-')`
}

/** The same as `sumOf` of the rows of a range, worked out on the server. */
export const summing = (table: MovedTable, range: Range) => {
  const { where, values } = within(table, range)
  const rowText = `${table.columns.map(cellText).join(' || ')} || ';'`
  const all = `coalesce(string_agg(${rowText}, '' order by ${keyOf(table)}), '')`
  return {
    text: `select count(*)::int as rows, encode(sha256(convert_to(${all}, 'UTF8')), 'hex') as sum
      from ${quoted(table.name)} ${where}`,
    values,
  }
}

/** Rows go over as JSON, in one value however many they are. */
export const inserting = (table: MovedTable, rows: readonly MovedRow[]) => {
  const names = table.columns.map(({ name }) => name)
  const declared = table.columns.map(
    ({ name, type }) => `${quoted(name)} ${type === 'words' ? 'text' : type}`,
  )
  const taken = table.columns.map(({ name, type }) =>
    type === 'words'
      ? `array_to_tsvector(array(select r.workspace_id || '/' || w
          from unnest(string_to_array(r.words, ' ')) as w where w <> ''))`
      : `r.${quoted(name)}`,
  )
  const objects = rows.map((row) => Object.fromEntries(names.map((name, n) => [name, row[n]])))
  return {
    text: `insert into ${quoted(table.name)} (${names.map(quoted).join(', ')})
      select ${taken.join(', ')} from json_to_recordset($1::json) as r(${declared.join(', ')})`,
    values: [JSON.stringify(objects)],
  }
}
