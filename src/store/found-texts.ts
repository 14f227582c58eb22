import type { Found } from '../app/ports.js'
import { roleText } from '../domain/role.js'
import { tiePhrases } from '../domain/tie.js'
import { together } from '../domain/together.js'
import type { Bound } from './bound.js'
import { type Given, KeptQuery } from './kept-query.js'
import { keyDateCodec, tieKindOf } from './knowledge-codec.js'
import type { SearchEntryRow } from './search-tables.js'

export type FoundText = Pick<Found, 'on' | 'by' | 'text' | 'day'>
type Source = Exclude<SearchEntryRow['source'], 'people' | 'quotes'>
type Told = { readonly id: string } & FoundText

/** What stands in entries that were found, by their ids: read through the same bounds once more, where there are any. */
export const textsOf = async (
  bound: Bound,
  found: readonly { readonly source: SearchEntryRow['source']; readonly entry_id: string }[],
): Promise<Map<string, FoundText>> => {
  const of = async (source: Source): Promise<readonly Told[]> => {
    const ids = found.filter((hit) => hit.source === source).map((hit) => hit.entry_id)
    return ids.length === 0 ? [] : readers[source](bound, { ids })
  }
  const told = await together({
    notes: of('notes'),
    interactions: of('interactions'),
    commitments: of('commitments'),
    dates: of('key_dates'),
    questions: of('open_questions'),
    preferring: of('prefers'),
    roles: of('roles'),
    ties: of('ties'),
  })
  const all = Object.values(told).flat()
  return new Map(all.map(({ id, ...text }) => [id, text]))
}

type These = { readonly ids: readonly string[] }
type Reader = (bound: Bound, these: These) => Promise<readonly Told[]>

const columns = ['e.id', 'e.written_by as by', 'e.happened_on as on', 'e.text'] as const
const theseOf = (bound: Bound, { ids }: Given<These>) => bound.dialect.oneOf('e.id', ids)

const notesQuery = new KeptQuery((bound: Bound, these: Given<These>) =>
  bound.notes().select(columns).where(theseOf(bound, these)),
)
const interactionsQuery = new KeptQuery((bound: Bound, these: Given<These>) =>
  bound.interactions().select(columns).where(theseOf(bound, these)),
)
const commitmentsQuery = new KeptQuery((bound: Bound, these: Given<These>) =>
  bound.commitments().select(columns).where(theseOf(bound, these)),
)
const openQuestionsQuery = new KeptQuery((bound: Bound, these: Given<These>) =>
  bound.openQuestions().select(columns).where(theseOf(bound, these)),
)
const keyDatesQuery = new KeptQuery((bound: Bound, these: Given<These>) =>
  bound.keyDates().selectAll('e').where(theseOf(bound, these)),
)
const preferringQuery = new KeptQuery((bound: Bound, { ids }: Given<These>) =>
  bound
    .people()
    .select(['p.id', 'p.written_by as by', 'p.introduced_on as on', 'p.prefers as text'])
    .where(bound.dialect.oneOf('p.id', ids)),
)
const rolesQuery = new KeptQuery((bound: Bound, these: Given<These>) =>
  bound.roles().selectAll('e').where(theseOf(bound, these)),
)
const tiesQuery = new KeptQuery((bound: Bound, these: Given<These>) =>
  bound
    .ties()
    .select(['e.id', 'e.written_by as by', 'e.written_at as at', 'e.kind', 'q.name as other'])
    .where(theseOf(bound, these)),
)

const readers: Readonly<Record<Source, Reader>> = {
  notes: (bound, these) => bound.ask(notesQuery, these),
  interactions: (bound, these) => bound.ask(interactionsQuery, these),
  commitments: (bound, these) => bound.ask(commitmentsQuery, these),
  open_questions: (bound, these) => bound.ask(openQuestionsQuery, these),
  key_dates: async (bound, these) =>
    (await bound.ask(keyDatesQuery, these)).map((row) => {
      const { id, on, by, text, monthDay, year, yearly } = keyDateCodec.decode(row)
      return { id, on, by, text, day: { monthDay, year, yearly } }
    }),
  prefers: async (bound, these) =>
    (await bound.ask(preferringQuery, these)).flatMap(({ text, ...rest }) =>
      text === null ? [] : [{ ...rest, text }],
    ),
  roles: async (bound, these) =>
    (await bound.ask(rolesQuery, these)).map((role) => {
      const on = role.since_on ?? role.written_at.slice(0, 10)
      return { id: role.id, on, by: role.written_by, text: roleText(role) }
    }),
  ties: async (bound, these) =>
    (await bound.ask(tiesQuery, these)).map(({ id, by, at, kind, other }) => ({
      ...{ id, by, on: at.slice(0, 10) },
      text: `${tiePhrases[tieKindOf(kind)]} ${other}`,
    })),
}
