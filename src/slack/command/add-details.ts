import { longestName } from '../../domain/person.js'
import type { Refusal } from './refusal.js'
import { splitRole, tooLongPart } from './role-details.js'
import { type Marked, plainText, userMentions } from './words.js'

/** `name` is empty for one who is offstage and unnamed; an unknown title or company is empty too. */
export type AddDetails = {
  readonly kind: 'add'
  readonly name: string
  readonly title: string
  readonly company: string
  /** In small letters, each once, in the order typed. */
  readonly addresses: readonly string[]
  readonly slackUserId: string | null
  readonly offstage: boolean
}

/** `add NAME[, TITLE[ at COMPANY]]`, with addresses and a mention anywhere. */
export const readAdd = (rest: Marked): AddDetails | Refusal => {
  const text = plainText(rest).trim()
  const mentions = [...new Set(userMentions(rest).map((mention) => mention.id))]
  if (mentions.length > 1) return { kind: 'refusal', reason: 'many-mentions', text }
  const slackUserId = mentions[0] ?? null
  const { words: left, addresses } = withoutAddresses(plainText(withoutMentions(rest)))
  // A comma behind what was taken out of the front goes with it.
  const words = text.startsWith(',') ? left : left.replace(/^[\s,]+/u, '')
  const someone = /^(?:someone|somebody)(?=\s*(?:,|$)|\s+at\s)/i.exec(words)?.[0].length ?? 0
  const comma = someone > 0 ? someone : words.includes(',') ? words.indexOf(',') : words.length
  const name = someone > 0 ? '' : unquoted(tidy(words.slice(0, comma)))
  const { title, company } = splitRole(tidy(words.slice(comma)))
  if (someone > 0 && title === '' && company === '') return { kind: 'refusal', reason: 'no-role', text }
  if (someone === 0 && !hasShape(name))
    return { kind: 'refusal', reason: 'no-name', slackUserId, addresses, text }
  if ([...name].length > longestName)
    return { kind: 'refusal', reason: 'too-long', what: 'name', limit: longestName, text }
  return (
    tooLongPart({ title, company }, text) ?? {
      kind: 'add',
      name,
      title,
      company,
      addresses,
      slackUserId,
      offstage: someone > 0,
    }
  )
}

const withoutMentions = (rest: Marked): Marked =>
  userMentions(rest).reduceRight((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, rest)

/** With the brackets or quotes around it, which go with it. */
const address =
  /(?<=^|[\s,;:])[<("']?([^\s@<>()"',;:]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63})[>)"']?(?=$|[\s,;:.!?])/gu

const withoutAddresses = (text: string): { words: string; addresses: string[] } => ({
  words: text.replace(address, ' ').trim(),
  addresses: [...new Set([...text.matchAll(address)].map((found) => (found[1] ?? '').toLowerCase()))],
})

/** Single spaces; no commas where an address was taken out. */
const tidy = (part: string): string =>
  part
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,]+|[\s,]+$/gu, '')
    .replace(/(?: ,)+/gu, ',')

const unquoted = (name: string): string => /^["“”„«»]([^"“”„«»]+)["“”„«»]$/.exec(name)?.[1]?.trim() ?? name

/** A name has something to see. */
const hasShape = (name: string): boolean => /[^\p{C}\p{Z}\p{M}\p{P}]/u.test(name)
