import type { Sightings } from '../app/ports/role-changes.js'
import type { Sighting } from '../domain/role-change/sighting.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import { sightingCodec } from './role-change-codec.js'

export class SightingStore implements Sightings {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Sighting | null> {
    const row = await this.#bound.sightings().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : sightingCodec.decode(row)
  }

  async of(personId: string): Promise<readonly Sighting[]> {
    const query = this.#bound.sightings().selectAll('e').where('e.person_id', '=', personId)
    const rows = await query.orderBy('e.source').orderBy('e.source_key').orderBy('e.id').execute()
    return rows.map(sightingCodec.decode)
  }

  async last(personId: string, source: string, key: string): Promise<Sighting | null> {
    const query = this.#bound.sightings().selectAll('e').where('e.person_id', '=', personId)
    // By source, SQLite would take the index of all that it ever said, of whomever.
    const all = await query.orderBy('e.observed_at', 'desc').orderBy('e.id', 'desc').execute()
    const rows = all.filter((each) => each.source === source)
    const row = rows.find((each) => each.source_key === keyOf(key)) ?? rows[0]
    return row === undefined ? null : sightingCodec.decode(row)
  }

  async called(source: string, keys: readonly string[]): Promise<readonly Sighting[]> {
    if (keys.length === 0) return []
    const rows = await calledByQuery(this.#bound, source, keys).execute()
    return rows.map(sightingCodec.decode)
  }
}

export const calledByQuery = (bound: Bound, source: string, keys: readonly string[]) =>
  bound
    .sightings()
    .selectAll('e')
    .where('e.source', '=', source)
    .where(bound.dialect.oneOf('e.source_key', keys.map(keyOf)))
