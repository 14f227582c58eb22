import type { KeepingDesk } from '../app/ports.js'
import type { Instant } from '../domain/local-time.js'
import type { Books } from './books.js'
import { flag } from './codec.js'

/** How long the newest state of a reaction is remembered: far longer than Slack repeats itself. */
const reactionMs = 30 * 24 * 60 * 60 * 1000

/** Drafts and the state of reactions. */
export class DeskStore implements KeepingDesk {
  readonly #books: Books
  constructor(books: Books) {
    this.#books = books
  }

  async draft(id: string, userId: string, now: Instant): Promise<string | null> {
    const row = await this.#books
      .drafts()
      .select('text')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return row?.text ?? null
  }

  async draftsNamed(beginning: string, now: Instant): Promise<readonly { id: string; text: string }[]> {
    const rows = this.#books.drafts().select(['id', 'text']).where('expires_at', '>', now)
    // A beginning is letters and dashes of ours, which `like` takes as they are.
    return rows.where('id', 'like', `${beginning}%`).orderBy('id').execute()
  }

  async putDraft(draft: { id: string; userId: string; text: string; expiresAt: Instant }): Promise<void> {
    const { id, userId, text, expiresAt } = draft
    await this.#books
      .add('drafts', { id, user_id: userId, text, expires_at: expiresAt })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'id'])
          .doUpdateSet({ text, expires_at: expiresAt })
          .where('drafts.user_id', '=', userId),
      )
      .execute()
  }

  async reactionTurned({
    key,
    eventTs,
    on,
  }: {
    key: string
    eventTs: string
    on: boolean
  }): Promise<boolean> {
    const turned = await this.#books
      .add('reactions', { key, event_ts: eventTs, is_on: flag(on) })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'key'])
          .doUpdateSet({ event_ts: eventTs, is_on: flag(on) })
          .where('reactions.event_ts', '<', eventTs),
      )
      .executeTakeFirst()
    return turned.numInsertedOrUpdatedRows === 1n
  }

  async reactionStands(key: string, eventTs: string, on = true): Promise<boolean> {
    const newest = await this.#books
      .reactions()
      .select('is_on')
      .where('key', '=', key)
      .where('event_ts', '=', eventTs)
      .executeTakeFirst()
    return newest?.is_on === flag(on)
  }

  async sweep(now: Instant): Promise<void> {
    await this.#books.removeDrafts().where('expires_at', '<=', now).execute()
    const forgotten = (Date.parse(now) - reactionMs) / 1000
    await this.#books.removeReactions().where('event_ts', '<', forgotten.toFixed(6)).execute()
  }
}
