type Rest = { readonly over: Promise<void>; readonly end: () => void; readonly timer: NodeJS.Timeout }

/** A while after something was done for somebody, in which it is not done for them again: what is asked for meanwhile is done together. */
export class Rests {
  readonly #ms: number
  readonly #resting = new Map<string, Rest>()

  constructor(ms: number) {
    this.#ms = ms
  }

  /** From now on. */
  begin(key: string): void {
    this.end(key)
    let end = () => {}
    const over = new Promise<void>((resolve) => {
      end = resolve
    })
    // Nobody may be waiting for it, so that it keeps no process from ending.
    const timer = setTimeout(() => this.end(key), this.#ms).unref()
    this.#resting.set(key, { over, end, timer })
  }

  /** Somebody waits: it is over before its time. */
  end(key: string): void {
    const rest = this.#resting.get(key)
    if (rest === undefined) return
    this.#resting.delete(key)
    clearTimeout(rest.timer)
    rest.end()
  }

  /** Resolves when it is over, at once where there is none. */
  async over(key: string): Promise<void> {
    const rest = this.#resting.get(key)
    rest?.timer.ref()
    await rest?.over
  }
}
