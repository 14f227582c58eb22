import pg from 'pg'
import { isObject } from '../../src/practice/json.js'

/** What this process asks of the database, seen at the driver. */
export class TappedQueries {
  statements = 0
  turns = 0
  /** How long turns took, in ms. */
  readonly turnMs: number[] = []
  readonly #begun = new Map<string, number>()
  #open = 0

  constructor() {
    const query = pg.Client.prototype.query
    const tap = this
    Object.assign(pg.Client.prototype, {
      query(this: pg.Client, ...given: unknown[]): unknown {
        tap.#open += 1
        tap.statements += 1
        const answer: unknown = Reflect.apply(query, this, given)
        if (!(answer instanceof Promise)) throw new Error('The store awaits its queries')
        const over = (): void => {
          tap.#open -= 1
        }
        answer
          .then(
            (result: pg.QueryResult) => tap.#saw(given, result),
            () => {},
          )
          .finally(over)
        return answer
      },
    })
  }

  get isBusy(): boolean {
    return this.#open > 0
  }

  #saw([asked]: unknown[], { rows }: pg.QueryResult): void {
    const { text, values } = isObject(asked) ? asked : {}
    if (typeof text !== 'string') return
    if (text.startsWith('with "come"'))
      for (const { workspace_id: id } of rows) {
        this.turns += 1
        this.#begun.set(id, performance.now())
      }
    if (!text.startsWith('update "turns" set "claimed_by"') || !Array.isArray(values)) return
    for (const value of values) {
      const begun = this.#begun.get(value)
      if (begun === undefined) continue
      this.turnMs.push(performance.now() - begun)
      this.#begun.delete(value)
    }
  }
}
