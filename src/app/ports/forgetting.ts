import type { Instant } from '../../domain/local-time.js'

/** What went, whoever could see it: counts alone. */
export type Gone = {
  readonly people: number
  readonly notes: number
  readonly contacts: number
  readonly commitments: number
  readonly dates: number
  readonly questions: number
  readonly ties: number
  readonly roles: number
  /** What sources said of their roles, asked about or not. */
  readonly said: number
  readonly nudges: number
  /** Entries about others in which they were named. */
  readonly mentions: number
}

/** Not journalled, and never taken back: whoever may see what, all of it goes. */
export interface Forgetting {
  /**
   * Nothing of a person is left, nor of those who were merged into them: rows, keys, index, journal, drafts, nudges. In
   * entries about others, and in the journal of those, what names them is taken out. What stands of them in Slack is
   * noted down to be taken away, without saying whose it was.
   */
  person(personId: string): Promise<Gone>
  /** The same for everybody who can be reached at an address, and for the address itself wherever it is written. */
  address(address: string): Promise<Gone>
}

/** Of what an import brings: by which an earlier forgetting knows it. An address is certain, a name alone is not. */
export type KnownForgotten = 'address' | 'name' | null
export interface Tombstones {
  /** Whether anybody was ever forgotten here. */
  any(): Promise<boolean>
  knows(them: {
    readonly name: string
    readonly addresses: readonly string[]
    readonly slackUserId: string | null
    /** Their record in HubSpot or Salesforce, which is as certain as an address. */
    readonly record?: { readonly source: string; readonly key: string } | null
  }): Promise<KnownForgotten>
}

/** Where something of the bot's stands in Slack that is no post of the outbox: an answer in a DM, or a file. */
export type ToldAt = {
  readonly kind: 'message' | 'file'
  readonly channelId: string
  /** A message's time stamp, or a file's id. */
  readonly ref: string
}

/** Whom a text tells of, and its words, by which somebody is found who is not known yet. */
export type ToldOf = { readonly personIds: readonly string[]; readonly words: readonly string[] }

/** What the bot told, by whom it was about, so that it can be taken away with them. */
export interface Told {
  /** Whoever a text names in full or by address; where it names nobody so, those who may be meant. */
  whom(text: string): Promise<ToldOf>
  /**
   * Posts of the outbox are left out, which looks after its own. When somebody was forgotten since it was said whom the
   * text names, it has to be taken away.
   */
  record(at: ToldAt, of: ToldOf): Promise<void>
  /** It has to be taken away, as soon as the bot gets there. */
  toTakeAway(at: ToldAt): Promise<void>
  /** What has to be taken away, and may be tried now. */
  retractions(now: Instant, limit: number): Promise<readonly ToldAt[]>
  /** It is away, or never will be. */
  retracted(at: ToldAt): Promise<void>
  /** Slack does not take it for now. */
  later(at: ToldAt, notBefore: Instant): Promise<void>
  /** How much has still to be taken away or put right in Slack because of somebody who is forgotten, posts included. */
  outstanding(): Promise<number>
}
