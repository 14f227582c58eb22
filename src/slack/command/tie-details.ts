import { type TieKind, tieKinds } from '../../domain/tie.js'
import { dropDelimiter } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { whoCandidates } from './who.js'
import { type Marked, plainText } from './words.js'

/** `who`: the other person, still to be looked up by `whoCandidates`; never empty. */
export type TieDetails = { readonly kind: 'tie'; readonly relation: TieKind; readonly who: Marked }

/** How people say it, as one would behind a name. */
const said: Record<TieKind, string> = {
  'reports to':
    '(?:is )?report(?:s|ing)? (?:in)?to|(?:is )?work(?:s|ing)? under|answers to|(?:boss|manager) is',
  'introduced by':
    '(?:(?:is|was|were|got|has been) )?(?:introduced|referred)(?: to (?:us|me))? by|(?:introduction|referral) (?:from|by)',
  'married to': '(?:(?:is|got) )?married (?:to|with)|(?:is )?(?:the )?(?:husband|wife|spouse) of',
  'listens to': '(?:is )?listen(?:s|ing)? to',
  'works with':
    '(?:is )?work(?:s|ing)?(?: together)? with|(?:is |are )?(?:an? |the )?colleagues? (?:of|with)',
  'related to': '(?:is |are )?related (?:to|with)|(?:is )?(?:a )?relative of',
  'friends with':
    '(?:is |are )?(?:(?:good|close|best|old) )?friends? with|(?:is )?(?:an? |the )?(?:(?:good|close|best|old) )?friend of',
}

/** The same said from the other end: "susan is the boss of frank". */
const turned: Partial<Record<TieKind, string>> = {
  'reports to': '(?:is )?(?:the )?(?:boss|manager|supervisor) of|manages|supervises',
  'introduced by': 'introduced(?: (?:us|me) to)?',
  'listens to': 'is listened to by|has the ear of',
}

const matcher = (phrase: string): RegExp =>
  new RegExp(`^(?:(?:also|now) )?(?:${phrase})(?![\\p{L}\\p{N}\\p{M}'’_-])`.replaceAll(' ', '\\s+'), 'iu')
const kindsSaid = tieKinds.map((kind) => [kind, matcher(said[kind])] as const)
const kindsTurned = tieKinds.map((kind) => [kind, matcher(turned[kind] ?? '(?!)')] as const)

/** `tie WHO RELATION WHO`. */
export const readTie = (tail: Marked): TieDetails | Refusal => {
  const typed = dropDelimiter(tail).text
  const text = plainText(typed)
  const found = relationAt(typed, kindsSaid)
  if (found !== null)
    return found.named
      ? { kind: 'tie', relation: found.relation, who: found.who }
      : { kind: 'refusal', reason: 'no-other', relation: found.relation, text }
  const other = relationAt(typed, kindsTurned)
  const named = other?.named === true ? { relation: other.relation, who: plainText(other.who) } : null
  return { kind: 'refusal', reason: 'no-tie', turned: named, text }
}

const relationAt = (
  typed: Marked,
  kinds: typeof kindsSaid,
): { relation: TieKind; who: Marked; named: boolean } | null => {
  for (const [relation, phrase] of kinds) {
    const length = phrase.exec(typed)?.[0].length
    if (length === undefined) continue
    const who = dropDelimiter(typed.slice(length)).text
    return { relation, who, named: whoCandidates(who).length > 0 && /[^\s\p{P}]/u.test(who) }
  }
  return null
}
