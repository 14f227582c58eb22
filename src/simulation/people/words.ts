import type { Home } from '../../domain/audience.js'

const given = [
  'Ada',
  'Bruno',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farid',
  'Greta',
  'Hamid',
  'Ines',
  'Joao',
  'Kirsten',
  'Lech',
]

/** A name that nobody else has, and that is found in any text. */
export const nameOf = (nth: number): string =>
  `${given[nth % given.length]}${nth} Kq${String(nth).padStart(6, '0')}`
export const namesIn = (text: string): string[] => text.match(/Kq\d{6}/g) ?? []
export const codeOf = (name: string): string | undefined => namesIn(name)[0]

/** Something that somebody wrote, and where: whoever may not read there must not read it. */
export type Word = { readonly home: Home; readonly authors: readonly string[] }

/** Every word that may be private is one of its own, so that it is known wherever it turns up. */
export class Words {
  readonly #known = new Map<string, Word>()

  /** A new word, typed in a place by somebody. */
  write(home: Home, ...authors: readonly string[]): string {
    const word = `wz${String(this.#known.size).padStart(7, '0')}`
    this.#known.set(word, { home, authors })
    return word
  }

  in(text: string): { readonly text: string; readonly word: Word }[] {
    return [...new Set(text.match(/wz\d{7}/g) ?? [])].flatMap((found) => {
      const word = this.#known.get(found)
      return word === undefined ? [] : [{ text: found, word }]
    })
  }
}
