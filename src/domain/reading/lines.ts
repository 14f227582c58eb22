/** An email as it is pasted: without what was quoted in it, line by line and trimmed. */
export const ownLines = (text: string): string[] => {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\p{Cf}+/gu, '')
    .split('\n')
    // A signature's dashes are known by the space behind them.
    .map((line) => (/^--\s?$/.test(line) ? '-- ' : line.trim()))
  const quoted = lines.findIndex(
    (line, nth) => quoting.some((begins) => begins.test(line)) || isHead(lines.slice(nth, nth + 4)),
  )
  return (quoted > 0 ? lines.slice(0, quoted) : lines).filter(
    (line) => !line.startsWith('>') && !device.test(line),
  )
}

/** Outlook quotes without a mark: `From: ...`, and below it when, and to whom. */
const isHead = ([first = '', ...next]: readonly string[]): boolean =>
  /^\*?(?:From|Von):\*?\s/i.test(first) &&
  next.some((line) => /^\*?(?:Sent|Date|To|Subject|Gesendet|Datum|An|Betreff):/i.test(line))
/** What a telephone writes below. */
const device =
  /^(?:sent from my |sent from \S+ for |get outlook for |von meinem .{1,40} gesendet|gesendet (?:von|mit) )/i

const quoting = [
  /^On .{4,80} wrote:$/i,
  /^Am .{4,80} schrieb .{1,80}:$/i,
  /^-{2,}\s*(Original Message|Ursprüngliche Nachricht|Forwarded message)/i,
]

const emailPattern = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Every email address in a text, each once, without the stop behind it. */
export const emailsIn = (text: string): string[] => [...new Set(text.match(emailPattern) ?? [])]

const linkPattern = /(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/[\p{L}\p{N}%_-]+/giu
export const profilesIn = (text: string): string[] => [...new Set(text.match(linkPattern) ?? [])]

/** Numbers of at least seven digits, as they are written. */
export const phonesIn = (text: string): string[] =>
  (text.match(/(?:\+|\(|\b\d)[\d\s()./-]{5,}\d/g) ?? [])
    .map((number) => number.trim())
    .filter((number) => number.replace(/\D/g, '').length >= 7)

const particle = '(?:von|van|der|den|de|da|di|dos|del|la|le|zu|zur|bin|al|ter|ten)'
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
/** One to five words with capitals, as names are written, with small words between them. */
export const namePattern = `${word}(?: (?:${particle} ){0,2}${word}){0,4}`

const salutation =
  /^(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Herrn?|Frau|Hr|Fr|Dipl\.-Ing|ppa|Ihre?|Deine?|Eure?)\.?|i\.\s?[AV]\.)\s+/u

/** A name without what people are addressed with. */
export const bareName = (text: string): string => {
  let name = text.trim()
  for (let last = ''; last !== name; ) {
    last = name
    name = name.replace(salutation, '')
  }
  return name.replace(/[.,;:]+$/u, '')
}
