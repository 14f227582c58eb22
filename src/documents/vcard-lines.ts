/** Longest line without its end, in octets: RFC 6350, 3.2. */
const longestLine = 75

/** A text as a value, or as one part of a value: RFC 6350, 3.4. Signs that no text may hold are left out. */
export const vcardText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\n/g, '\\n')

/** A line with its end, folded between two signs: what goes on after a line end and a space belongs to it. */
export const propertyLine = (line: string): string => {
  if (octets(line) <= longestLine) return `${line}\r\n`
  let folded = ''
  let length = 0
  // A family of emoji may be longer than a line; a code point never is.
  for (const { segment } of signs.segment(line))
    for (const piece of octets(segment) > longestLine - 1 ? segment : [segment]) {
      if (length + octets(piece) > longestLine) {
        folded += '\r\n '
        length = 1
      }
      folded += piece
      length += octets(piece)
    }
  return `${folded}\r\n`
}

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
const octets = (text: string): number => Buffer.byteLength(text)
