import type { Act } from '../../domain/act.js'
import type { Home } from '../../domain/audience.js'
import type { Instant } from '../../domain/local-time.js'
import type { Jotting } from '../../domain/same-words.js'

export interface Journal {
  get(actId: string): Promise<Act | null>
  /** The last act of a teammate, before a point in the journal if one is given, that is neither taken back nor itself a taking back. */
  lastBy(userId: string, before?: number | null): Promise<Act | null>
  /** The acts that were done in one go with this one and still stand, itself among them; the newest first. */
  together(act: Act): Promise<readonly Act[]>
  /** What a teammate typed more than once about people since an instant in the words of a text, the last of it at the end. */
  jottingsLike(userId: string, since: Instant, text: string): Promise<readonly Jotting[]>
  /** Whether this teammate has ever done anything here. */
  knows(userId: string): Promise<boolean>
  /** Who changed last what these entries say, by the id of the entry; whoever wrote them down included. */
  putRightBy(entryIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** By person, the teammates who did something about them in a place, whoever did it last first. */
  whoActed(personIds: readonly string[], place: Home): Promise<ReadonlyMap<string, readonly string[]>>
  /** Every teammate who ever did something in a place: they were in it then. */
  whoTyped(place: Home): Promise<ReadonlySet<string>>
  /** Whether a delivery was carried out: it is the cause of an act. */
  isCause(delivery: string): Promise<boolean>
  /** The number of the newest act; 0 when there is none. */
  length(): Promise<number>
}
export interface ReversingJournal extends Journal {
  /**
   * Takes an act back inside the present one: every row that it changed is as it was before. Refused, changing
   * nothing, when somebody else's later act changed the same fields or added to what it introduced.
   */
  reverse(actId: string): Promise<Reversal>
  /**
   * The same, but for people on whom somebody built: all that the act did about them stays. Answers them, and the act
   * counts as taken back.
   */
  reverseWhatStands(actId: string): Promise<readonly string[]>
  /** Whether the present act has changed anything so far. */
  changedAnything(): boolean
  /** The people whom the present act has changed something about so far. */
  touched(): readonly string[]
  /** Of these, those about whom a nudge or a question about their role waits for an answer. */
  awaited(): Promise<readonly string[]>
}
export type Reversal =
  /** `tieIds`: ties that came back, or say something else again. */
  | { readonly kind: 'reversed'; readonly personIds: readonly string[]; readonly tieIds: readonly string[] }
  /** What it changed has given way to something else without an act of anybody: the place of a channel's old id. */
  | { readonly kind: 'gone' }
  /** `by` is null when the asker may not see what stands on it. */
  | { readonly kind: 'built-on'; readonly act: Act; readonly by: string | null }
