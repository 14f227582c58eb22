import { type SqlBool, sql } from 'kysely'
import type { InboxEntry, KeepingSources, SourceState, Sources } from '../app/ports/sources.js'
import {
  type GatheredWord,
  gathered,
  heldMs,
  type LiveSource,
  lateMs,
  liveSourceOf,
  liveSources,
  longestWaitMs,
  observedAtOf,
  quietMs,
  type SourceWord,
} from '../domain/live-source.js'
import type { Instant } from '../domain/local-time.js'
import { count, flag } from './codec.js'
import { keyOf } from './derived.js'
import type { SourceWordRow } from './source-tables.js'
import type { Db } from './tables.js'
import type { Term } from './terms.js'

/** Live sources and their inbox, for every source of one workspace. */
export class SourceStore implements Sources {
  protected readonly db: Db
  protected readonly workspaceId: string
  constructor(db: Db, workspaceId: string) {
    this.db = db
    this.workspaceId = workspaceId
  }

  async all(): Promise<readonly SourceState[]> {
    const rows = await this.db
      .selectFrom('sources')
      .selectAll()
      .where('workspace_id', '=', this.workspaceId)
      .execute()
    const waiting = await this.words()
      .select(['live', 'state', ({ fn }) => fn.countAll().as('people')])
      .where('state', '<>', 'done')
      .groupBy(['live', 'state'])
      .execute()
    return liveSources.map((source) => {
      const row = rows.find((each) => each.source === source)
      const here = (as: 'waiting' | 'held') =>
        count(waiting.find(({ live, state }) => live === source && state === as)?.people ?? 0)
      return {
        source,
        isOff: row?.is_off === 1,
        lastSpokeAt: row?.last_spoke_at ?? null,
        waiting: here('waiting'),
        held: here('held'),
      }
    })
  }

  async isOff(source: LiveSource): Promise<boolean> {
    const row = await this.db
      .selectFrom('sources')
      .select('is_off')
      .where('workspace_id', '=', this.workspaceId)
      .where('source', '=', source)
      .executeTakeFirst()
    return row?.is_off === 1
  }

  async ready(now: Instant, limit: number): Promise<readonly InboxEntry[]> {
    const rows = await this.words()
      .selectAll()
      .where('state', '=', 'waiting')
      .where((eb) =>
        eb.or([
          eb('last_at', '<=', earlier(now, quietMs)),
          eb('first_at', '<=', earlier(now, longestWaitMs)),
        ]),
      )
      .orderBy('first_at')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(entryOf)
  }

  async heldAndKnown(after: string, limit: number): Promise<readonly InboxEntry[]> {
    const rows = await heldAndKnownQuery(this.db, this.workspaceId, after).limit(limit).execute()
    return rows.map(entryOf)
  }

  protected words() {
    return this.db.selectFrom('source_words').where('source_words.workspace_id', '=', this.workspaceId)
  }
}

export const heldAndKnownQuery = (db: Db, workspaceId: Term, after: string) => {
  const bySighting = sql<SqlBool>`exists (select 1 from sightings as s
    where s.workspace_id = source_words.workspace_id and s.source = source_words.source
      and s.source_key = source_words.word_key)`
  // A key is a folded address, a Slack user, or the name of somebody who has neither.
  const byKey = sql<SqlBool>`exists (select 1 from person_keys as k
    where k.workspace_id = source_words.workspace_id and k.key = source_words.word_key
      and k.kind in ('address', 'slack', 'full'))`
  return db
    .selectFrom('source_words')
    .selectAll()
    .where('source_words.workspace_id', '=', workspaceId)
    .where('state', '=', 'held')
    .where('id', '>', after)
    .where((eb) => eb.or([bySighting, byKey]))
    .orderBy('id')
}

export class KeepingSourceStore extends SourceStore implements KeepingSources {
  async turn(source: LiveSource, isOff: boolean): Promise<void> {
    const is_off = flag(isOff)
    await this.db
      .insertInto('sources')
      .values({ workspace_id: this.workspaceId, source, is_off, last_spoke_at: null })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'source']).doUpdateSet({ is_off }))
      .execute()
    if (isOff) await this.#removed().where('live', '=', source).execute()
  }

  async spoke(source: LiveSource, at: Instant): Promise<void> {
    await this.db
      .insertInto('sources')
      .values({ workspace_id: this.workspaceId, source, is_off: 0, last_spoke_at: at })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'source']).doUpdateSet({ last_spoke_at: at }),
      )
      .execute()
  }

  async isNew(mark: string, now: Instant, until: Instant): Promise<boolean> {
    const put = await this.db
      .insertInto('source_marks')
      .values({ workspace_id: this.workspaceId, mark, expires_at: until })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'mark'])
          .doUpdateSet({ expires_at: until })
          .where('source_marks.expires_at', '<=', now),
      )
      .executeTakeFirst()
    return put.numInsertedOrUpdatedRows === 1n
  }

  async take(word: SourceWord, now: Instant, newId: string): Promise<void> {
    const key = keyOf(word.key)
    const known = await this.words()
      .selectAll()
      .where('source', '=', word.source)
      .where('word_key', '=', key)
      .executeTakeFirst()
    const all = gathered(known === undefined ? null : goesOn(known, word), word)
    const said = {
      name: all.name,
      addresses: JSON.stringify(all.addresses),
      title: all.title?.text ?? null,
      title_at: all.title?.observedAt ?? null,
      company: all.company?.text ?? null,
      company_at: all.company?.observedAt ?? null,
      last_at: now,
    }
    if (known === undefined) {
      const made = { workspace_id: this.workspaceId, id: newId, live: liveSourceOf(word.source) }
      const row = { ...made, source: word.source, word_key: key, ...said, turn: 1, first_at: now }
      await this.db
        .insertInto('source_words')
        .values({ ...row, state: 'waiting' as const })
        .execute()
      return
    }
    // What was held is looked at anew, and waits for the rest as long as anything else does.
    const first = known.state !== 'waiting' ? { first_at: now } : {}
    await this.db
      .updateTable('source_words')
      .set({ ...said, ...first, turn: known.turn + 1, state: 'waiting' })
      .where('workspace_id', '=', this.workspaceId)
      .where('id', '=', known.id)
      .execute()
  }

  async hold({ id, turn }: InboxEntry): Promise<void> {
    await this.db
      .updateTable('source_words')
      .set({ state: 'held' })
      .where('workspace_id', '=', this.workspaceId)
      .where('id', '=', id)
      .where('turn', '=', turn)
      .execute()
  }

  async done({ id, turn }: InboxEntry): Promise<void> {
    await this.db
      .updateTable('source_words')
      .set({ state: 'done' })
      .where('workspace_id', '=', this.workspaceId)
      .where('id', '=', id)
      .where('turn', '=', turn)
      .execute()
  }

  async sweep(now: Instant, realNow: Instant): Promise<void> {
    for (const [state, ms] of [
      ['held', heldMs],
      ['done', lateMs],
    ] as const)
      await this.#removed().where('state', '=', state).where('last_at', '<=', earlier(now, ms)).execute()
    await this.db
      .deleteFrom('source_marks')
      .where('workspace_id', '=', this.workspaceId)
      .where('expires_at', '<=', realNow)
      .execute()
  }

  #removed() {
    return this.db.deleteFrom('source_words').where('workspace_id', '=', this.workspaceId)
  }
}

/** What was carried out counts no more, but for a word that is older and arrives late. */
const goesOn = (row: SourceWordRow, word: SourceWord): GatheredWord | null => {
  const entry = entryOf(row)
  return row.state === 'done' && word.observedAt > (observedAtOf(entry) ?? '') ? null : entry
}

const earlier = (now: Instant, ms: number): Instant => new Date(Date.parse(now) - ms).toISOString()

const saidAt = (text: string | null, observedAt: string | null) =>
  text === null || observedAt === null ? null : { text, observedAt }

const entryOf = (row: SourceWordRow): InboxEntry => ({
  id: row.id,
  turn: row.turn,
  source: row.source,
  key: row.word_key,
  name: row.name,
  addresses: JSON.parse(row.addresses),
  title: saidAt(row.title, row.title_at),
  company: saidAt(row.company, row.company_at),
})
