/** What grows with people, or with what is known of them. */
const large =
  'people|person_keys|name_spellings|first_words|roles|notes|interactions|news|commitments|key_dates|open_questions|ties|acts|changes|search_entries|nudges|posts|told|marks'
/** As the queries call them. */
const aliases = 'p|q|k|e|i|n|t|a|c|o|r|s'
const readsAll = new RegExp(`^(SCAN|SEARCH) (${large}|${aliases})\\b(?! VIRTUAL)`)
/** An index of which only the workspace is used leads through all that the workspace has. */
const narrows = /\((?!workspace_id=\?\))[^)]*[=<>][^)]*\)/

/** Of these there are few: what is open, or waits; and of one row alone the greatest is asked for. */
const few =
  /INDEX (posts_to_send|posts_to_put_right|role_questions_open|people_with_news|imports_|sqlite_autoindex_imports_)/
/** Whether a line of a statement's plan reads all that a workspace has. */
export const readsWhole = (sql: string) => (line: string) => {
  if (
    !readsAll.test(line) ||
    few.test(line) ||
    /^select (\(select )?max\(\S+\) as "last" from "acts"/.test(sql)
  )
    return false
  const [, alias = ''] = line.split(' ')
  if (line.startsWith('SCAN')) return !sql.includes(`) as "${alias}"`)
  return line.includes('(workspace_id=?)') && !narrows.test(line)
}
