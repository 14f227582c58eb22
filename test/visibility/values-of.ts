/** The values of all buttons and options in something, by action id. */
export const valuesOf = (text: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const each of Object.values(node)) walk(each)
    const { action_id: id, value, options } = node as Record<string, unknown>
    if (typeof id !== 'string') return
    const offered = Array.isArray(options) ? options.map((option) => option?.value) : [value]
    const values = found.get(id) ?? new Set()
    for (const each of offered) if (typeof each === 'string') values.add(each)
    found.set(id, values)
  }
  walk(JSON.parse(text))
  return found
}
