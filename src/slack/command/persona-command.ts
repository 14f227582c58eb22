import { fold } from '../../domain/names.js'
import { claimsIn, faultOf, longestClaim, longestPersonaName, mostClaims } from '../../domain/persona.js'
import { colonDelimits, withoutOuterQuotes } from './delimiters.js'
import { type Marked, plainText, unescapeSlack, userMentions } from './words.js'

/** What stands after `/persona`. */
export type PersonaCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'show' | 'review'; readonly name: string }
  | { readonly kind: 'write' | 'add'; readonly name: string; readonly claims: readonly string[] }
  /** The sentence that says why not, with the next command in backticks. */
  | { readonly kind: 'refused'; readonly text: string }

const example = '`/persona Plant managers: price comes first; they decide alone`'

/** In a DM, or behind a mention, the same with or without the slash. */
const asMessage = /^\s*`{0,3}\/?persona(?=[\s`]|$)/iu
export const isPersonaMessage = (text: string): boolean => asMessage.test(text)

/** Reads a text as Slack sent it. */
export const readPersona = (text: string): { readonly command: PersonaCommand; readonly whole: Marked } => {
  const whole = unescapeSlack(text)
    .trim()
    .replace(/^(`{1,3})([^`]+)\1$/, '$2')
    .trim()
    .replace(/^\/?persona(?:\s+|$)/i, '')
  return { command: commandIn(whole), whole }
}

const commandIn = (whole: Marked): PersonaCommand => {
  if (whole === '') return { kind: 'list' }
  const first = /^\S+/u.exec(whole)?.[0] ?? ''
  const rest = whole.slice(first.length).trim()
  switch (fold(first.slice(0, 40)).replace(/[:,.!?]+$/, '')) {
    case 'help':
      return parts(whole).claims === null ? { kind: 'help' } : sketchIn(whole)
    case 'list':
      return rest === '' ? { kind: 'list' } : sketchIn(whole)
    case 'undo':
      return rest === '' ? { kind: 'undo' } : sketchIn(whole)
    case 'show':
      return rest === '' ? { kind: 'list' } : nameAlone('show', rest)
    case 'review':
      return rest === ''
        ? refused(
            'Which sketch shall I look over? For example `/persona review Plant managers`; `/persona` lists them.',
          )
        : nameAlone('review', rest)
    case 'claim':
      return added(rest)
    default:
      return sketchIn(whole)
  }
}

const refused = (text: string): PersonaCommand => ({ kind: 'refused', text })

const nameAlone = (kind: 'show' | 'review', rest: Marked): PersonaCommand => {
  const { name, claims } = parts(rest)
  if (claims !== null && claims.trim() !== '')
    return refused(
      `After \`${kind}\` a name stands by itself. To add a claim: \`/persona claim ${short(name)}: price comes first\`.`,
    )
  return { kind, name }
}

const sketchIn = (whole: Marked): PersonaCommand => {
  const { name, claims } = parts(whole)
  return claims === null ? { kind: 'show', name } : withClaims('write', name, claims, whole)
}

const added = (rest: Marked): PersonaCommand => {
  const { name, claims } = parts(rest)
  if (name === '' || claims === null)
    return refused(
      'Name the sketch, then a colon, then what it claims: `/persona claim Plant managers: price comes first`.',
    )
  return withClaims('add', name, claims, rest)
}

const withClaims = (kind: 'write' | 'add', name: string, text: string, whole: Marked): PersonaCommand => {
  if (userMentions(whole).length > 0)
    return refused(
      `A sketch is of many people and names nobody, so I kept none of it. Say it without the mention: ${example}.`,
    )
  if (name === '') return refused(`What shall the sketch be called? The name comes first: ${example}.`)
  if ([...name].length > longestPersonaName)
    return refused(
      `That name is longer than the ${longestPersonaName} letters that I can keep. A shorter one, then a colon: ${example}.`,
    )
  const claims = claimsIn(text)
  if (claims.length === 0)
    return refused(`What do you believe of them? One claim, or several with a semicolon between: ${example}.`)
  if (claims.length > mostClaims)
    return refused(
      `That is ${claims.length} claims, and ${mostClaims} are the most that anybody tests. Keep those that would change what you do: ${example}.`,
    )
  for (const claim of claims) {
    const fault = faultOf(claim)
    if (fault === 'too-short')
      return refused(
        `“${short(claim)}” is too little to be right or wrong about somebody. Say it as a short sentence: \`/persona ${kind === 'add' ? 'claim ' : ''}${short(name)}: price comes first\`.`,
      )
    if (fault === 'too-long')
      return refused(
        `A claim is a short sentence, and that one is longer than the ${longestClaim} letters that I can keep. Several claims hold it, with a semicolon between: ${example}.`,
      )
  }
  return { kind, name, claims }
}

/** The name, and what stands behind its colon or below its line; null when nothing does. */
const parts = (marked: Marked): { readonly name: string; readonly claims: string | null } => {
  const lineEnd = marked.indexOf('\n')
  const line = lineEnd < 0 ? marked : marked.slice(0, lineEnd)
  const at = [...line.matchAll(/:/g)].find(({ index }) => colonDelimits(marked, index))?.index ?? -1
  const below = lineEnd < 0 ? null : marked.slice(lineEnd + 1)
  if (at < 0) return { name: nameIn(line), claims: below === null ? null : plainText(below) }
  return { name: nameIn(line.slice(0, at)), claims: plainText(marked.slice(at + 1)) }
}

const nameIn = (text: Marked): string => withoutOuterQuotes(plainText(text).replace(/\s+/gu, ' ').trim())

/** As it can stand in a sentence, between backticks or not. */
const short = (text: string): string => {
  const letters = [...text.replace(/`/g, "'").replace(/\s+/gu, ' ')]
  return letters.length <= longestPersonaName ? letters.join('') : `${letters.slice(0, 59).join('')}…`
}
