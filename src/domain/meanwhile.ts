/** A form that was open while others changed things: what is written, and what its author should know first. */
export type Meanwhile<F> = Changed & {
  /** What is known now, with what was typed over it. */
  readonly next: F
  /** The fields that were typed anew. */
  readonly mine: readonly string[]
}
/** Names of fields. */
export type Changed = {
  /** Those that were typed anew, and that somebody else changed meanwhile to something else. */
  readonly both: readonly string[]
  /** Those that only somebody else changed. */
  readonly theirs: readonly string[]
  /** Whether more people see it than when the form was filled. */
  readonly isWider?: boolean
}

/**
 * What became of a form's fields. `seen` is what it was filled with; null when that is not known any more, and then
 * all that differs may be somebody else's.
 */
export const meanwhile = <F extends object>(seen: F | null, typed: F, now: F): Meanwhile<F> => {
  const [was, wished, is] = [valuesOf(seen ?? {}), valuesOf(typed), valuesOf(now)]
  const differing = Object.keys(is).filter((field) => !isSame(wished[field], is[field]))
  const isMine = (field: string) => seen === null || !isSame(wished[field], was[field])
  const mine = differing.filter(isMine)
  return {
    next: { ...now, ...picked(wished, mine) },
    mine,
    both: mine.filter((field) => seen === null || !isSame(was[field], is[field])),
    theirs: differing.filter((field) => !isMine(field)),
  }
}

/**
 * What a form is known to hold when it comes back: of what both changed, its author has seen by then what it is. What
 * only somebody else changed counts as unseen still, so that it stays theirs whatever Slack leaves in the field.
 */
export const seenAgain = <F extends object>(seen: F | null, now: F, { both }: Changed): F => ({
  ...(seen ?? now),
  ...picked(valuesOf(now), both),
})

/** What stands in a form that comes back: what was typed, and of the rest what is now. */
export const filledAgain = <F extends object>(typed: F, now: F, { theirs }: Changed): F => ({
  ...typed,
  ...picked(valuesOf(now), theirs),
})

type Values = Readonly<Record<string, unknown>>
const valuesOf = (fields: object): Values => ({ ...fields })
const picked = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(fields.map((field) => [field, values[field]]))

/** Fields are texts, days, and small values always built in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
