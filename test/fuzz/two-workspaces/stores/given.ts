import { channelHome, type Home, teammateHome } from '../../../../src/domain/audience.js'
import { ana, at, ben, customers, secret, shared } from '../../../store/contract/workspace.js'

/** Ids by table: of the workspace that is asked in, and of the others that lie beside it. */
export type Ids = { readonly own: IdsOf; readonly foreign: IdsOf }
export type IdsOf = Readonly<Record<string, readonly string[]>>

const words = ['quokka', 'zeppelin', 'ortiz', 'frank', 'wendelstein', 'xylophone', 'ohio', 'globex', 'acme']
const keys = [
  'frank ortiz',
  'frank',
  'susan bell',
  'lily',
  'wendelstein works',
  'acme',
  'globex',
  'frank@acme.example',
  'UFRANK01',
]
const instants = ['2026-11-01T00:00:00.000Z', at, '2026-11-20T09:00:31.000Z', '2027-06-01T00:00:00.000Z']
const days = ['2026-10-01', '2026-11-20', '2026-11-24', '2027-03-14']

/** What a method is asked with: drawn from numbers, so that it can be drawn again just so, most of it of others. */
export class Given {
  readonly #numbers: readonly number[]
  readonly #ids: Ids
  #at = 0

  constructor(numbers: readonly number[], ids: Ids) {
    this.#numbers = numbers
    this.#ids = ids
  }

  number(below: number): number {
    const drawn = this.#numbers[this.#at++ % Math.max(1, this.#numbers.length)] ?? 0
    return drawn % below
  }
  one<T>(first: T, ...others: readonly T[]): T {
    return [first, ...others][this.number(others.length + 1)] ?? first
  }
  some<T>(draw: () => T): readonly T[] {
    return Array.from({ length: 1 + this.number(3) }, draw)
  }

  /**
   * Of a row of a table: another's; one's own, which a third workspace has too; of something else; nobody's.
   */
  id(table: string): string {
    const { own, foreign } = this.#ids
    const kind = this.number(20)
    const from = kind < 8 ? foreign[table] : kind < 18 ? own[table] : Object.values(foreign).flat()
    const all = kind === 19 ? [] : (from ?? [])
    return all[this.number(Math.max(1, all.length))] ?? 'nobody'
  }
  person(): string {
    return this.id('people')
  }
  /** For a new row: its own, or one that another workspace has already. */
  newId(table: string): string {
    const { foreign, own } = this.#ids
    const taken = (foreign[table] ?? []).filter((id) => !own[table]?.includes(id))
    return this.one(`new-${this.number(1e9)}`, taken[this.number(Math.max(1, taken.length))] ?? 'new')
  }
  user(): string {
    return this.one(ana, ben)
  }
  channel(): string {
    return this.one('CCUSTOMERS', 'CCUSTOMERS', 'CSECRET', 'CSHARED', 'CELSEWHERE')
  }
  home(): Home {
    return this.one(
      customers,
      customers,
      customers,
      secret,
      shared,
      teammateHome(ana),
      channelHome('CELSEWHERE'),
    )
  }
  words(): readonly string[] {
    return this.some(() => this.one('quokka', ...words))
  }
  key(): string {
    return this.one('frank', ...keys)
  }
  text(): string {
    return `${this.words().join(' ')} ${this.number(1000)}`
  }
  instant(): string {
    return this.one(at, ...instants)
  }
  day(): string {
    return this.one('2026-11-20', ...days)
  }
  page(): { readonly limit: number; readonly offset: number } {
    return { limit: 1 + this.number(60), offset: this.number(2) }
  }
  source(): string {
    return this.one('linkedin:UANA', 'slack', 'hubspot', 'hook:crm')
  }
  /** What every entry has in common. */
  written(table: string) {
    return {
      id: this.newId(table),
      personId: this.person(),
      home: this.home(),
      by: this.user(),
      at: this.instant(),
    }
  }
}
