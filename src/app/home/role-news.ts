import type { News } from '../../domain/news.js'
import { roleText } from '../../domain/role.js'
import type { PersonName, Stores } from '../ports.js'
import { type ClaimModel, claimModel, type SaidBy, sourceOfNews } from '../role-changes/claim-model.js'

/** A change of role, as far as the asker may know of it. */
export type RoleNews = Pick<News, 'kind' | 'on'> & {
  readonly person: PersonName
  /** The role that began, or the one that ended. */
  readonly role: string
  /** What they did before; empty when nothing is known. */
  readonly before: string
  /** Null where a teammate typed it. */
  readonly said: SaidBy | null
}

/** A change of role that a source claims, and the asker may say whether it is so. */
export type RoleAsked = { readonly person: PersonName; readonly claim: ClaimModel }

/** What is asked, newest first. */
export const roleAsked = async (
  { people, roleQuestions }: Stores,
  limit: number,
): Promise<readonly RoleAsked[]> => {
  const open = await roleQuestions.recent(limit)
  const names = new Map((await people.names(open.map(({ personId }) => personId))).map((p) => [p.id, p]))
  return open.flatMap((question) => {
    const person = names.get(question.personId)
    return person === undefined ? [] : [{ person, claim: claimModel(question) }]
  })
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
const tell = async (stores: Stores, piece: News): Promise<RoleNews | null> => {
  const { people, roles } = stores
  const [person] = await people.names([piece.personId])
  const role = await roles.get(piece.roleId)
  const before = piece.beforeRoleId === null ? null : await roles.get(piece.beforeRoleId)
  if (person === undefined || role === null) return null
  const { kind, on } = piece
  return {
    person,
    kind,
    on,
    role: roleText(role),
    before: before === null ? '' : roleText(before),
    said: await sourceOfNews(stores, piece),
  }
}
