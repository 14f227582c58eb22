import { addressKey } from '../../domain/names.js'

/** Longer ones are no address of anybody. */
const longest = 254

/** The email addresses in a cell; several stand beside each other with all kinds of signs between them. */
export const emailsIn = (cell: string): string[] =>
  cell
    .split(/[\s,;|<>"]+|:::/u)
    // Before anything looks at them: a word may be as long as a row.
    .filter((word) => word.length <= 2 * longest)
    .map((word) => word.replace(/^mailto:/i, '').replace(/^[.'(]+|[.')]+$/g, ''))
    .filter((word) => word.length <= longest && /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]{2,}$/u.test(word))

/** The telephone numbers in a cell, as they are written. */
export const phonesIn = (cell: string): string[] =>
  cell
    .split(/:::|[;|\n]/u)
    .map((part) => part.replace(/^\s*tel:/i, '').trim())
    .filter(isPhone)

const isPhone = (text: string): boolean =>
  text.length <= 40 &&
  /^[+(]?[\d(][\d\s()./\u00a0\u2010-\u2013-]*(?:(?:;?\s*ext[.=]?|x|#)\s*\d{1,6})?$/iu.test(text) &&
  text.replace(/\D/g, '').length >= 5

/**
 * The part of a LinkedIn profile's address that is the person's, lower case: their key through every change of country
 * host and ending. Null for any other address, a company's page among them.
 */
export const linkedInSlug = (url: string): string | null => {
  const found =
    /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/(?:mwlite\/)?(?:in|pub)\/([^/?#\s"<>]+)/iu.exec(
      url.trim(),
    )?.[1]
  if (found === undefined || found.length > longest) return null
  try {
    return decodeURIComponent(found).normalize('NFC').toLowerCase().trim() || null
  } catch {
    return found.toLowerCase()
  }
}

/** A profile's address as people are reached by it, whatever country host the file has. */
export const linkedInUrl = (slug: string): string => `https://www.linkedin.com/in/${slug}`

/** Each once, as addresses are compared; the first spelling stays. */
export const eachOnce = (addresses: readonly string[]): string[] => {
  const seen = new Map<string, string>()
  for (const address of addresses) {
    const key = /^[+(\d]/.test(address) ? address.replace(/(?!^\+)\D/g, '') : addressKey(address)
    if (!seen.has(key)) seen.set(key, address)
  }
  return [...seen.values()]
}
