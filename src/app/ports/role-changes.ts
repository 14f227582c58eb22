import type { RoleQuestion } from '../../domain/role-change/role-question.js'
import type { Sighting } from '../../domain/role-change/sighting.js'

export interface Sightings {
  get(id: string): Promise<Sighting | null>
  /** By source and key. */
  of(personId: string): Promise<readonly Sighting[]>
  /** What a source last said of somebody: under this key, or, where it calls them otherwise by now, under any. */
  last(personId: string, source: string, key: string): Promise<Sighting | null>
  /** What a source last said under these keys: so it is found whom it means. */
  called(source: string, keys: readonly string[]): Promise<readonly Sighting[]>
}

/** The newest first. */
export interface RoleQuestions {
  get(id: string): Promise<RoleQuestion | null>
  of(personId: string): Promise<readonly RoleQuestion[]>
  /** Those that wait for an answer. */
  open(personId: string): Promise<readonly RoleQuestion[]>
  /** Those that wait for an answer, about whomever. */
  recent(limit: number): Promise<readonly RoleQuestion[]>
}
