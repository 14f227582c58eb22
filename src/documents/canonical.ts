type Json = Readonly<Record<string, unknown>>

/**
 * A thing with its fields in a given order, and whatever is within them in the order of the alphabet: as one text. A field
 * that it has not is null.
 */
export const canonical = (thing: Json, fields: readonly string[]): Json =>
  Object.fromEntries(fields.map((field) => [field, inOrder(thing[field] ?? null)]))

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}
