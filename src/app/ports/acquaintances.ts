import type { Account } from '../../domain/common-ground.js'
import type { Role } from '../../domain/role.js'

/** Somebody whom a teammate has spoken to, as far as the asker knows. */
type Acquainted = { readonly personId: string; readonly name: string }

export type AtWork = Acquainted & { readonly roles: readonly Role[] }
export type ToldOf = Acquainted & Account

/** Of the roles at one company so many are looked at; what more texts than these tell of tells of nobody. */
export const looked = { atOneCompany: 500, texts: 2_000 } as const

/** Those by whom one may come to somebody else; what stands here is as far as the asker may know. */
export interface Acquaintances {
  /** Those with a role at a company (see `companyKey`), now or once, with those roles; who was spoken to last comes first. */
  at(companyKey: string, except: string, limit: number): Promise<readonly AtWork[]>
  /** What was told of others in notes and contacts with all the words, the newest first; nothing where the words are everywhere. */
  told(words: readonly string[], except: string, limit: number): Promise<readonly ToldOf[]>
}
