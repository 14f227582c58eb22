/** The rows that forgetting leaves and needs; none of them says who anybody was. */

/** A random key, made when it is first needed; base64. */
export type SecretRow = { workspace_id: string; name: string; value: string }
/** A keyed hash of a name or an address of somebody who is forgotten. */
export type TombstoneRow = { workspace_id: string; hash: string }

/** Something of the bot's in Slack: a message by its time stamp, a file by its id. */
type Whereabouts = { workspace_id: string; kind: 'message' | 'file'; channel_id: string; ref: string }
/** An answer that told of somebody. */
export type ToldRow = Whereabouts & { person_id: string }
/** A message that named nobody who was known: keyed hashes of its words, each six letters, with spaces between. */
export type UnclaimedRow = { workspace_id: string; channel_id: string; ref: string; words: string }
/** One that has to be taken away. */
export type RetractionRow = Whereabouts & { not_before: string | null }

/** What is to be done outside of transactions. `mark` changes whenever it is wanted anew. */
export type ChoreRow = { name: string; mark: string; not_before: string | null }
