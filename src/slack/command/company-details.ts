import { withoutOuterQuotes } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { tooLongPart } from './role-details.js'
import { type Marked, plainText } from './words.js'

/** Whose role is there; never empty. */
export type AtDetails = { readonly kind: 'at'; readonly company: string }

/** `at COMPANY`. */
export const readAt = (rest: Marked): AtDetails | Refusal => {
  const text = plainText(rest).trim()
  const company = withoutOuterQuotes(text.replace(/\s+/gu, ' ').replace(/[\s?!]{1,9}$/u, ''))
  if (!/[^\s\p{P}]/u.test(company)) return { kind: 'refusal', reason: 'no-text', text }
  return tooLongPart({ title: '', company }, text) ?? { kind: 'at', company }
}
