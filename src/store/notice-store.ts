import type { NewId, Notices } from '../app/ports.js'
import type { Home } from '../domain/audience.js'
import type { Instant, LocalDate } from '../domain/local-time.js'
import type { Notice } from '../domain/nudge.js'
import type { Books } from './books.js'
import { addPost } from './post-planning.js'

/** Notices are posts of the outbox, written by the act that they tell of. */
export class NoticeStore implements Notices {
  readonly #books: Books
  readonly #newId: NewId
  constructor(books: Books, newId: NewId) {
    this.#books = books
    this.#newId = newId
  }

  async give(place: Home, notice: Notice, at: Instant, on: LocalDate): Promise<void> {
    const post = { id: this.#newId(), place, kind: notice.kind, on, plannedAt: at }
    await addPost(this.#books, post, notice)
  }

  async recall(place: Home, which: (notice: Notice) => boolean): Promise<readonly Notice[]> {
    const rows = await this.#books
      .posts()
      .select(['id', 'about'])
      .where('place', '=', place)
      .where('state', '=', 'planned')
      // Once tried without a clear answer, it may stand there.
      .where('attempts', '=', 0)
      .where('about', 'is not', null)
      .orderBy('id')
      .execute()
    const recalled: Notice[] = []
    for (const { id, about } of rows) {
      const notice = about === null ? null : noticeIn(about)
      if (notice === null || !which(notice)) continue
      await this.#books.removePosts().where('id', '=', id).execute()
      recalled.push(notice)
    }
    return recalled
  }

  async wasTold(place: Home, kind: Notice['kind'], which: (notice: Notice) => boolean): Promise<boolean> {
    const rows = await this.#books
      .posts()
      .select('about')
      .where('place', '=', place)
      .where('kind', '=', kind)
      .where('state', '<>', 'failed')
      .execute()
    return rows.some(({ about }) => about !== null && which(noticeIn(about)))
  }

  async lookAgain(personId: string, since: Instant): Promise<void> {
    const rows = await this.#books
      .posts()
      .select(['id', 'about'])
      .where('kind', '=', 'hand-over')
      .where('planned_at', '>=', since)
      .execute()
    for (const { id, about } of rows) {
      const notice = about === null ? null : noticeIn(about)
      if (notice?.kind !== 'hand-over' || notice.personId !== personId) continue
      const posts = this.#books.changePosts().set((eb) => ({ version: eb('version', '+', 1) }))
      await posts.where('id', '=', id).execute()
    }
  }
}

/** Notices are written by this program alone. */
export const noticeIn = (about: string): Notice => JSON.parse(about)
