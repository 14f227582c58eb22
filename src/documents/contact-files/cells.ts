/** Signs that nobody sees, and that turn the direction of what follows. */
const unseen = /[\u202a-\u202e\u2066-\u2069\ufeff]/gu
/** Dashes and the like alone: how reports show that nothing is there. */
const nothing = /^[\s\p{P}]*$/u
const placeholders = /^(?:\[not provided\]|n\/?a|null|undefined|#n\/a|\(?none\)?)$/i

const tidy = (text: string): string =>
  withFewMarks(text).normalize('NFC').replace(unseen, '').replaceAll('\0', '')

/** No script stacks more marks on one letter; to put thousands in order takes a second. */
const mostMarks = 30
const manyMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')
/** A text that can be normalised in no time. */
export const withFewMarks = (text: string): string =>
  text.length > mostMarks ? text.replace(manyMarks, '$1') : text

/** A cell as one line of text; empty for what says nothing. */
export const lineOf = (cell: string): string => {
  const line = withoutQuotes(shown(tidy(cell)))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return nothing.test(line) || placeholders.test(line) ? '' : line
}

/** A cell of several lines. */
export const textOf = (cell: string): string =>
  shown(tidy(cell))
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, ' ')
    .trim()

/** ` "Frank" ` where a space kept the quotes from being read. */
const withoutQuotes = (text: string): string => /^\s*"([^"]*)"\s*$/u.exec(text)?.[1] ?? text

/**
 * What a spreadsheet would show instead of a cell: of a link its words, of `="0171"` the text, without the apostrophe that
 * keeps `'+49` a text. Nothing is evaluated: any other formula is its own text.
 */
const shown = (cell: string): string => {
  const text = cell.trim()
  const link = /^=\s*HYPERLINK\s*\(\s*"(?:[^"]|"")*"(?!")\s*[,;]\s*"((?:[^"]|"")*)"(?!")\s*\)$/iu.exec(text)
  const literal = /^=\s*"((?:[^"]|"")*)"$/u.exec(text)
  const inner = link?.[1] ?? literal?.[1]
  return inner === undefined ? text.replace(/^'(?=[=+\-@\d])/u, '') : inner.replaceAll('""', '"')
}

/** A cell that a spreadsheet would run: nobody is called so. `="Frank"` is a text. */
export const isFormula = (cell: string): boolean => {
  const text = tidy(cell).trim().replace(/^'/u, '')
  return /^(?:=(?!\s*"(?:[^"]|"")*"$)|@|[+-]\s*[\p{L}(])/u.test(text)
}

/** No longer than that many signs, none of them cut. */
export const cut = (text: string, longest: number): string => {
  const signs = [...text.slice(0, longest * 2)]
  return signs.length <= longest
    ? signs.join('')
    : `${signs
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
