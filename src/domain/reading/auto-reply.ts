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

const name = `(?<name>${namePattern})`
const company = "(?<company>[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} &+'’.-]{0,80}?)"
/** Where the name of a company ends. */
const ends =
  '(?=\\s*(?:[,;:!?\\n]|\\.(?:\\s|$)|$| and | any ?more| anymore| since | as of | as an? | und | seit | ab | tätig| beschäftigt| angestellt))'
const said = (pattern: string): RegExp => new RegExp(pattern, 'u')

/** Whoever writes, or somebody by name. */
const who = `(?:(?:I am|I'm|I’m|he is|she is|they are)|${name} (?:is|has been))`
const wer = `(?:ich bin|er ist|sie ist|Ich bin|Er ist|Sie ist|bin ich|${name} ist)`
const departures = [
  `${who} no longer (?:with|at|employed (?:by|at|with)|working (?:for|at|with)|work(?:s)? (?:for|at|with)|part of|an employee of) ${company}${ends}`,
  `(?:I|${name}) (?:will )?no longer (?:be )?(?:works?|working) (?:for|at|with) ${company}${ends}`,
  `${who} no longer (?:working|employed)(?: here)?\\s*(?:[.,!…]|$)`,
  `(?:I (?:have |'ve |’ve )?|${name} (?:has )?)left (?:${company}${ends})`,
  `[Mm]y last (?:working )?day (?:at|with) ${company} (?:was|is|will be)`,
  `${wer} (?:[^.\\n]{0,30}?)nicht (?:mehr|länger) (?:bei|für|Teil von) (?:der |dem )?${company}${ends}`,
  `(?:[Ii]ch|${name}) arbeitet? (?:[^.\\n]{0,30}?)nicht mehr (?:bei|für) (?:der |dem )?${company}${ends}`,
  `${wer} (?:[^.\\n]{0,30}?)nicht mehr (?:in|im|für) (?:dem |unserem |unser )?(?<unnamed>Unternehmen|Haus)`,
  `(?:(?:[Ii]ch habe|habe ich)|${name} hat) (?:[^.\\n]{0,30}?)(?<unnamed>das Unternehmen|die Firma|unser Haus|unser Unternehmen) (?:[^.\\n]|\\d\\.){0,30}?verlassen`,
  `(?:(?:[Ii]ch habe|habe ich)|${name} hat) (?:die |das )?${company} (?:[^.\\n]|\\d\\.){0,30}?verlassen`,
  `${wer} (?:[^.\\n]{0,30}?)aus (?:dem |unserem )?(?<unnamed>Unternehmen) ausgeschieden`,
].map(said)

/** What looks like a company and is none, or a part of one: whoever leaves a team has not left. */
const noCompany =
  /^(?:(?:the|this|my|our|your|a|der|die|das|diese[rsm]?)\s+)?(?:[\p{L}-]+\s+)?(?:team|department|desk|project|group|address|e-?mail|mailbox|number|list|phone|meeting|call|abteilung|adresse|nummer|postfach|telefon|büro)\b/iu
/** Where one is for a moment only. */
const passing = /^(?:the |my )?(?:office|desk|work|home|today|in today|büro|haus heute)\b/iu
/** Their own, without its name. */
const unnamed =
  /^(?:us|here|uns|hier|(?:the |this |our |das |dem |unser(?:em|er)? )?(?:company|firm|organi[sz]ation|business|unternehmen|firma|haus))$/iu

const awayWords =
  /out of (?:the )?office|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holiday)|away from|limited access to|back (?:in the office )?on|abwesen|im urlaub|nicht im (?:büro|haus)|elternzeit|mutterschutz|wieder (?:im büro|erreichbar|für sie da)|automatic(?:ally)? repl|automatische antwort/iu
const addressWords =
  /(?:my|our|new) (?:e-?mail )?address (?:has changed|is now|will change|changed)|changed my (?:e-?mail )?address|new e-?mail address|(?:meine|neue) (?:e-?mail-?)?adresse (?:hat sich geändert|ist jetzt|lautet|ändert sich)|neue e-?mail-?adresse/iu
/** Nobody is asked for an answer about these. */
const death = /passed away|deceased|verstorben|gestorben/iu

/** Reads an automatic answer, in English or German; null where it is none of these. */
export const readAutoReply = (text: string): AutoReply | null => {
  const flat = text.replace(/[ \t]+/g, ' ').replace(/[\u2018\u2019]/g, "'")
  if (death.test(flat)) return null
  for (const departure of departures) {
    const found = departure.exec(flat)
    if (found === null) continue
    const there = found.groups?.company?.trim() ?? ''
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
  `(?:contact|reach out to|write to|reach|get in touch with|email|call|speak (?:to|with)|turn to|refer to) ${colleague}${titled}${name}`,
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
