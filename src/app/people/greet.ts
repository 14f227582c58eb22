import type { News } from '../../domain/news.js'
import { type Asker, scopeOf } from '../asker.js'
import type { PersonName, Standing, UnitOfWork } from '../ports.js'

/** The bare `/person`. */
export type Greeting = {
  /** Nobody is known here yet, or this teammate has never typed anything: show how to begin. */
  readonly first: boolean
  readonly known: number
  /** Of the asker's own people, those who would be glad to hear from them. */
  readonly glad: readonly (Standing & { readonly role: string })[]
  readonly news: readonly { readonly piece: News; readonly person: PersonName }[]
}

const shown = 5

export const greet = (uow: UnitOfWork, asker: Asker): Promise<Greeting> =>
  uow.read(scopeOf(asker), async ({ people, news, journal }) => {
    const known = await people.count()
    const glad = await people.dueFor(asker.userId, asker.today, shown)
    const names = new Map(
      (await people.names(glad.map(({ person }) => person.id))).map((name) => [name.id, name]),
    )
    const recent = await news.recent(shown)
    const about = new Map(
      (await people.names(recent.map(({ personId }) => personId))).map((name) => [name.id, name]),
    )
    return {
      first: known === 0 || !(await journal.knows(asker.userId)),
      known,
      glad: glad.map((standing) => ({ ...standing, role: names.get(standing.person.id)?.role ?? '' })),
      news: recent.flatMap((piece) => {
        const person = about.get(piece.personId)
        return person === undefined ? [] : [{ piece, person }]
      }),
    }
  })
