import { sql } from 'kysely'
import type { Lately, MyConversations, Stretch, WrittenDown } from '../app/ports/week.js'
import type { ActKind } from '../domain/act.js'
import type { Home } from '../domain/audience.js'
import { groupBy } from '../domain/group-by.js'
import type { LocalDate } from '../domain/local-time.js'
import type { Bound } from './bound.js'
import { interactionCodec, noteCodec, personCodec } from './codec.js'
import { conversationsOf } from './conversations.js'
import { commitmentCodec, openQuestionCodec } from './knowledge-codec.js'

/** What was written down in a stretch of the journal: found by its numbers, and shown as far as the asker sees it. */
export class LatelyStore implements Lately {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async writtenDown(place: Home, stretch: Stretch, limit: number): Promise<WrittenDown> {
    const rows = groupBy(await changedQuery(this.#bound, stretch).execute(), (row) => row.table_name)
    const ids = (table: string): string[] => [...new Set((rows.get(table) ?? []).map((row) => row.row_id))]
    const here = sql<boolean>`(e.home = ${place} or p.home = ${place})`
    const { dialect } = this.#bound
    const one = (table: string) => dialect.oneOf('e.id', ids(table))
    const contacts = await this.#bound
      .interactions()
      .selectAll('e')
      .where(one('interactions'))
      .where('e.act_seq', '>', stretch.after)
      .where(here)
      .orderBy('e.act_seq', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit)
      .execute()
    const heard = await this.#bound
      .notes()
      .selectAll('e')
      .where(one('notes'))
      .where('e.act_seq', '>', stretch.after)
      .where('e.kind', '=', 'heard')
      .where(here)
      .orderBy('e.act_seq', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit)
      .execute()
    const kept = await this.#bound
      .commitments()
      .selectAll('e')
      .where(one('commitments'))
      .where('e.kind', '=', 'promise')
      .where('e.closed_as', '=', 'kept')
      .where(here)
      .orderBy('e.id', 'desc')
      .limit(limit)
      .execute()
    const questions = await this.#bound
      .openQuestions()
      .selectAll('e')
      .where(one('open_questions'))
      .where('e.answered_on', 'is not', null)
      .where(here)
      .orderBy('e.id', 'desc')
      .limit(limit)
      .execute()
    const answers = questions.flatMap((row) => row.answer_note_id ?? [])
    const words = await this.#notes(answers)
    const all = [...contacts, ...heard, ...kept, ...questions].map((row) => row.person_id)
    return {
      contacts: contacts.map(interactionCodec.decode),
      lastBefore: await this.#lastBefore([...new Set(contacts.map((row) => row.person_id))], stretch),
      heard: heard.map(noteCodec.decode),
      kept: kept.map(commitmentCodec.decode),
      answered: questions.map((row) => ({
        question: openQuestionCodec.decode(row),
        words: words.find(({ id }) => id === row.answer_note_id) ?? null,
      })),
      people: await this.#people([...new Set(all)]),
    }
  }

  conversationsOf(userId: string): Promise<MyConversations> {
    return conversationsOf(this.#bound, userId)
  }

  async offstageIn(place: Home, limit: number): Promise<readonly string[]> {
    return (await offstageQuery(this.#bound, place).limit(limit).execute()).map(({ id }) => id)
  }

  async #notes(ids: readonly string[]) {
    if (ids.length === 0) return []
    const query = this.#bound.notes().selectAll('e').where(this.#bound.dialect.oneOf('e.id', ids))
    return (await query.execute()).map(noteCodec.decode)
  }

  async #lastBefore(personIds: readonly string[], stretch: Stretch): Promise<ReadonlyMap<string, LocalDate>> {
    if (personIds.length === 0) return new Map()
    const rows = await lastBeforeQuery(this.#bound, personIds, stretch).execute()
    return new Map(rows.map((row) => [row.person_id, row.last_on]))
  }

  async #people(ids: readonly string[]) {
    if (ids.length === 0) return new Map()
    const query = this.#bound.people().selectAll('p').where(this.#bound.dialect.oneOf('p.id', ids))
    return new Map((await query.execute()).map((row) => [row.id, personCodec.decode(row)]))
  }
}

/** What comes by files, moves or is put right was not heard in that stretch. */
const notHeard: readonly ActKind[] = [
  'import',
  'merge',
  'unmerge',
  'undo',
  'edit',
  'home',
  'hand',
  'widen',
  'remove',
  'confirm',
]
/** As many changes as a week of a very large team has; of more the newest count. */
const mostChanges = 2_000

/** The rows that acts of a stretch changed and that still stand, whoever may see them: an id tells nobody anything. */
export const changedQuery = (bound: Bound, { after, upTo }: Stretch) =>
  bound
    .unbound()
    .acts()
    .innerJoin('changes as c', (join) =>
      join.onRef('c.workspace_id', '=', 'a.workspace_id').onRef('c.act_seq', '=', 'a.seq'),
    )
    .select(['c.table_name', 'c.row_id'])
    .where('a.seq', '>', after)
    .where('a.seq', '<=', upTo)
    .where('a.undone_by', 'is', null)
    .where('a.kind', 'not in', notHeard)
    .where('c.table_name', 'in', ['interactions', 'notes', 'commitments', 'open_questions'])
    .orderBy('a.seq', 'desc')
    .orderBy('c.ordinal', 'desc')
    .limit(mostChanges)

/** A contact of long ago may be written down late. */
export const lastBeforeQuery = (bound: Bound, personIds: readonly string[], { after, longBefore }: Stretch) =>
  bound
    .interactions()
    .select(['e.person_id', (eb) => eb.fn.max('e.happened_on').as('last_on')])
    .where(bound.dialect.oneOf('e.person_id', personIds))
    .where((eb) => eb.or([eb('e.act_seq', '<=', after), eb('e.happened_on', '<=', longBefore)]))
    .groupBy('e.person_id')

/** Word for word as the index has it. */
export const offstageQuery = (bound: Bound, place: Home) =>
  bound
    .people()
    .select('p.id')
    .where('p.home', '=', place)
    .where(sql<boolean>`p.offstage = 1`)
    .orderBy('p.introduced_on', 'desc')
    .orderBy('p.id', 'desc')
