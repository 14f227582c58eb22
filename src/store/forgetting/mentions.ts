import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import { forgottenMark, type Needle, withoutNames } from '../../domain/mentions.js'
import { companyKey } from '../../domain/role.js'
import { updateCells } from '../cells.js'
import type { Cell, Cells } from '../codec.js'
import { keyOf } from '../derived.js'
import type { Dialect } from '../dialect.js'
import { indexRow } from '../search-index.js'
import type { Db } from '../tables.js'

/** Where people type freely, by table. A name is no such text: whoever is called the same keeps theirs. */
const texts = {
  people: ['prefers'],
  roles: ['title', 'company'],
  notes: ['text', 'quote'],
  interactions: ['text'],
  commitments: ['text'],
  key_dates: ['text'],
  open_questions: ['text'],
  merges: ['taken'],
  sightings: ['title', 'company'],
  role_questions: ['words', 'change', 'successor'],
  personas: ['name'],
  persona_claims: ['text'],
} as const
type Texted = keyof typeof texts
const tables = [
  'people',
  'roles',
  'notes',
  'interactions',
  'commitments',
  'key_dates',
  'open_questions',
  'merges',
  'sightings',
  'role_questions',
  'personas',
  'persona_claims',
] as const

export const isTexted = (table: string): table is Texted => Object.hasOwn(texts, table)

/** The cells of a row, or of an image of it, that name somebody, without their name; null when none does. */
export const scrubbed = (table: Texted, cells: Cells, needles: readonly Needle[]): Cells | null => {
  const next: Record<string, Cell> = {}
  for (const column of texts[table]) {
    const text = cells[column]
    if (typeof text !== 'string') continue
    const without = withoutNames(text, needles)
    if (without === text) continue
    next[column] = column === 'successor' ? successorIn(without) : without
    if (table === 'roles' && column === 'company') next.company_key = keyOf(companyKey(without))
  }
  return Object.keys(next).length === 0 ? null : next
}

/** Nobody is introduced by the mark of who is forgotten. */
const successorIn = (json: string): string | null => {
  const { name, address }: { name: string; address: string | null } = JSON.parse(json)
  if (name.includes(forgottenMark)) return null
  return JSON.stringify({ name, address: address?.includes(forgottenMark) ? null : address })
}

/** By what an entry about somebody names whoever is forgotten: the name of a namesake is their own. */
export const needlesAbout = (personId: string, { needles, namesakes }: Finding): readonly Needle[] =>
  namesakes.has(personId) ? needles.filter(({ kind }) => kind === 'address') : needles

/** What a teammate typed, and not what the bot keeps beside it. */
const isTyped = (table: Texted): boolean =>
  table !== 'merges' && table !== 'sightings' && table !== 'role_questions'

/** Others of one of these whole names. */
export const namesakesOf = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  needles: readonly Needle[],
): Promise<ReadonlySet<string>> => {
  const names = needles.filter(({ kind }) => kind === 'name').map(({ text }) => keyOf(text))
  const rows = await db
    .selectFrom('person_keys')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'full')
    .where(dialect.oneOf('key', names))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

export type Finding = { readonly needles: readonly Needle[]; readonly namesakes: ReadonlySet<string> }
type Mentioned = {
  readonly entries: number
  readonly personIds: readonly string[]
  /** Sketches, and what they claim, of nobody in particular. */
  readonly sketchIds: readonly string[]
  /** Those in whose entries a first or last name stood by itself. */
  readonly byOneName: readonly string[]
}

const atOnce = 1_000

/** Takes what names them out of everything that is known about others; answers about whom. */
export const forgetMentions = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  finding: Finding,
): Promise<Mentioned> => {
  const { needles } = finding
  const personIds = new Set<string>()
  const sketchIds = new Set<string>()
  const byOneName = new Set<string>()
  const wholes = needles.filter(({ kind }) => kind === 'name' || kind === 'address')
  let entries = 0
  for (const table of needles.length === 0 ? [] : tables)
    for await (const row of everyRow(db, workspaceId, table)) {
      const personId = table === 'people' ? row.id : row.person_id
      const next = scrubbed(table, row, needlesAbout(String(personId ?? ''), finding))
      if (next === null) continue
      const id = String(row.id)
      await updateCells(db, table, { workspaceId, key: { id } }, next)
      await indexRow(db, dialect.search, workspaceId, table, id, { ...row, ...next })
      if (isTyped(table)) entries++
      if (typeof personId !== 'string') {
        sketchIds.add(id)
        continue
      }
      personIds.add(personId)
      const withoutWholes = { ...row, ...scrubbed(table, row, wholes) }
      if (Object.keys(next).some((column) => next[column] !== withoutWholes[column])) byOneName.add(personId)
    }
  return { entries, personIds: [...personIds], sketchIds: [...sketchIds], byOneName: [...byOneName] }
}

/** Page by page, as `everyChange` does. */
async function* everyRow(db: Db, workspaceId: string, table: Texted): AsyncGenerator<Cells> {
  for (let last = ''; ; ) {
    const { rows } = await sql<Cells>`select * from ${sql.table(table)}
      where workspace_id = ${workspaceId} and id > ${last} order by id limit ${atOnce}`.execute(db)
    yield* rows
    if (rows.length < atOnce) return
    last = String(rows.at(-1)?.id)
    await turn()
  }
}
