/** How often something may be done. */
export type Limit = {
  /** In any stretch of `windowMs`. */
  readonly atMost: number
  readonly windowMs: number
  /** So many of these are for those whom somebody waits for; background work does without. */
  readonly kept: number
}
export type Urgency = 'interactive' | 'background'

/** What was taken lately, oldest first, and until when nothing may be taken because Slack said so. In ms since 1970. */
export type Counted = {
  readonly taken: readonly (readonly [atMs: number, howMany: number])[]
  readonly heldUntilMs: number
}
export const nothingCounted: Counted = { taken: [], heldUntilMs: 0 }

export type Taken = {
  /** None: then it is worth another try after `waitMs`, if nobody else takes any meanwhile. */
  readonly granted: number
  readonly waitMs: number
  readonly counted: Counted
}

/** What lies in one of so many parts of a window is counted as one, at the end of the part. */
const parts = 64
/** Slack holds back for seconds or minutes; whatever else was written by a clock that was set back. */
const longestHoldMs = 60 * 60_000

/** As many of `want` as fit: never more than the limit in any window, whenever they are asked for. */
export const take = (
  before: Counted,
  { atMost, windowMs, kept }: Limit,
  { nowMs, want, urgency }: { readonly nowMs: number; readonly want: number; readonly urgency: Urgency },
): Taken => {
  const counted = stillCounted(before, windowMs, nowMs)
  if (counted.heldUntilMs > nowMs) return { granted: 0, waitMs: counted.heldUntilMs - nowMs, counted }
  const allowed = urgency === 'interactive' ? atMost : atMost - kept
  const used = counted.taken.reduce((sum, [, howMany]) => sum + howMany, 0)
  const granted = Math.max(0, Math.min(want, allowed - used))
  if (granted === 0) return { granted, waitMs: waitFor(counted, used - allowed, windowMs, nowMs), counted }
  const part = Math.max(1, Math.floor(windowMs / parts))
  const last = counted.taken.at(-1)
  const atMs = Math.max(Math.ceil(nowMs / part) * part, last?.[0] ?? 0)
  const earlier = last?.[0] === atMs ? counted.taken.slice(0, -1) : counted.taken
  const together = granted + (last?.[0] === atMs ? last[1] : 0)
  return { granted, waitMs: 0, counted: { ...counted, taken: [...earlier, [atMs, together]] } }
}

/** Nothing is taken before then, whoever asks. */
export const hold = (counted: Counted, untilMs: number, nowMs: number): Counted => ({
  ...counted,
  heldUntilMs: Math.max(counted.heldUntilMs, Math.min(untilMs, nowMs + longestHoldMs)),
})

/** From then on nothing of it counts. */
export const lapsesAtMs = ({ taken, heldUntilMs }: Counted, windowMs: number): number =>
  Math.max((taken.at(-1)?.[0] ?? 0) + windowMs, heldUntilMs)

/** What lies further ahead than it could was written by a clock that was set back since. */
const stillCounted = ({ taken, heldUntilMs }: Counted, windowMs: number, nowMs: number): Counted => ({
  taken: taken.filter(([atMs]) => atMs + windowMs > nowMs && atMs < nowMs + windowMs),
  heldUntilMs: heldUntilMs > nowMs && heldUntilMs <= nowMs + longestHoldMs ? heldUntilMs : 0,
})

/** Until one more than `over` of them count no more. */
const waitFor = ({ taken }: Counted, over: number, windowMs: number, nowMs: number): number => {
  let gone = 0
  for (const [atMs, howMany] of taken) {
    gone += howMany
    if (gone > over) return atMs + windowMs - nowMs
  }
  return windowMs
}
