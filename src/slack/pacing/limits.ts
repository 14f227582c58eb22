import type { Limit } from './window.js'

/** Slack's tiers: calls of a method in a minute, by one app in one workspace. */
const perMinute = { 1: 1, 2: 20, 3: 50, 4: 100 } as const

/** What Slack documents of every method that is called. */
const tiers: Readonly<Record<string, keyof typeof perMinute>> = {
  'apps.connections.open': 1,
  'auth.teams.list': 2,
  'conversations.list': 2,
  'users.conversations': 2,
  'users.list': 2,
  'chat.delete': 3,
  'chat.update': 3,
  'conversations.history': 3,
  'conversations.info': 3,
  'conversations.open': 3,
  'conversations.replies': 3,
  'files.delete': 3,
  'functions.completeError': 3,
  'functions.completeSuccess': 3,
  'users.lookupByEmail': 3,
  'chat.postEphemeral': 4,
  'conversations.members': 4,
  'files.completeUploadExternal': 4,
  'files.getUploadURLExternal': 4,
  'files.info': 4,
  'users.info': 4,
  'views.open': 4,
  'views.publish': 4,
  'views.push': 4,
  'views.update': 4,
}

/**
 * A call that was granted leaves within two seconds (`grantedForMs`), may be five on its way, and is counted where it
 * arrives: over a window longer by that, no minute there sees more.
 */
export const grantedForMs = 2_000
const windowMs = 60_000 + grantedForMs + 5_000

const tier = (atMost: number): Limit => ({ atMost, windowMs, kept: Math.floor(atMost * 0.4) })

/** "Several hundred a minute" in each workspace: not fewer than these. */
const posts = tier(300)
/** Slack says "hundreds" of this one. */
const special = tier(300)
/** One a second in each channel; a second one may follow at once for somebody who waits. */
const postsInChannel: Limit = { atMost: 2, windowMs: 2_150, kept: 1 }

export type Bucket = { readonly name: string; readonly limit: Limit }

/** What a call counts in; it is made when all of these let it. A method that is not known is taken for a rare one. */
export const bucketsOf = (method: string, channelId: string | null): readonly Bucket[] => {
  const own = { name: method, limit: limitOf(method) }
  if (method !== 'chat.postMessage' || channelId === null) return [own]
  return [{ name: `${method} ${channelId}`, limit: postsInChannel }, own]
}

const limitOf = (method: string): Limit => {
  if (method === 'chat.postMessage') return posts
  if (method === 'auth.test') return special
  return tier(perMinute[tiers[method] ?? 2])
}

/** Whether Slack's documents were read about it. */
export const isKnownMethod = (method: string): boolean =>
  method in tiers || method === 'chat.postMessage' || method === 'auth.test'
