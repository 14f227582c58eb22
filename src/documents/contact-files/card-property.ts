import { decodedAs } from './encoding.js'

/** A property of a card before its value is read. */
export type RawProperty = {
  /** Upper case, without its group. */
  readonly name: string
  /** `item1` of `item1.ORG`: what belongs together. Empty for none. */
  readonly group: string
  /** Upper case, with the bare ones of 2.1. */
  readonly parameters: readonly string[]
  readonly value: string
}

/** A line of a card taken apart; null for what is no property, such as a photo's line that was not indented. */
export const propertyOf = (line: string): RawProperty | null => {
  const found = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/su.exec(line.trimStart())
  if (found === null) return null
  const [, group = '', name = '', parameters = '', value = ''] = found
  return {
    name: name.toUpperCase(),
    group,
    parameters: parameters
      .split(';')
      .slice(1)
      .map((parameter) => parameter.trim().toUpperCase()),
    value,
  }
}

const structured = new Set(['N', 'ORG'])

/**
 * The value as vCard 3 and 4 write it, for a library that reads these: 2.1 has quoted-printable and a charset of its own
 * for each property, and there commas and line ends need no backslash.
 */
export const modernValue = ({ name, parameters, value }: RawProperty): string => {
  const isQuoted = parameters.some((each) => /^(?:ENCODING=)?(?:QUOTED-PRINTABLE|Q)$/.test(each))
  if (!isQuoted) {
    // The library takes the backslash from a semicolon only where semicolons part the value.
    return structured.has(name)
      ? value
      : value.replace(/\\([\\;])/g, (both, sign) => (sign === ';' ? sign : both))
  }
  if (!structured.has(name)) return escaped(unquoted(value, charsetOf(parameters))).replaceAll('\\;', ';')
  // The semicolons that part a name stand as they are; one that belongs to a word is written =3B.
  return value
    .split(/(?<!\\);/u)
    .map((part) => escaped(unquoted(part.replace(/\\([;,\\])/g, '$1'), charsetOf(parameters))))
    .join(';')
}

const charsetOf = (parameters: readonly string[]): string | undefined =>
  parameters.find((each) => each.startsWith('CHARSET='))?.slice('CHARSET='.length)

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\n/g, '\\n')

const unquoted = (text: string, charset: string | undefined): string => {
  const pieces = text.replace(/=\s*$/u, '').split(/=([\da-f]{2})/iu)
  const bytes = Buffer.concat(
    pieces.map((piece, nth) => (nth % 2 === 0 ? Buffer.from(piece) : Buffer.from(piece, 'hex'))),
  )
  return decodedAs(bytes, charset)
}
