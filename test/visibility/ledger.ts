import { createHash } from 'node:crypto'
import type { Home } from '../../src/domain/audience.js'
import type { Piece, Somebody } from './oracle.js'

const wordLetters = 8
const anyWord = new RegExp(`zq[a-z]{${wordLetters}}`, 'gi')

/** Every planted word in a text. */
export const wordsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(anyWord)].map(([word]) => word.toLowerCase()))

/** What was planted, about whom and where: words that nobody could guess, and that stand nowhere else. */
export class Ledger {
  readonly pieces = new Map<string, Piece>()
  readonly people = new Map<string, Somebody>()
  /** What people themselves said where it can be read. */
  readonly spoken = new Set<string>()
  readonly #echoes = new Map<string, Set<string>>()
  readonly #seed: string
  #made = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  /** A new word; `home` null where it is as wide as the person. */
  plant(label: string, about: string, home: Home | null, by: string): string {
    const digest = createHash('sha256')
      .update(`${this.#seed} ${++this.#made}`)
      .digest()
    const letters = [...digest.subarray(0, wordLetters)].map((byte) => String.fromCharCode(97 + (byte % 26)))
    const word = `zq${letters.join('')}`
    if (this.pieces.has(word)) return this.plant(label, about, home, by)
    this.pieces.set(word, { word, label, about, home, by })
    return word
  }

  /** What somebody types now may be said back to them. */
  typedBy(userId: string, text: string): void {
    const echoes = this.#echoes.get(userId) ?? new Set()
    for (const word of wordsIn(text)) echoes.add(word)
    this.#echoes.set(userId, echoes)
  }
  hasTyped(userId: string, word: string): boolean {
    return this.#echoes.get(userId)?.has(word) ?? false
  }
}
