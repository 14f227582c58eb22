import { type Asker, scopeOf } from '../asker.js'
import { type Promised, promisesOf } from '../home/promised.js'
import { type RoleNews, roleNews } from '../home/role-news.js'
import { type Waiting, waitingFor } from '../home/waiting.js'
import type { UnitOfWork } from '../ports.js'

/** The bare `/person`. */
export type Greeting = {
  /**
   * Nobody is known here yet, or this teammate has never typed anything and nobody waits for them (one may have been
   * handed over): show how to begin.
   */
  readonly first: boolean
  /** How many people there are; counted the first time alone. */
  readonly known: number
  /** Of the asker's own people, those who would be glad to hear from them. */
  readonly glad: readonly Waiting[]
  /** What the asker said they would do, the soonest first. */
  readonly promises: readonly Promised[]
  readonly news: readonly RoleNews[]
}

const shown = { limit: 5, offset: 0 }

export const greet = (uow: UnitOfWork, asker: Asker): Promise<Greeting> =>
  uow.read(scopeOf(asker), async (stores) => {
    const { people, journal } = stores
    const glad = (await waitingFor(stores, asker, shown)).items
    const promises = (await promisesOf(stores, asker, shown)).items
    const idle = glad.length === 0 && promises.length === 0
    const first = (idle && !(await journal.knows(asker.userId))) || !(await people.anybody())
    return {
      first,
      known: first ? await people.count() : 0,
      glad,
      promises,
      news: await roleNews(stores, shown.limit),
    }
  })
