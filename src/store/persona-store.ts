import type { KeepingClaims, KeepingTrials, PersonaClaims, Personas, Trials } from '../app/ports/personas.js'
import type { Audience } from '../domain/audience.js'
import { type Persona, type PersonaClaim, type Tally, type Trial, untested } from '../domain/persona.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { personaClaimCodec, personaCodec, trialCodec } from './persona-codec.js'
import type { Recorder } from './recorder.js'

export class PersonaStore implements Personas {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Persona | null> {
    const row = await this.#bound.sketches.personas().selectAll('s').where('s.id', '=', id).executeTakeFirst()
    return row === undefined ? null : personaCodec.decode(row)
  }

  async all(limit: number): Promise<readonly Persona[]> {
    const rows = this.#bound.sketches.personas().selectAll('s').orderBy('s.id', 'desc').limit(limit)
    return (await rows.execute()).map(personaCodec.decode)
  }
}

export class PersonaClaimStore implements PersonaClaims {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<PersonaClaim | null> {
    const row = await this.#bound.sketches.claims().selectAll('c').where('c.id', '=', id).executeTakeFirst()
    return row === undefined ? null : personaClaimCodec.decode(row)
  }

  async of(personaIds: readonly string[]): Promise<readonly PersonaClaim[]> {
    if (personaIds.length === 0) return []
    const rows = this.#bound.sketches.claims().selectAll('c')
    const theirs = rows.where(this.#bound.dialect.oneOf('c.persona_id', personaIds))
    return (await theirs.orderBy('c.id').execute()).map(personaClaimCodec.decode)
  }
}

export class TrialStore implements Trials {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Trial | null> {
    const row = await this.#bound.sketches.trials().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : trialCodec.decode(row)
  }

  async about(personId: string, claimIds: readonly string[]): Promise<readonly Trial[]> {
    const rows = this.#counting(claimIds).selectAll('e').where('e.person_id', '=', personId)
    return (await rows.orderBy('e.id').execute()).map(trialCodec.decode)
  }

  async of(personId: string): Promise<readonly Trial[]> {
    const rows = this.#bound.sketches.counting().selectAll('e').where('e.person_id', '=', personId)
    return (await rows.orderBy('e.id', 'desc').execute()).map(trialCodec.decode)
  }

  async on(claimIds: readonly string[], limit: number): Promise<readonly Trial[]> {
    const found: Trial[] = []
    for (const claimId of claimIds) {
      const rows = this.#counting([claimId]).selectAll('e').orderBy('e.id', 'desc').limit(limit)
      found.push(...(await rows.execute()).map(trialCodec.decode))
    }
    return found
  }

  async tallies(claimIds: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
    const rows = await this.#counting(claimIds)
      .select((eb) => ['e.claim_id', 'e.holds', eb.fn.countAll().as('n')])
      .groupBy(['e.claim_id', 'e.holds'])
      .execute()
    const all = new Map<string, Tally>()
    for (const { claim_id: id, holds, n } of rows)
      all.set(id, { ...(all.get(id) ?? untested), [holds === 1 ? 'holds' : 'not']: count(n) })
    return all
  }

  talliesReadBy(audience: Audience, claimIds: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
    return new TrialStore(this.#bound.unbound().readBy(audience)).tallies(claimIds)
  }

  #counting(claimIds: readonly string[]) {
    return this.#bound.sketches.counting().where(this.#bound.dialect.oneOf('e.claim_id', claimIds))
  }
}

export class KeepingTrialStore extends TrialStore implements KeepingTrials {
  readonly #everything: Bound
  readonly #recorder: Recorder
  constructor(bound: Bound, recorder: Recorder) {
    super(bound)
    this.#everything = bound.unbound()
    this.#recorder = recorder
  }

  async removeAllOn(claimId: string): Promise<void> {
    const rows = this.#everything.sketches.trials().select('e.id').where('e.claim_id', '=', claimId)
    for (const { id } of await rows.orderBy('e.id').execute())
      await this.#recorder.remove('persona_trials', id)
  }
}

export class KeepingClaimStore extends PersonaClaimStore implements KeepingClaims {
  readonly #everything: Bound
  readonly #recorder: Recorder
  readonly #trials: KeepingTrials
  constructor(bound: Bound, recorder: Recorder) {
    super(bound)
    this.#everything = bound.unbound()
    this.#recorder = recorder
    this.#trials = new KeepingTrialStore(bound, recorder)
  }

  async removeAllOf(personaId: string): Promise<void> {
    const rows = this.#everything.sketches.claims().select('c.id').where('c.persona_id', '=', personaId)
    for (const { id } of await rows.orderBy('c.id').execute()) {
      await this.#trials.removeAllOn(id)
      await this.#recorder.remove('persona_claims', id)
    }
  }
}
