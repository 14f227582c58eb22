/** A call was not made: Slack would refuse it as one too many, or it is repeated too often. Certainly nothing was done. */
export class Held extends Error {
  override readonly name = 'Held'
  /** When it is worth another try, in ms from now. */
  readonly againMs: number
  constructor(method: string, againMs: number) {
    super(`${method} has to wait`)
    this.againMs = againMs
  }
}
