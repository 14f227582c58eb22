/**
 * Who may see what was introduced where.
 * Every person and every entry has a home, the place where it was typed, and the teammate who typed it.
 */

/** `channel:C123`, or `teammate:U123` for what was typed where only that teammate may know it. */
export type Home = `channel:${string}` | `teammate:${string}`

export const channelHome = (channelId: string): Home => `channel:${channelId}`
export const teammateHome = (userId: string): Home => `teammate:${userId}`

/** The channel of a home; null where the home is one teammate. */
export const channelOf = (home: Home): string | null =>
  home.startsWith('channel:') ? home.slice('channel:'.length) : null
/** The teammate of a home; null where the home is a channel. */
export const teammateOf = (home: Home): string | null =>
  home.startsWith('teammate:') ? home.slice('teammate:'.length) : null

/**
 * Those for whom something is read. `homes` are open to all of them. What was typed in `authoredHomes` (places
 * shared with another organisation, or hidden from the bot) is open to its author alone. A reader without
 * `userId` is a place: everybody in it at once.
 */
export type Audience = {
  readonly userId: string | null
  readonly homes: readonly Home[]
  readonly authoredHomes: readonly Home[]
}

/** The bot's own bookkeeping, which nobody reads: it must know of a contact that it may not tell. */
export type Everything = 'everything'

/** Something with a home and an author. */
export type Homed = { readonly home: Home; readonly by: string }

export const maySee = (audience: Audience | Everything, thing: Homed): boolean => {
  if (audience === 'everything') return true
  if (audience.homes.includes(thing.home)) return true
  return thing.by === audience.userId && audience.authoredHomes.includes(thing.home)
}

/** Somebody's owner goes on seeing them when their home is closed to all but authors: nudges reach the owner there. */
export const maySeePerson = (
  audience: Audience | Everything,
  person: Homed & { readonly ownerId: string },
): boolean => maySee(audience, person) || maySee(audience, { home: person.home, by: person.ownerId })
