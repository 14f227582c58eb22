import type { AnsweringNudges, Nudges, Unanswered } from '../app/ports.js'
import type { Audience, Home } from '../domain/audience.js'
import type { Answer, Nudge } from '../domain/nudge.js'
import { readOccasion } from '../domain/reasons/occasion.js'
import type { Books } from './books.js'
import type { Bound } from './bound.js'
import { flag, json, nudgeCodec } from './codec.js'
import { isOpenNews } from './derived.js'
import { contactsSince } from './interaction-store.js'
import { type Given, KeptQuery } from './kept-query.js'
import { commitmentCodec, keyDateCodec } from './knowledge-codec.js'
import type { Recorder } from './recorder.js'
import { openRoleQuestions } from './role-question-store.js'

export class NudgeStore implements Nudges {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Nudge | null> {
    const row = await this.#bound.nudges().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : nudgeCodec.decode(row)
  }

  async standingIn(place: Home, id: string): Promise<Nudge | null> {
    const query = this.#bound.nudgesRead().selectAll('e').where('e.id', '=', id)
    const row = await query.where('t.place', '=', place).executeTakeFirst()
    return row === undefined ? null : nudgeCodec.decode(row)
  }

  async of(personId: string, limit: number, readers?: Audience): Promise<readonly Nudge[]> {
    const bound = readers === undefined ? this.#bound : this.#bound.readBy(readers)
    return (await bound.ask(newestRead, { personId, limit })).map(nudgeCodec.decode)
  }

  async postedAt(channelId: string, ts: string): Promise<readonly string[]> {
    const query = this.#bound.nudgesRead().select('e.person_id').where('t.channel_id', '=', channelId)
    const rows = await query.where('t.message_ts', '=', ts).orderBy('e.id').execute()
    return rows.map((row) => row.person_id)
  }
}

const newestRead = new KeptQuery(
  (bound: Bound, { personId, limit }: Given<{ personId: string; limit: number }>) =>
    bound
      .nudgesRead()
      .selectAll('e')
      .where('e.person_id', '=', personId)
      .where('t.state', '<>', 'failed')
      .orderBy('e.id', 'desc')
      .limit(limit),
)

const shownAsOpen = new KeptQuery((books: Books, { personId }: Given<{ personId: string }>) =>
  books
    .nudges()
    .select('n.post_id')
    .where('n.person_id', '=', personId)
    .where('n.answer', 'is', null)
    .where('n.moot', '=', flag(false)),
)
const unansweredOf = new KeptQuery((books: Books, { personId }: Given<{ personId: string }>) =>
  books
    .nudges()
    .selectAll('n')
    .where('n.person_id', '=', personId)
    .where('n.answer', 'is', null)
    .where('t.state', '<>', 'failed')
    .orderBy('n.id', 'desc'),
)

const nothing = { dueOn: null, newsIds: [], roleQuestionIds: [], commitments: [], dates: [], contacts: [] }

/** What a teammate's act may do with nudges. */
export class AnsweringNudgeStore extends NudgeStore implements AnsweringNudges {
  readonly #unbound: Bound
  readonly #books: Books
  readonly #recorder: Recorder

  constructor(bound: Bound, books: Books, recorder: Recorder) {
    super(bound)
    this.#unbound = bound.unbound()
    this.#books = books
    this.#recorder = recorder
  }

  async answer(id: string, answer: Answer): Promise<void> {
    if ((await this.get(id)) === null) throw new Error(`no nudge ${id} that may be answered`)
    await this.#recorder.change('nudges', id, { answer: json(answer) })
  }

  async settle(id: string, moot: boolean): Promise<void> {
    const [settled] = await this.#books
      .changeNudges()
      .set({ moot: flag(moot) })
      .where('id', '=', id)
      .where('moot', '<>', flag(moot))
      .returning('post_id')
      .execute()
    if (settled !== undefined) await raiseVersion(this.#books, settled.post_id)
  }

  async lookAgain(personId: string): Promise<void> {
    const open = await this.#books.ask(shownAsOpen, { personId })
    for (const postId of new Set(open.map((nudge) => nudge.post_id))) await raiseVersion(this.#books, postId)
  }

  async unanswered(personId: string): Promise<Unanswered> {
    const rows = await this.#books.ask(unansweredOf, { personId })
    const nudges = rows.map(nudgeCodec.decode)
    if (nudges.length === 0) return { nudges, ...nothing }
    const raised = nudges
      .flatMap(({ reasons }) => reasons)
      .map(({ occasion }) => readOccasion(occasion)?.id ?? null)
      .filter((id) => id !== null)
    const news = this.#unbound.news().select('e.id').where('e.person_id', '=', personId)
    const asked = openRoleQuestions(this.#unbound).select('e.id').where('e.person_id', '=', personId)
    const person = this.#unbound.people().select('p.due_on').where('p.id', '=', personId)
    const since = Math.min(...nudges.map((nudge) => nudge.plannedSeq))
    return {
      nudges,
      dueOn: (await person.executeTakeFirst())?.due_on ?? null,
      newsIds: (await news.where(isOpenNews).execute()).map(({ id }) => id),
      roleQuestionIds: (await asked.execute()).map(({ id }) => id),
      ...(await this.#stillStanding(personId, raised)),
      contacts: await contactsSince(this.#unbound, personId, since),
    }
  }

  /** What belongs to somebody else by now is raised about them. */
  async openIn(place: Home, personId: string): Promise<readonly string[]> {
    const rows = await this.#books
      .nudges()
      .select('n.id')
      .where('n.person_id', '=', personId)
      .where('n.answer', 'is', null)
      .where('n.moot', '=', flag(false))
      .where('t.place', '=', place)
      .where('t.state', '<>', 'failed')
      .execute()
    return rows.map(({ id }) => id)
  }

  async #stillStanding(
    personId: string,
    raised: readonly string[],
  ): Promise<Pick<Unanswered, 'commitments' | 'dates'>> {
    if (raised.length === 0) return { commitments: [], dates: [] }
    const isRaised = this.#unbound.dialect.oneOf('e.id', raised)
    const open = this.#unbound.commitments().selectAll('e').where('e.closed_as', 'is', null)
    const dates = this.#unbound.keyDates().selectAll('e')
    const theirs = open.where('e.person_id', '=', personId).where(isRaised)
    return {
      commitments: (await theirs.execute()).map(commitmentCodec.decode),
      dates: (await dates.where('e.person_id', '=', personId).where(isRaised).execute()).map(
        keyDateCodec.decode,
      ),
    }
  }
}

/** Something happened to an entry of a post: what Slack shows is no longer right. */
const raiseVersion = async (books: Books, postId: string): Promise<void> => {
  await books
    .changePosts()
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', postId)
    .execute()
}
