import type { Database } from './tables.js'

/**
 * `workspace`: each row is of one workspace, and goes with it. `installation`: by which workspaces are served; those rows
 * come and go by themselves. `shared`: of the database as a whole.
 */
type Of = 'workspace' | 'installation' | 'shared'

/**
 * Every table, and what its rows are of. Whatever names rows of another table stands before it: rows can go in this order,
 * and come in the opposite one. A new table does not compile until it is here.
 */
export const tablesInOrder = {
  nudge_reasons: 'workspace',
  nudges: 'workspace',
  posts: 'workspace',
  digests: 'workspace',
  weeks: 'workspace',
  changes: 'workspace',
  acts: 'workspace',
  search_entries: 'workspace',
  person_keys: 'workspace',
  name_spellings: 'workspace',
  first_words: 'workspace',
  marks: 'workspace',
  persona_trials: 'workspace',
  persona_claims: 'workspace',
  personas: 'workspace',
  news: 'workspace',
  notes: 'workspace',
  interactions: 'workspace',
  roles: 'workspace',
  commitments: 'workspace',
  key_dates: 'workspace',
  open_questions: 'workspace',
  ties: 'workspace',
  merges: 'workspace',
  role_questions: 'workspace',
  sightings: 'workspace',
  people: 'workspace',
  import_rows: 'workspace',
  imports: 'workspace',
  drafts: 'workspace',
  reactions: 'workspace',
  told: 'workspace',
  unclaimed: 'workspace',
  retractions: 'workspace',
  tombstones: 'workspace',
  source_words: 'workspace',
  source_marks: 'workspace',
  sources: 'workspace',
  place_troubles: 'workspace',
  place_members: 'workspace',
  places: 'workspace',
  minded: 'workspace',
  pulses: 'workspace',
  turns: 'workspace',
  paces: 'workspace',
  heard: 'workspace',
  homes: 'workspace',
  answers: 'workspace',
  owed_answers: 'workspace',
  secrets: 'workspace',
  erasures: 'installation',
  granted_workspaces: 'installation',
  installations: 'installation',
  install_states: 'shared',
  chores: 'shared',
  seals: 'shared',
  personable_migrations: 'shared',
} as const satisfies Readonly<Record<keyof Database, Of>>

export const workspaceTables: readonly string[] = Object.entries(tablesInOrder).flatMap(([table, of]) =>
  of === 'workspace' ? [table] : [],
)
