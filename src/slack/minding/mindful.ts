import type { Clock, UnitOfWork } from '../../app/ports.js'
import { channelOf } from '../../domain/audience.js'
import { Memory } from '../directory/memory.js'

/** Besides, whoever changes a setting says so to every process at once. */
const lifeMs = 60_000

/** The channels that mind how people are spoken of: of all that is said elsewhere nothing is looked at, and nothing is asked. */
export class Mindful {
  readonly #uow: UnitOfWork
  readonly #workspaceId: string
  readonly #known: Memory<ReadonlySet<string>>

  constructor(uow: UnitOfWork, workspaceId: string, clock: Clock) {
    this.#uow = uow
    this.#workspaceId = workspaceId
    this.#known = new Memory(lifeMs, clock)
  }

  /** In doubt it is off: without the database nothing is said of anybody. */
  async isOn(channelId: string): Promise<boolean> {
    try {
      return (await this.#known.get('', () => this.#ask())).has(channelId)
    } catch {
      return false
    }
  }

  forget(): void {
    this.#known.clear()
  }

  async #ask(): Promise<ReadonlySet<string>> {
    const scope = { workspaceId: this.#workspaceId, audience: 'everything' } as const
    const homes = await this.#uow.read(scope, ({ places }) => places.mindful())
    return new Set(homes.map(channelOf).filter((id) => id !== null))
  }
}
