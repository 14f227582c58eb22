/** So many questions at once are one question about all. */
const many = 10

/**
 * Questions that come at once: few are asked one by one; for many Slack is asked about all there is, and one by one about
 * those whom that leaves out.
 */
export class Together<T> {
  readonly #askOne: (key: string) => Promise<T>
  readonly #askAll: () => Promise<ReadonlyMap<string, T>>
  #waiting = 0
  #all: Promise<ReadonlyMap<string, T>> | null = null

  constructor(askOne: (key: string) => Promise<T>, askAll: () => Promise<ReadonlyMap<string, T>>) {
    this.#askOne = askOne
    this.#askAll = askAll
  }

  async ask(key: string): Promise<T> {
    this.#waiting += 1
    // Whoever asks about a list of things has asked about all of them by then.
    await null
    const isOneOfMany = this.#waiting >= many
    await null
    this.#waiting -= 1
    return (isOneOfMany ? (await this.#everything()).get(key) : undefined) ?? this.#askOne(key)
  }

  /** One answer for those who came together; what is asked later is not answered from before. */
  #everything(): Promise<ReadonlyMap<string, T>> {
    if (this.#all === null) {
      this.#all = this.#askAll()
      queueMicrotask(() => {
        this.#all = null
      })
    }
    return this.#all
  }
}
