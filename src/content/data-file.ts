import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { productFile } from './product-file.js'

/** A file of the `data/` folder that cannot be used; the message names the file and the entry to mend. */
class DataFileError extends Error {
  override readonly name = 'DataFileError'
}

export const dataFile = (name: string): URL => productFile(`data/${name}`)

/**
 * Reads a JSON file and checks it.
 * @throws DataFileError when it is missing, is not JSON, or has an entry that the schema refuses.
 */
export const readDataFile = <T>(file: URL, schema: z.ZodType<T>): T => {
  const path = fileURLToPath(file)
  const json = parseJson(path, readText(file, path))
  const checked = schema.safeParse(json)
  if (checked.success) return checked.data

  // Only the first fault: whoever edits the file mends one entry at a time.
  const [fault] = checked.error.issues
  if (!fault) throw new DataFileError(`${path} cannot be used.`)
  throw new DataFileError(`${path}: ${entryName(json, fault.path)}: ${whyOf(fault)}.`)
}

/**
 * Reads a file of lines; empty ones, and those that begin with `//`, are remarks.
 * @throws DataFileError when it is missing, or names the line that cannot be read.
 */
export const readDataLines = <T extends object>(
  file: URL,
  read: (line: string) => T | { readonly wrong: string },
): readonly T[] => {
  const path = fileURLToPath(file)
  return readText(file, path)
    .split(/\r?\n/u)
    .flatMap((line, at) => {
      if (/^\s*(?:\/\/.*)?$/u.test(line)) return []
      const entry = read(line.trim())
      if (!('wrong' in entry)) return [entry]
      throw new DataFileError(`${path}: line ${at + 1} ("${line.trim()}"): ${entry.wrong}.`)
    })
}

/** Zod says only "Invalid key in record" of a key; why it is invalid stands one level deeper. */
const whyOf = (fault: z.core.$ZodIssue): string =>
  (fault.code === 'invalid_key' ? fault.issues[0]?.message : undefined) ?? fault.message

const readText = (file: URL, path: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new DataFileError(`${path} cannot be read. Put the file back as it was shipped.`, { cause })
  }
}

const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new DataFileError(`${path} is not JSON: ${why}`, { cause })
  }
}

/** `entry 3 ("story-03"), facet` for a list, `"ear"` for a map, `the whole file` for its outermost shape. */
const entryName = (json: unknown, path: readonly PropertyKey[]): string => {
  const [first, ...rest] = path
  if (first === undefined) return 'the whole file'
  const id = typeof first === 'number' && Array.isArray(json) ? idOf(json[first]) : undefined
  const entry = typeof first === 'number' ? `entry ${first + 1}` : `"${String(first)}"`
  return [id === undefined ? entry : `${entry} ("${id}")`, ...rest.map(String)].join(', ')
}

const idOf = (entry: unknown): string | undefined => {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return undefined
  return typeof entry.id === 'string' ? entry.id : undefined
}
