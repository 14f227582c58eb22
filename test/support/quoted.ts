import fc from 'fast-check'
import { roleKinds } from '../../src/domain/role-kind.js'

const quote = fc.record({
  words: fc.string({ minLength: 1, maxLength: 20 }),
  role: fc.option(fc.constantFrom(...roleKinds)),
})

/** Notes, of which some may be read by everybody, in words of their own. */
export const quoted = <T extends object>(note: fc.Arbitrary<T>) =>
  fc
    .tuple(note, fc.option(quote, { nil: undefined }))
    .map(([it, allowed]) => (allowed === undefined ? it : { ...it, quote: allowed }))
