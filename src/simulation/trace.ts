import { createHash } from 'node:crypto'

/** How many of the last steps are shown when something is wrong. */
const shown = 60

/** What happened, step by step: the whole of it as a hash, and the last of it to be read. */
export class Trace {
  readonly #hash = createHash('sha256')
  readonly #last: string[] = []
  readonly counts = new Map<string, number>()
  readonly #write: ((line: string) => void) | undefined

  constructor(write?: (line: string) => void) {
    this.#write = write
  }

  /** `kind` is counted; `text` must hold nothing that differs between two runs of one seed. */
  step(at: number, kind: string, text = ''): void {
    const line = `${new Date(at).toISOString()} ${kind}${text === '' ? '' : ` ${text}`}`
    this.#hash.update(`${line}\n`)
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
    this.#last.push(line)
    if (this.#last.length > shown) this.#last.shift()
    this.#write?.(line)
  }

  hash(): string {
    return this.#hash.copy().digest('hex')
  }

  last(): readonly string[] {
    return this.#last
  }
}
