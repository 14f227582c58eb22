/** What the bot needs to do its work. */
export const vitalParts = ['slack', 'database', 'beat'] as const
export type VitalPart = (typeof vitalParts)[number]

/** A part that is not ready: since when, and one word why, ours or Slack's. */
export type Ailing = { readonly part: VitalPart; readonly since: string; readonly why: string }

const unproven = 'not yet'

/** Whether each part of the bot works, as far as is known; until it is known to work it does not. */
export class Vitals {
  readonly #now: () => string
  readonly #ailing: Map<VitalPart, Ailing>

  /** `now`: real time, as an instant. */
  constructor(now: () => string) {
    this.#now = now
    const since = now()
    this.#ailing = new Map(vitalParts.map((part) => [part, { part, since, why: unproven }]))
  }

  works(part: VitalPart): void {
    this.#ailing.delete(part)
  }

  /** From now on, or from `since`; what did not work before does not work since then. */
  fails(part: VitalPart, why: string, since?: string): void {
    const before = this.#ailing.get(part)
    this.#ailing.set(part, { part, since: before?.since ?? since ?? this.#now(), why })
  }

  isWell(part: VitalPart): boolean {
    return !this.#ailing.has(part)
  }

  ailing(): readonly Ailing[] {
    return vitalParts.flatMap((part) => this.#ailing.get(part) ?? [])
  }
}
