/** The last few things by key; the oldest are forgotten. */
export class Recent<T> {
  readonly #limit: number
  readonly #kept = new Map<string, T>()

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: string): T | undefined {
    return this.#kept.get(key)
  }

  keys(): readonly string[] {
    return [...this.#kept.keys()]
  }

  drop(key: string): void {
    this.#kept.delete(key)
  }

  put(key: string, value: T): void {
    this.#kept.set(key, value)
    if (this.#kept.size <= this.#limit) return
    const oldest = this.#kept.keys().next()
    if (!oldest.done) this.#kept.delete(oldest.value)
  }
}

/** What is remembered under. A template would keep each of its parts alive beside it, as many times as it is remembered. */
export const keyOf = (...parts: readonly string[]): string => parts.join(':')
