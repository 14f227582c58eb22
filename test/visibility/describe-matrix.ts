import { describe, expect, it } from 'vitest'
import { kinds } from './kinds.js'
import { matrixOf } from './matrix.js'

/** Each kind of place is a workspace of its own. The files share them out, so that several run at a time. */
export const describeMatrix = (...names: readonly (keyof typeof kinds)[]): void => {
  describe('Nobody is shown what is not theirs', () => {
    it.each(names)(
      '%s',
      async (name) => {
        const cases = await matrixOf(kinds[name])
        expect(cases).toBeGreaterThan(1_500)
      },
      // Ten seconds; the machine may be busy with other things.
      300_000,
    )
  })
}
