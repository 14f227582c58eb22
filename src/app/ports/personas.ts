import type { Audience } from '../../domain/audience.js'
import type { Persona, PersonaClaim, Tally, Trial } from '../../domain/persona.js'

export interface Personas {
  get(id: string): Promise<Persona | null>
  /** Those that the asker may read, the newest first. */
  all(limit: number): Promise<readonly Persona[]>
}

/** Read by whoever reads the sketch. */
export interface PersonaClaims {
  get(id: string): Promise<PersonaClaim | null>
  /** Of these sketches, in the order in which they were written down. */
  of(personaIds: readonly string[]): Promise<readonly PersonaClaim[]>
}

/**
 * Seen by whoever may see the sketch and the person. Only those of how a claim reads now are answered, and of several about
 * one claim and person the newest.
 */
export interface Trials {
  get(id: string): Promise<Trial | null>
  about(personId: string, claimIds: readonly string[]): Promise<readonly Trial[]>
  /** All about somebody, the newest first. */
  of(personId: string): Promise<readonly Trial[]>
  /** The newest first, as many as `limit` of each claim. */
  on(claimIds: readonly string[], limit: number): Promise<readonly Trial[]>
  /** People, by claim; who is left out was tried on nobody. */
  tallies(claimIds: readonly string[]): Promise<ReadonlyMap<string, Tally>>
  /** The same as others read it: for what is told to them, and not to the asker. */
  talliesReadBy(audience: Audience, claimIds: readonly string[]): Promise<ReadonlyMap<string, Tally>>
}

export interface KeepingClaims {
  /** With the sketch goes whatever it claims, and what was tried of that, seen by the asker or not. */
  removeAllOf(personaId: string): Promise<void>
}
export interface KeepingTrials {
  /** With the claim goes whatever was tried of it, seen by the asker or not. */
  removeAllOn(claimId: string): Promise<void>
}
