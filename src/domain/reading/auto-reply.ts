import { bareName, emailsIn, namePattern } from './lines.js'

/** What an automatic answer says of whoever it comes from. */
export type AutoReply =
  | {
      readonly kind: 'left'
      /** Null where they write of themselves. */
      readonly name: string | null
      readonly company: string | null
      /** Who is there now. */
      readonly successor: { readonly name: string; readonly address: string | null } | null
    }
  | { readonly kind: 'away' }
  | { readonly kind: 'address-changed'; readonly addresses: readonly string[] }

/** From the beginning of a word: tried at each letter, a long one would take its square. */
/** From the beginning of a word: tried at each letter, a long one would take its square. */
const name = `(?<![\\p{L}\\p{M}'-])(?<name>${namePattern})`
const company = "(?<company>[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} &+'’.-]{0,80}?)"
/** Where the name of a company ends. */
const ends =
  '(?=\\s*(?:[,;:!?\\n]|\\.(?:\\s|$)|$| and | any ?more| any longer| since | as of | as an? | on | effective | after | und | seit | ab | tätig| beschäftigt| angestellt))'
const said = (pattern: string): RegExp => new RegExp(pattern, 'u')

/** A few words of the same sentence; the stop behind a day of the month ends none. */
const few = '(?:[^.\\n]|\\d\\.){0,40}?'
/** Whoever writes, or somebody by name. */
const who = `(?:(?:I am|I'm|he is|she is|they are)|${name} (?:is|has been))`
const whoIsNot = `(?:(?:I am|I'm|he is|she is) not|${name} (?:is not|isn't))`
const whoDoesNot = `(?:I (?:do not|don't)|(?:he|she|${name}) (?:does not|doesn't))`
const wer = `(?:ich bin|er ist|sie ist|Ich bin|Er ist|Sie ist|bin ich|${name} ist)`
const habe = `(?:(?:[Ii]ch habe|habe ich)|${name} hat)`
const nichtMehr = 'nicht (?:mehr|länger)'
const there = '(?:with|at|working (?:for|at|with)|employed (?:by|at|with)|part of|an employee of)'
const bySince = '(?:zum|am|Ende|Anfang|im|seit|per|mit|bereits|leider|inzwischen|nun|vor)'
const departures = [
  `${who} no longer (?:${there}|work(?:s)? (?:for|at|with)) ${company}${ends}`,
  `(?:I|${name}) (?:will )?no longer (?:be )?(?:works?|working) (?:for|at|with) ${company}${ends}`,
  `(?:I|${name}) will no longer be ${there} ${company}${ends}`,
  `${who} no longer (?:working|employed)(?: here)?\\s*(?:[.,!…]|$)`,
  `(?:I|${name}) no longer works? here`,
  `${whoIsNot} ${there} ${company} any ?(?:more|longer)`,
  `${whoDoesNot} work (?:(?:for|at|with) ${company}|here) any ?(?:more|longer)`,
  `(?:I (?:have |'ve )?|${name} (?:has )?)left (?=\\p{Lu}|the |this |our |us\\b)(?:${company}${ends})`,
  `(?:I(?: have|'ve)|${name} has) (?:now |recently )?(?:moved on|retired) from ${company}${ends}`,
  `[Mm]y last (?:working )?day (?:at|with) ${company}(?: (?:was|is|will be)|${ends})`,
  `${wer} ${few}${nichtMehr} (?:bei|für|Teil von) (?:der |dem )?${company}${ends}`,
  `(?:[Ii]ch|${name}) arbeitet? ${few}${nichtMehr} (?:bei|für) (?:der |dem )?${company}${ends}`,
  `${wer} ${few}${nichtMehr} (?:in|im|für) (?:dem |unserem |unser )?(?<unnamed>Unternehmen|Haus)`,
  `${habe} ${few}(?<unnamed>das Unternehmen|die Firma|unser Haus|unser Unternehmen) (?:[^.\\n]|\\d\\.){0,30}?verlassen`,
  `${habe} (?:die |das )?${company}(?: ${bySince} (?:[^.\\n]|\\d\\.){0,30}?)? ?verlassen`,
  `${wer} ${few}aus (?:dem |unserem )?(?<unnamed>Unternehmen) ausgeschieden`,
  `${wer} ${few}aus (?:der |dem )?${company} ausgeschieden`,
].map(said)

/** What looks like a company and is none, or a part of one: whoever leaves a team has not left. */
const noCompany =
  /^(?:(?:the|this|my|our|your|a|der|die|das|diese[rsm]?)\s+)?(?:[\p{L}-]+\s+){0,2}(?:team|department|desk|project|group|address|e-?mail|mailbox|number|list|phone|meeting|call|abteilung|adresse|nummer|postfach|telefon|büro)$|(?:zuständig|verantwortlich|erreichbar|verfügbar)$/iu
/** "The Acme Lighting team" is that company's. */
const teamOf = /^the ((?:\p{Lu}[\p{L}\p{N}&.'-]*\s+)+)team$/u
/** Where one is for a moment only. */
const passing = /^(?:the |my )?(?:office|desk|work|home|today|in today|büro|haus heute)\b/iu
/** Their own, without its name. */
const unnamed =
  /^(?:us|here|uns|hier|(?:the |this |our |das |dem |unser(?:em|er)? )?(?:company|firm|organi[sz]ation|business|unternehmen|firma|haus))$/iu

const awayWords =
  /out of (?:the )?office|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holiday)|away from|limited access to|back (?:in the office )?on|sabbatical|left the office|not (?:available|in today|at my desk)|abwesen|im urlaub|nicht (?:mehr )?im (?:büro|haus)|nicht (?:mehr )?erreichbar|elternzeit|mutterschutz|wieder (?:im büro|erreichbar|für sie da)|automatic(?:ally)? repl|automatische antwort/iu
const addressWords =
  /(?:my|our|new) (?:e-?mail )?address (?:has changed|is now|will change|changed)|changed my (?:e-?mail )?address|address changes to|my new (?:e-?mail )?address|no longer us(?:e|ing) this (?:e-?mail )?address|new e-?mail address|(?:meine|neue) (?:e-?mail-?)?adresse (?:hat sich geändert|ist jetzt|lautet|ändert sich)|neue e-?mail-?adresse|e-?mail-?adressen haben sich geändert/iu
/** Nobody is asked for an answer about these. */
const death = /passed away|deceased|verstorben|gestorben/iu

/** Reads an automatic answer, in English or German; null where it is none of these. */
export const readAutoReply = (text: string): AutoReply | null => {
  const flat = text.replace(/[ \t]+/g, ' ').replace(/[\u2018\u2019]/g, "'")
  if (death.test(flat)) return null
  for (const departure of departures) {
    const found = departure.exec(flat)
    if (found === null) continue
    const named = found.groups?.company?.trim() ?? ''
    const there = teamOf.exec(named)?.[1]?.trim() ?? named
    if (noCompany.test(there) || passing.test(there)) continue
    return {
      kind: 'left',
      name: nameOf(found.groups?.name),
      company: there === '' || unnamed.test(there) ? null : there,
      successor: successorIn(flat),
    }
  }
  if (addressWords.test(flat)) return { kind: 'address-changed', addresses: emailsIn(flat) }
  return awayWords.test(flat) ? { kind: 'away' } : null
}

const nameOf = (found: string | undefined): string | null => {
  const bare = bareName(found ?? '').replace(
    /^(?:Please note that|Bitte beachten Sie, dass|Unfortunately|Leider)\s+/u,
    '',
  )
  return bare === '' || notNames.has(bare.toLowerCase()) ? null : bare
}
const notNames = new Set([
  'i',
  'he',
  'she',
  'they',
  'it',
  'ich',
  'er',
  'sie',
  'we',
  'who',
  'unfortunately',
  'this',
  'hello',
  'hi',
])

const colleague =
  '(?:(?:my|our) (?:new )?(?:colleague|successor)s?,? |(?:meine?n?|unsere?n?) (?:neuen? )?(?:Kolleg(?:e|en|in)|Nachfolger(?:in)?),? )?'
const titled = '(?:(?:Mr|Mrs|Ms|Dr|Herrn?|Frau)\\.? ){0,2}'
const successors = [
  `(?:contact|reach out to|write to|reach|get in touch with|email|call|speak (?:to|with)|turn to|refer to|(?:direct|forward|send|address) [^.\\n]{0,40}? to) ${colleague}${titled}${name}`,
  `(?:wenden Sie sich (?:bitte |künftig |ab sofort |in Zukunft )*an|kontaktieren Sie(?: bitte)?|schreiben Sie(?: bitte)? an) ${colleague}${titled}${name}`,
  `(?:new contact(?: person)?|successor) (?:is|will be) ${colleague}${titled}${name}`,
  `(?:neue[rn]? )?(?:Ansprechpartner(?:in)?|Kontakt|Nachfolger(?:in)?) (?:ist|sind) (?:ab sofort |jetzt |nun |künftig )*${colleague}${titled}${name}`,
  `${name} (?:has taken over|is taking over|takes over|will take over|will be happy to help|übernimmt|hat [^.\\n]{0,40}übernommen)`,
].map(said)

/** Desks, where nobody in particular answers. */
const desks =
  /^(?:info|sales|contact|office|support|hello|team|service|kontakt|vertrieb|mail|admin|noreply|no-reply)@/iu

const successorIn = (text: string): { name: string; address: string | null } | null => {
  for (const pattern of successors) {
    const found = pattern.exec(text)
    const named = nameOf(found?.groups?.name)
    if (found === null || named === null || named.toLowerCase() === 'us') continue
    const after = text.slice(found.index).split(/\n\s*\n/u)[0] ?? ''
    return { name: named, address: emailsIn(after).find((each) => !desks.test(each)) ?? null }
  }
  const address = /(?:contact|wenden|reach|write|kontaktieren)[^\n]{0,80}?@/iu.test(text)
    ? emailsIn(text).find((each) => !desks.test(each))
    : undefined
  const named = address === undefined ? null : nameInAddress(address)
  return address === undefined || named === null ? null : { name: named, address }
}

/** `dana.cho@acme.example` is Dana Cho; of `dcho@` nobody knows. */
const nameInAddress = (address: string): string | null => {
  const parts = (address.split('@')[0] ?? '').split(/[._]/u)
  if (parts.length !== 2 || parts.some((part) => !/^\p{L}{2,}$/u.test(part))) return null
  return parts.map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1).toLowerCase()}`).join(' ')
}
