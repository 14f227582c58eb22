import type { Stores, UnitOfWork } from '../../app/ports.js'
import type { Commitment } from '../../domain/commitment.js'
import type { Interaction } from '../../domain/interaction.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { News } from '../../domain/news.js'
import type { Nudge } from '../../domain/nudge.js'
import type { Person } from '../../domain/person.js'

/** All that is written down about somebody and that may bring them up, as it was last kept. */
export type Facts = {
  readonly person: Person
  readonly contacts: readonly Interaction[]
  readonly commitments: readonly Commitment[]
  readonly dates: readonly KeyDate[]
  readonly news: readonly News[]
  /** Every nudge about them that was not taken back, newest first. */
  readonly nudges: readonly Nudge[]
}

const all = { limit: 1_000, offset: 0 }

const factsOf = async (stores: Stores, personId: string): Promise<Facts | null> => {
  const person = await stores.people.get(personId)
  if (person === null) return null
  return {
    person,
    contacts: await stores.interactions.of(personId, all),
    commitments: await stores.commitments.of(personId, all),
    dates: await stores.keyDates.of(personId, all),
    news: await stores.news.of(personId),
    nudges: await stores.nudges.of(personId, 1_000),
  }
}

/** What is known of everybody in a workspace; read anew of those whom something touched. */
export class Known {
  readonly all = new Map<string, Facts>()
  /** In which order contacts and news were first seen, whatever the clocks said. */
  readonly order = new Map<string, number>()
  readonly #touched = new Set<string>()
  readonly #uow: () => UnitOfWork
  readonly #workspaceId: string
  #seen = 0

  constructor(uow: () => UnitOfWork, workspaceId: string) {
    this.#uow = uow
    this.#workspaceId = workspaceId
  }

  touch(personIds: readonly string[]): void {
    for (const id of personIds) this.#touched.add(id)
  }

  get now(): number {
    return this.#seen
  }
  /** The next moment in the order. */
  next(): number {
    this.#seen += 1
    return this.#seen
  }

  /** Answers whom it read anew. */
  async takeIn(): Promise<readonly string[]> {
    if (this.#touched.size === 0) return []
    const ids = [...this.#touched]
    this.#touched.clear()
    await this.#uow().read({ workspaceId: this.#workspaceId, audience: 'everything' }, async (stores) => {
      for (const id of ids) {
        const facts = await factsOf(stores, id)
        if (facts === null) this.all.delete(id)
        else this.all.set(id, facts)
        for (const piece of facts === null ? [] : [...facts.contacts, ...facts.news])
          if (!this.order.has(piece.id)) this.order.set(piece.id, this.#seen)
      }
    })
    return ids
  }
}
