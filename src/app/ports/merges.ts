import type { Merge, Sight } from '../../domain/merge.js'
import type { Person } from '../../domain/person.js'

/** A merge, with the second as they were on that day. */
export type Merged = Merge & { readonly second: Person }

/** What came since two were merged, as `EntryRef` names it. */
export type CameSince = {
  readonly kind: 'note' | 'interaction' | 'role' | 'commitment' | 'date' | 'question' | 'tie'
  readonly id: string
}

/** Two who may be one person, and why: never a name alone. */
export type Alike = {
  readonly personId: string
  readonly otherId: string
  readonly because: Because
}
export type Because =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'slack'; readonly slackUserId: string }
  | { readonly kind: 'name-and-company'; readonly company: string }

export interface Merges {
  get(id: string): Promise<Merged | null>
  /** Those who were merged into somebody, the last first. */
  of(personId: string): Promise<readonly Merged[]>
  /** Into whom somebody was merged whose name (folded) is this, or begins with these words. */
  named(key: string): Promise<readonly string[]>
  /** What the asker sees of what came since, and came with no other merge; the newest first. */
  since(mergeId: string): Promise<readonly CameSince[]>
  /** Who may be whom, among those of one owner, or beside one person, or all; each pair once. */
  alike(among: Among, limit: number): Promise<readonly Alike[]>
}
export type Among = { readonly ownerId: string } | { readonly personId: string } | 'all'

export interface ActingMerges extends Merges {
  /**
   * Everything known about the second is about the first from then on, whoever may see it, and the second is gone. No
   * entry is seen by anybody who did not see it before (see `homeAfter`).
   */
  merge(draft: MergeDraft): Promise<void>
  /** Both are as they were, with what came since; of it the second gets these. */
  unmerge(mergeId: string, toSecond: readonly CameSince[]): Promise<void>
}
export type MergeDraft = {
  readonly merge: Merge
  readonly first: Person
  readonly second: Person
  readonly sight: Sight
}
