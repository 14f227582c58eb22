import type { News } from '../../domain/news.js'
import { roleText } from '../../domain/role.js'
import type { PersonName, Stores } from '../ports.js'

/** A change of role, as far as the asker may know of it. */
export type RoleNews = Pick<News, 'kind' | 'on'> & {
  readonly person: PersonName
  /** The role that began, or the one that ended. */
  readonly role: string
  /** What they did before; empty when nothing is known. */
  readonly before: string
}

/** What is new, newest first. */
export const roleNews = async (stores: Stores, limit: number): Promise<readonly RoleNews[]> => {
  const told: RoleNews[] = []
  for (const piece of await stores.news.recent(limit)) {
    const news = await tell(stores, piece)
    if (news !== null) told.push(news)
  }
  return told
}

/** A piece of news in words; null when the asker may not see what it is about. */
const tell = async ({ people, roles }: Stores, piece: News): Promise<RoleNews | null> => {
  const [person] = await people.names([piece.personId])
  const role = await roles.get(piece.roleId)
  const before = piece.beforeRoleId === null ? null : await roles.get(piece.beforeRoleId)
  if (person === undefined || role === null) return null
  const { kind, on } = piece
  return { person, kind, on, role: roleText(role), before: before === null ? '' : roleText(before) }
}
