/** JSON of unknown origin: what a bot sent, before anything about it is believed. */
export type Json = Record<string, unknown>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text at `key`, or undefined when it is absent or no text. */
export function textAt(object: unknown, key: string): string | undefined {
  const value = isObject(object) ? object[key] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The object at `key`, or undefined. */
export function objectAt(object: unknown, key: string): Json | undefined {
  const value = isObject(object) ? object[key] : undefined
  return isObject(value) ? value : undefined
}

/** The objects of the list at `key`; whatever else stands in the list is left out. */
export function objectsAt(object: unknown, key: string): Json[] {
  const value = isObject(object) ? object[key] : undefined
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The texts of the list at `key`. */
export function textsAt(object: unknown, key: string): string[] {
  const value = isObject(object) ? object[key] : undefined
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Parses text as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
