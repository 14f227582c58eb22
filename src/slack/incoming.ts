/** What reaches us from Slack, stripped to what the product uses. Everything in it is a claim until looked up. */

/** Who did it, and where. `teamId` is the team of the acting user, which in a shared channel may be another one. */
export type From = {
  readonly workspaceId: string
  readonly teamId: string
  readonly userId: string
  /** Null for Home and for modals opened from nowhere in particular. */
  readonly channelId: string | null
  readonly threadTs: string | null
  /** Names this delivery: the same again means that Slack repeats itself. */
  readonly delivery: string
}

/** Text typed after a command, in a DM, or after a mention; escaped as Slack escapes it. */
export type Typed = From & {
  readonly by: 'command' | 'message' | 'mention'
  /** Which command: `/person`, unless it says otherwise. */
  readonly command?: string
  readonly text: string
  /** Opens a modal for three seconds; messages have none. */
  readonly triggerId: string | null
}

/** What somebody said in a channel, to others; as Slack escapes it. */
export type Talk = From & { readonly channelId: string; readonly ts: string; readonly text: string }

/** Files that somebody dropped in their DM with the bot, by their ids. */
export type Dropped = From & { readonly fileIds: readonly string[] }

export type Press = From & {
  readonly actionId: string
  /** A button's value, a select's chosen option, user, channel or date. */
  readonly value: string
  readonly triggerId: string
  /** By action id: what the selects beside it hold, in a message. */
  readonly held: Readonly<Record<string, string>>
  /** The message pressed upon; null in a view. */
  readonly message: { readonly ts: string; readonly ephemeral: boolean } | null
}

export type Submission = From & {
  readonly callbackId: string
  readonly privateMetadata: string
  /** By block id: what the one input of that block holds. Empty text when left blank. */
  readonly values: Readonly<Record<string, string>>
  readonly triggerId: string | null
}

/** A shortcut: on a message, or from anywhere. */
export type Shortcut = From & {
  readonly callbackId: string
  readonly triggerId: string
  /** The message that it was used on, as Slack escapes its text. */
  readonly message: {
    readonly ts: string
    readonly text: string
    readonly userId: string | null
    /** It is a post of the bot's own: nobody's words. */
    readonly isOurs: boolean
  } | null
}

/** Somebody types into an `external_select`. */
export type Lookup = From & { readonly actionId: string; readonly blockId: string; readonly query: string }

/** A step of somebody's workflow. Who ran it stands in `inputs`, where Slack alone can write it. */
export type Step = {
  readonly workspaceId: string
  readonly stepId: string
  readonly inputs: Readonly<Record<string, unknown>>
  /** Names this run of the step. */
  readonly delivery: string
}

export type Reaction = From & {
  readonly channelId: string
  readonly messageTs: string
  readonly emoji: string
  readonly added: boolean
  readonly eventTs: string
}
