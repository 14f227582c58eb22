import fc from 'fast-check'
import type { Home } from '../../src/domain/audience.js'

/** What of every kind is made of. */
type Drawn = {
  readonly text: fc.Arbitrary<string>
  readonly day: fc.Arbitrary<string>
  readonly instant: fc.Arbitrary<string>
  readonly teammate: fc.Arbitrary<string>
  readonly home: fc.Arbitrary<Home>
}
/** One of these; nothing is drawn where there are none. */
const oneOf = (ids: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...ids, ...(ids.length === 0 ? ['none'] : []))
const orNull = <T>(thing: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(thing, { nil: null })

/** A sketch or two, with what they claim, tried on these people. */
export const sketched = (personIds: readonly string[], drawn: Drawn) => {
  const { day, home, instant, teammate, text } = drawn
  const entry = { home, by: teammate, at: instant }
  const some = <T>(one: (n: number) => fc.Arbitrary<T>, most: number) =>
    fc.integer({ min: 0, max: most }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => one(i))))
  const sketch = some(
    (n) => fc.record({ id: fc.constant(`sketch${n}`), ...entry, name: text, quiet: fc.boolean() }),
    2,
  )
  return sketch.chain((sketches) => {
    const personaId = oneOf(sketches.map(({ id }) => id))
    const wording = fc.constantFrom('first', 'second')
    const claim = some(
      (n) =>
        fc.record({
          id: fc.constant(`claim${n}`),
          personaId,
          ...entry,
          text,
          wording,
          told: orNull(wording),
        }),
      sketches.length === 0 ? 0 : 3,
    )
    return claim.chain((claims) => {
      const claimId = oneOf(claims.map(({ id }) => id))
      const tried = { claimId, personId: fc.constantFrom(...personIds), wording, on: day }
      const trial = some(
        (n) =>
          fc.record({
            ...{ id: fc.constant(`trial${n}`), ...entry, ...tried },
            ...{ holds: fc.boolean(), noteId: orNull(fc.constantFrom('n1', 'n2')) },
          }),
        claims.length === 0 ? 0 : 3,
      )
      return trial.map((trials) => ({ sketch: sketches, 'sketch-claim': claims, trial: trials }))
    })
  })
}
