/** How long to wait, and what to say when it did not come. */
export interface Patience {
  /** Real milliseconds; 5,000 unless told otherwise. */
  timeoutMs?: number
  /** What was waited for, for the message of the error. */
  what?: string
}

interface Waiter {
  look: () => void
  giveUp: (cause: Error) => void
}

/** Who waits for what: each change of state has every waiting predicate looked at again. No polling, no sleeping. */
export class Changes {
  readonly #waiters = new Set<Waiter>()
  readonly #listeners = new Set<() => void>()
  #scheduled = false
  #closed = false

  /** Says that something changed. Predicates run after the present synchronous work, so they see no half-done state. */
  touch(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      for (const waiter of [...this.#waiters]) waiter.look()
      for (const listener of [...this.#listeners]) listener()
    })
  }

  /** Calls `listener` after every change, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Resolves with the first truthy value of `predicate`, which is looked at now and after every change.
   * Rejects when it throws, when the time is over (with `explain()` in the message), or when the Slack is closed.
   */
  until<T>(predicate: () => T, patience: Patience = {}, explain: () => string = () => ''): Promise<T> {
    const { timeoutMs = 5_000, what = String(predicate) } = patience
    if (this.#closed) return Promise.reject(new Error('This practice Slack is closed'))
    return new Promise<T>((resolve, reject) => {
      const finish = (then: () => void) => {
        clearTimeout(timer)
        this.#waiters.delete(waiter)
        then()
      }
      const waiter: Waiter = {
        look: () => {
          try {
            const value = predicate()
            if (value) finish(() => resolve(value))
          } catch (cause) {
            finish(() => reject(cause))
          }
        },
        giveUp: (cause) => finish(() => reject(cause)),
      }
      const timer = setTimeout(() => {
        waiter.giveUp(new Error(`Waited ${timeoutMs} ms in vain for: ${what}\n${explain()}`))
      }, timeoutMs)
      this.#waiters.add(waiter)
      waiter.look()
    })
  }

  close(): void {
    this.#closed = true
    for (const waiter of [...this.#waiters])
      waiter.giveUp(new Error('The practice Slack was closed meanwhile'))
  }
}
