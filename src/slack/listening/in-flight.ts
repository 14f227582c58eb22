/** What is being handled at this moment, so that stopping can wait for it. */
export class InFlight {
  readonly #running = new Set<Promise<void>>()

  /** Never rejects: `work` deals with its own failures, and what slips through goes to `onError`. */
  async run(work: () => Promise<void>, onError: (error: unknown) => void): Promise<void> {
    const running = work().catch(onError)
    this.#running.add(running)
    await running
    this.#running.delete(running)
  }

  /** Resolves when nothing is under way, what came meanwhile included. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
