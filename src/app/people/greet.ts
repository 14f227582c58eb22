import type { News } from '../../domain/news.js'
import { roleText } from '../../domain/role.js'
import { type Asker, scopeOf } from '../asker.js'
import type { PersonName, Standing, Stores, UnitOfWork } from '../ports.js'

/** The bare `/person`. */
export type Greeting = {
  /** Nobody is known here yet, or this teammate has never typed anything: show how to begin. */
  readonly first: boolean
  readonly known: number
  /** Of the asker's own people, those who would be glad to hear from them. */
  readonly glad: readonly Waiting[]
  readonly news: readonly RoleNews[]
}
export type Waiting = Pick<Standing, 'person' | 'dueOn'> & {
  readonly role: string
  /** Nobody has, as far as the asker may know. */
  readonly neverSpoken: boolean
}
export type RoleNews = Pick<News, 'kind' | 'on'> & {
  readonly person: PersonName
  /** The role that began, or the one that ended. */
  readonly role: string
  /** What they did before, as far as the asker may know; empty when nothing. */
  readonly before: string
}

const shown = 5

export const greet = (uow: UnitOfWork, asker: Asker): Promise<Greeting> =>
  uow.read(scopeOf(asker), async (stores) => {
    const { people, news, journal } = stores
    const known = await people.count()
    const glad = await people.dueFor(asker.userId, asker.today, shown)
    const names = new Map(
      (await people.names(glad.map(({ person }) => person.id))).map((name) => [name.id, name]),
    )
    const recent = await news.recent(shown)
    return {
      first: known === 0 || !(await journal.knows(asker.userId)),
      known,
      glad: await Promise.all(
        glad.map(async ({ person, dueOn }) => {
          const [last] = await stores.interactions.of(person.id, { limit: 1, offset: 0 })
          const role = names.get(person.id)?.role ?? ''
          return { person, dueOn, role, neverSpoken: last === undefined }
        }),
      ),
      news: (await Promise.all(recent.map((piece) => told(stores, piece)))).filter((each) => each !== null),
    }
  })

/** A piece of news in words; null when the asker may not see what it is about. */
const told = async ({ people, roles }: Stores, piece: News): Promise<RoleNews | null> => {
  const [person] = await people.names([piece.personId])
  const role = await roles.get(piece.roleId)
  const before = piece.beforeRoleId === null ? null : await roles.get(piece.beforeRoleId)
  if (person === undefined || role === null) return null
  const { kind, on } = piece
  return { person, kind, on, role: roleText(role), before: before === null ? '' : roleText(before) }
}
