import { type Encryption, noEncryption } from '../../src/store/cipher/cipher.js'

/** Keys for tests: each the base64 of 32 bytes of one letter. */
export const keyOf = (letter: string): string => Buffer.alloc(32, letter).toString('base64')

export const sealedWith = (letter: string, ...before: string[]): Encryption => ({
  key: keyOf(letter),
  before: before.map(keyOf),
})

/** What stores are opened with that say nothing of it: `SEALED=1 npm test` runs all of them encrypted. */
export const usual: Encryption = process.env.SEALED ? sealedWith('u') : noEncryption
