import type { Instant } from './local-time.js'

/** What speaks of role changes by itself, or is shown to the bot; files are imported and are none of these. */
export const liveSources = ['people', 'hubspot', 'slack', 'pasted'] as const
export type LiveSource = (typeof liveSources)[number]
export const isLiveSource = (text: string): text is LiveSource => liveSources.some((each) => each === text)

/** One word of a source about somebody, as it comes in. Null is not said, and never "left". */
export type SourceWord = {
  /** Whose word it is: see `Sighting`. */
  readonly source: string
  /** How the source calls them: a record's id, a folded address, a Slack user's id. */
  readonly key: string
  readonly name: string | null
  readonly addresses: readonly string[]
  readonly title: string | null
  readonly company: string | null
  /** When the source knew it. */
  readonly observedAt: Instant
}

type Said = { readonly text: string; readonly observedAt: Instant }
/** What a source said of somebody over a few minutes, brought together. */
export type GatheredWord = {
  readonly source: string
  readonly key: string
  readonly name: string | null
  readonly addresses: readonly string[]
  readonly title: Said | null
  readonly company: Said | null
}

/** Words arrive apart and in any order: of each thing the newest counts, and of two at one instant the later heard. */
export const gathered = (before: GatheredWord | null, word: SourceWord): GatheredWord => {
  const { source, key, observedAt } = word
  const newest = (was: Said | null, text: string | null): Said | null =>
    text === null || (was !== null && was.observedAt > observedAt) ? was : { text, observedAt }
  return {
    source,
    key,
    name: word.name ?? before?.name ?? null,
    addresses: [...new Set([...(before?.addresses ?? []), ...word.addresses])].slice(0, mostAddresses),
    title: newest(before?.title ?? null, word.title),
    company: newest(before?.company ?? null, word.company),
  }
}
const mostAddresses = 10

/** When the newest of it was known; null where nothing was said. */
export const observedAtOf = ({ title, company }: GatheredWord): Instant | null =>
  [title, company]
    .flatMap((said) => said?.observedAt ?? [])
    .sort()
    .at(-1) ?? null

const minuteMs = 60_000
/** Nothing more for so long, and what was said is whole; whoever goes on speaking is not waited for for ever. */
export const quietMs = 3 * minuteMs
export const longestWaitMs = 10 * minuteMs
/** Sources repeat for some days what could not be delivered. */
export const lateMs = 3 * 24 * 60 * minuteMs
/** What is said of somebody whom nobody introduced waits so long for an import, and is forgotten. */
export const heldMs = 30 * 24 * 60 * minuteMs

/** The source that is switched on and off, of one that speaks: every `hook:NAME` is our own webhook. */
export const liveSourceOf = (source: string): LiveSource => {
  if (source.startsWith('hook:')) return 'people'
  return source === 'hubspot' || source === 'slack' ? source : 'pasted'
}
