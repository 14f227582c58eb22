import type { ActingMinding, KeepingMinding } from '../app/ports/minding.js'
import type { Instant } from '../domain/local-time.js'
import { flag } from './codec.js'
import type { Recorder } from './recorder.js'
import type { Db } from './tables.js'

/** Of each teammate by themselves: bound to the workspace alone. */
export class MindingStore implements KeepingMinding {
  readonly #db: Db
  readonly #workspaceId: string
  constructor(db: Db, workspaceId: string) {
    this.#db = db
    this.#workspaceId = workspaceId
  }

  async isStopped(userId: string): Promise<boolean> {
    return (await this.#of(userId))?.stopped === 1
  }

  async mayBeTold(userId: string, since: Instant): Promise<boolean> {
    const row = await this.#of(userId)
    return row === undefined || (row.stopped === 0 && (row.told_at === null || row.told_at < since))
  }

  async claim(userId: string, now: Instant, since: Instant): Promise<boolean> {
    const claimed = await this.#db
      .insertInto('minded')
      .values({ workspace_id: this.#workspaceId, id: userId, told_at: now, stopped: 0 })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'id'])
          .doUpdateSet({ told_at: now })
          .where('minded.stopped', '=', 0)
          .where(({ eb, or }) => or([eb('minded.told_at', 'is', null), eb('minded.told_at', '<', since)])),
      )
      .returning('id')
      .executeTakeFirst()
    return claimed !== undefined
  }

  /** So that there is a row to be changed. */
  protected async know(userId: string): Promise<void> {
    const row = { workspace_id: this.#workspaceId, id: userId, told_at: null, stopped: flag(false) }
    await this.#db
      .insertInto('minded')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  #of(userId: string) {
    const minded = this.#db.selectFrom('minded').select(['told_at', 'stopped'])
    return minded.where('workspace_id', '=', this.#workspaceId).where('id', '=', userId).executeTakeFirst()
  }
}

/** What a teammate's act may do. */
export class ActingMindingStore extends MindingStore implements ActingMinding {
  readonly #recorder: Recorder
  constructor(db: Db, workspaceId: string, recorder: Recorder) {
    super(db, workspaceId)
    this.#recorder = recorder
  }

  async setStopped(userId: string, stopped: boolean): Promise<void> {
    await this.know(userId)
    await this.#recorder.change('minded', userId, { stopped: flag(stopped) })
  }
}
