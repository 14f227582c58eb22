/** Of what is called, so much may be repeated ... */
const share = 0.1
/** ... and a handful each minute, so that a Slack that comes back is noticed. */
const perMinute = 5
const most = 10
const minuteMs = 60_000

/** Keeps a Slack in trouble from being called again and again: what is repeated, in one workspace and process, has a budget. */
export class Repeats {
  #left = most
  #sinceMs: number | null = null

  called(): void {
    this.#left = Math.min(most, this.#left + share)
  }

  /** 0 when a call may be repeated, which counts; else how many ms it has to wait. */
  repeat(nowMs: number): number {
    const passedMs = Math.max(0, nowMs - (this.#sinceMs ?? nowMs))
    this.#sinceMs = nowMs
    this.#left = Math.min(most, this.#left + (passedMs / minuteMs) * perMinute)
    if (this.#left < 1) return Math.ceil(((1 - this.#left) / perMinute) * minuteMs)
    this.#left -= 1
    return 0
  }
}
