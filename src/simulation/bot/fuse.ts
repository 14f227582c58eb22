/** Thrown inside a transaction in which a process dies, so that the transaction is taken back. */
class Died extends Error {
  override readonly name = 'Died'
}

const never = (): Promise<never> => new Promise(() => {})

/**
 * The life of one process: once lit, it dies at a later step of its own, in the middle of whatever it does. Nothing of it
 * goes on afterwards: whoever awaits it awaits in vain, as if the machine had been switched off.
 */
export class Fuse {
  readonly died: Promise<void>
  #left = Number.POSITIVE_INFINITY
  #isDead = false
  #tell: () => void = () => {}

  constructor() {
    this.died = new Promise((resolve) => {
      this.#tell = resolve
    })
  }

  get isDead(): boolean {
    return this.#isDead
  }

  /** It dies at the so-manieth step from now. */
  light(steps: number): void {
    this.#left = steps
  }
  putOut(): void {
    this.#left = Number.POSITIVE_INFINITY
  }

  /** Between two things that a process does; never resolves for a dead one. */
  async step(): Promise<void> {
    if (this.#burnsDown()) await never()
  }

  /** The same inside a transaction, which has to end: the dead answer with an error, and see to it that nobody hears it. */
  stepInside(): void {
    if (this.#burnsDown()) throw new Died()
  }

  /** What a process awaits; for a dead one it never comes, whatever becomes of it. */
  async alive<T>(work: () => Promise<T>): Promise<T> {
    await this.step()
    try {
      const value = await work()
      await this.step()
      return value
    } catch (error) {
      if (this.#isDead) return never()
      throw error
    }
  }

  #burnsDown(): boolean {
    if (this.#isDead) return true
    this.#left -= 1
    if (this.#left > 0) return false
    this.#isDead = true
    this.#tell()
    return true
  }
}
