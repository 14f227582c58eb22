import type {
  ActingMerges,
  Alike,
  Among,
  Because,
  CameSince,
  MergeDraft,
  Merged,
  Merges,
} from '../app/ports/merges.js'
import { unnamed } from '../domain/person.js'
import type { Bound } from './bound.js'
import { personCodec } from './codec.js'
import { keyOf } from './derived.js'
import { mergeCodec } from './knowledge-codec.js'
import type { MergeRow } from './knowledge-tables.js'
import { Merger } from './merging.js'
import type { Recorder } from './recorder.js'
import { cameSince } from './since-merge.js'
import type { Db } from './tables.js'
import { Unmerger } from './unmerging.js'

export class MergeStore implements Merges {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Merged | null> {
    const row = await this.#all().where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : mergedOf(row)
  }

  async of(personId: string): Promise<readonly Merged[]> {
    const rows = await ofPersonQuery(this.#bound, personId).execute()
    return rows.map(mergedOf)
  }

  async named(key: string): Promise<readonly string[]> {
    if (key === '') return []
    const rows = await namedQuery(this.#bound, keyOf(key)).execute()
    return [...new Set(rows.map((row) => row.person_id))].sort()
  }

  async since(mergeId: string): Promise<readonly CameSince[]> {
    const row = await this.#all().where('e.id', '=', mergeId).executeTakeFirst()
    return row === undefined ? [] : cameSince(this.#bound, row)
  }

  async alike(among: Among, limit: number): Promise<readonly Alike[]> {
    const found: Alike[] = []
    const add = (rows: readonly Pair[], because: (pair: Pair) => Because) => {
      for (const row of rows) {
        const ids = [row.personId, row.otherId]
        const known = found.some((each) => ids.includes(each.personId) && ids.includes(each.otherId))
        if (!known) found.push({ personId: row.personId, otherId: row.otherId, because: because(row) })
      }
    }
    add(await sharingQuery(this.#bound, 'slack', among, 2 * limit).execute(), ({ what }) => ({
      kind: 'slack',
      slackUserId: what,
    }))
    add(await sharingQuery(this.#bound, 'address', among, 2 * limit).execute(), ({ what }) => ({
      kind: 'address',
      address: what,
    }))
    add(await namesakesQuery(this.#bound, among, 2 * limit).execute(), ({ what }) => ({
      kind: 'name-and-company',
      company: what,
    }))
    return found.slice(0, limit)
  }

  #all() {
    return this.#bound.merging.merges().selectAll('e').select('c.row_before')
  }
}

/** What a teammate's act may do with merges; each takes all rows along, whoever may see them. */
export class ActingMergeStore extends MergeStore implements ActingMerges {
  readonly #db: Db
  readonly #workspaceId: string
  readonly #recorder: Recorder

  constructor(db: Db, bound: Bound, recorder: Recorder) {
    super(bound)
    this.#db = db
    this.#workspaceId = bound.workspaceId
    this.#recorder = recorder
  }

  merge(draft: MergeDraft): Promise<void> {
    return new Merger(this.#db, this.#workspaceId, this.#recorder, draft).merge()
  }

  async unmerge(mergeId: string, toSecond: readonly CameSince[]): Promise<void> {
    const since = await this.since(mergeId)
    const theirs = toSecond.filter(({ kind, id }) =>
      since.some((each) => each.kind === kind && each.id === id),
    )
    await new Unmerger(this.#db, this.#workspaceId, this.#recorder).unmerge(mergeId, theirs)
  }
}

type Pair = { readonly personId: string; readonly otherId: string; readonly what: string }

type RowWithSecond = MergeRow & { readonly row_before: string | null }
const mergedOf = (row: RowWithSecond): Merged => ({
  ...mergeCodec.decode(row),
  second: personCodec.decode(JSON.parse(row.row_before ?? 'null')),
})

export const ofPersonQuery = (bound: Bound, personId: string) =>
  bound.merging
    .merges()
    .selectAll('e')
    .select('c.row_before')
    .where('e.person_id', '=', personId)
    .orderBy('e.act_seq', 'desc')

/** The whole name, or its first words. */
export const namedQuery = (bound: Bound, key: string) =>
  bound.merging
    .merges()
    .select('e.person_id')
    // The next sign after a space.
    .where('e.name_key', '>=', key)
    .where('e.name_key', '<', `${key}!`)

/** Two who share an address or a Slack user. */
export const sharingQuery = (bound: Bound, kind: 'address' | 'slack', among: Among, limit: number) => {
  const pairs = bound.merging
    .sharingKeys()
    .select(['p.id as personId', 'q.id as otherId', 'k.key as what'])
    .where('k.kind', '=', kind)
    .limit(limit)
  if (among === 'all') return pairs
  return 'ownerId' in among
    ? pairs.where('p.owner_id', '=', among.ownerId)
    : pairs.where('p.id', '=', among.personId)
}

/** Two of one name who are at one company. */
export const namesakesQuery = (bound: Bound, among: Among, limit: number) => {
  const pairs = bound.merging
    .sharingCompanies()
    .select(['p.id as personId', 'q.id as otherId', 'e.company as what'])
    .where('k.kind', '=', 'full')
    .where('p.name', '<>', unnamed)
    .limit(limit)
  if (among === 'all') return pairs
  return 'ownerId' in among
    ? pairs.where('p.owner_id', '=', among.ownerId)
    : pairs.where('p.id', '=', among.personId)
}
