import type { LocalDate } from '../../domain/local-time.js'
import { readDay, readPastDayAtEnd } from './dates.js'
import { dropDelimiter } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { type Marked, plainText } from './words.js'

/** `company` null: the one that they are at now stays. An unknown title is empty. */
export type RoleDetails = {
  readonly kind: 'role'
  /** Beside the role that they hold, not in its place. */
  readonly also: boolean
  readonly title: string
  readonly company: string | null
  readonly sinceOn: LocalDate | null
}

/** `company` null: the role held now. `on` null: no day was said. */
export type LeftDetails = {
  readonly kind: 'left'
  readonly on: LocalDate | null
  readonly company: string | null
}

/** Longest title and longest company kept, in signs, as long as a name. */
export const longestPart = 200

/** "CFO at Acme": the company stands behind the last ` at `. Empty where it is not said. */
export const splitRole = (text: string): { readonly title: string; readonly company: string } => {
  const at = [...text.matchAll(/(?<=^|\s)at\s+(?=\S)/giu)].at(-1)
  if (at === undefined) return { title: text, company: '' }
  return { title: text.slice(0, at.index).trim(), company: text.slice(at.index + at[0].length).trim() }
}

export const tooLongPart = (role: { title: string; company: string }, text: string): Refusal | null => {
  for (const what of ['title', 'company'] as const)
    if ([...role[what]].length > longestPart)
      return { kind: 'refusal', reason: 'too-long', what, limit: longestPart, text }
  return null
}

/** `role WHO [also] [TITLE] [at COMPANY] [since DAY]`. */
export const readRole = (tail: Marked, today: LocalDate): RoleDetails | Refusal => {
  const typed = dropDelimiter(tail).text
  const also = /^also(?=[\s:,]|$)/i.test(typed)
  const since = readPastDayAtEnd(typed, today, ['since'])
  if (since?.kind === 'refusal') return since
  const role = (since === null ? typed : since.rest).slice(also ? 'also'.length : 0)
  const words = plainText(dropDelimiter(role).text).replace(/\s+/gu, ' ').replace(/,$/, '')
  const { title, company } = splitRole(words)
  const text = plainText(typed)
  if (words === '') return { kind: 'refusal', reason: 'no-role', text }
  const sinceOn = since === null ? null : since.on
  return (
    tooLongPart({ title, company }, text) ?? {
      kind: 'role',
      also,
      title,
      company: company === '' ? null : company,
      sinceOn,
    }
  )
}

/** `left WHO [DAY] [COMPANY] [on DAY]`. */
export const readLeft = (tail: Marked, today: LocalDate): LeftDetails | Refusal => {
  const first = readDay(tail, today, 'past')
  if (first?.kind === 'refusal') return first
  const typed = first === null ? dropDelimiter(tail).text : first.rest
  const last = first === null ? readPastDayAtEnd(typed, today, ['on', 'since', 'in']) : null
  if (last?.kind === 'refusal') return last
  const words = plainText(last === null ? typed : last.rest).replace(/\s+/gu, ' ')
  const text = plainText(dropDelimiter(tail).text)
  const onward = /^(?:for|to)\s+(.+)$/iu.exec(words)?.[1]
  if (onward !== undefined) return { kind: 'refusal', reason: 'left-for', company: onward, text }
  const company = words.replace(/^(?:at|from)\s+/iu, '')
  const day = first ?? last
  return (
    tooLongPart({ title: '', company }, text) ?? {
      kind: 'left',
      on: day === null ? null : day.on,
      company: company === '' ? null : company,
    }
  )
}
