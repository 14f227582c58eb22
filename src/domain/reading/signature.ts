import { bareName, emailsIn, namePattern, ownLines, phonesIn, profilesIn } from './lines.js'

/** What stands below an email. What it does not say is empty. */
export type Signature = {
  readonly name: string
  readonly title: string
  readonly company: string
  readonly phones: readonly string[]
  /** Email addresses and LinkedIn profiles. */
  readonly addresses: readonly string[]
}

const signOff =
  /^(?:(?:best|kind|kindest|warm|many|with (?:best|kind))?\s*(?:regards|wishes)|best|cheers|thanks(?: again)?|thank you|many thanks|sincerely(?: yours)?|yours(?: sincerely| truly)?|all the best|talk soon|(?:mit )?(?:freundliche[nm]?|beste[nmr]?|vielen?|liebe[nmr]?|herzliche[nmr]?|schöne[nr]?) (?:grüßen?|grüssen?|gruß|gruss|dank)|mfg|vg|lg|grüße|gruß)(?:\s(?:aus|from)\s[^,.\n]{1,40})?\s*[,.!]?$/iu

/** As many lines as a signature has, legal words below it left out. */
const mostLines = 10
const longestLine = 90

/** Reads the signature of an email, or one that is pasted alone; null where there is none. */
export const readSignature = (text: string): Signature | null => {
  const lines = ownLines(text)
  const begins = beginOf(lines)
  const below = lines.slice(begins).filter((line) => line !== '' && line !== '-- ')
  const end = below.findIndex((line) => line.length > longestLine && profilesIn(line).length === 0)
  const block = (end === -1 ? below : below.slice(0, end)).slice(0, mostLines)
  // Without anything that begins it, a few lines may be one, and a whole letter is not.
  if (begins === 0 && (below.length > mostLines || end === 0)) return null
  return read(block, begins > 0)
}

/** The line after the dashes, or after the last sign-off; 0 where nothing begins one. */
const beginOf = (lines: readonly string[]): number => {
  const dashes = lines.lastIndexOf('-- ')
  if (dashes >= 0 && lines.slice(dashes + 1).some((line) => line !== '')) return dashes + 1
  return lines.findLastIndex((line) => signOff.test(line)) + 1
}

const read = (block: readonly string[], isBegun: boolean): Signature | null => {
  const all = block.join('\n')
  const phones = phonesIn(all)
  const addresses = [...emailsIn(all), ...profilesIn(all)]
  const texts = block
    .map(withoutPlaces)
    .map(textOf)
    .filter((line) => line !== '')
  const [first = '', ...rest] = isSignedTwice(texts) ? texts.slice(1) : texts
  const { name, beside } = nameIn(first)
  if (name === '') return null
  const { title, company } = roleIn(beside === '' ? rest : [beside, ...rest])
  const says = title !== '' || company !== ''
  if (!says && phones.length === 0 && addresses.length === 0) return null
  // Alone, a first line and a second could be anything.
  if (!isBegun && phones.length === 0 && addresses.length === 0 && !isTitle(title)) return null
  return { name, title, company, phones, addresses }
}

/** `Frank`, and below it the signature itself, which says the whole name. */
const isSignedTwice = ([first = '', second = '']: readonly string[]): boolean => {
  const [short, whole] = [nameIn(first).name, nameIn(second).name]
  return short !== '' && whole.startsWith(`${short} `)
}

const label =
  /^(?:t|m|f|p|e|w|tel|telefon|phone|mobile?|mobil|cell|fax|e-?mail|mail|web|website|direct|office|linkedin)\s*[.:]+\s*/iu
const barelyLabel = /^(?:tel|telefon|phone|mobile?|mobil|cell|fax|direct|office)\.?$/iu
/** A line without ways to reach them and what stands before those. */
const textOf = (line: string): string => {
  let left = line
  for (const way of [...emailsIn(line), ...profilesIn(line), ...phonesIn(line)]) left = left.replace(way, ' ')
  left = left
    .replace(/(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/\((?:she|he|they|sie|er)\/[^)]*\)/giu, ' ')
    .replace(/<\s*>|\(\s*\)/gu, ' ')
  for (let last = ''; last !== left; ) {
    last = left
    left = left.replace(label, '').replace(/^[\s|·•,;/*_]+|[\s|·•,;/*_]+$/gu, '')
  }
  const isAddress = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(left) && !/\s/u.test(left)
  return isAddress || /^[a-z]{1,6}$/u.test(left) || barelyLabel.test(left) ? '' : left.replace(/\s+/gu, ' ')
}

/** A line without what says where that is: `Acme | 12 Mill Road | Columbus, OH 43004`. */
const withoutPlaces = (line: string): string => {
  const parts = line.split(/\s+[|·•]\s+/u)
  const left = parts.filter((part) => !isPlace(textOf(part)))
  return left.length === parts.length ? line : left.join(' | ')
}

/** Streets and towns. */
const isPlace = (line: string): boolean =>
  /^\d+[a-z]?\s+\p{L}/iu.test(line) ||
  /\b(?:[A-Z]{2}\s+)?\d{4,5}(?:-\d{4})?\b/u.test(line) ||
  /\p{L}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d/iu.test(line)

const wholeName = new RegExp(`^${namePattern}$`, 'u')
/** A name, and what stands on the same line behind it: `Frank Ortiz | VP Operations`. */
const nameIn = (line: string): { readonly name: string; readonly beside: string } => {
  const [head = '', ...tail] = line.split(/\s*(?:[|·•]|\s[–—/-]\s|,)\s*/u)
  const name = bareName(head)
  const words = name.split(' ')
  if (!wholeName.test(name) || words.length > 5 || isTitle(name) || isCompany(name))
    return { name: '', beside: '' }
  const beside = tail.filter(
    (part) =>
      !/^(?:MBA|PhD|Ph\.D\.|CPA|PE|PMP|M\.?Sc\.?|B\.?A\.?|Jr\.?|Sr\.?|I{2,3}|CFA|(?:\p{L}{1,2}\.){2,4})$/iu.test(
        part,
      ),
  )
  return { name, beside: beside.join(', ') }
}

const titleWords =
  /\b(?:manager(?:in)?|director|head|chief|officer|president|vp|svp|evp|ceo|cfo|coo|cto|cio|cmo|founder|owner|partner|engineer|buyer|purchas\w+|procurement|lead|leader|specialist|analyst|consultant|coordinator|supervisor|assistant|associate|executive|administrator|architect|developer|designer|planner|controller|accountant|foreman|superintendent|technician|representative|advisor|counsel|attorney|professor|principal|operations|facilit\w+|maintenance|sales|marketing)\b|leiter(?:in)?\b|führer(?:in)?\b|einkäufer(?:in)?\b|berater(?:in)?\b|ingenieur(?:in)?\b|vorstand|prokurist|referent(?:in)?\b|assisten[tz]\w*|sachbearbeiter|entwickler(?:in)?\b|meister(?:in)?\b|inhaber(?:in)?\b|einkauf\b|vertrieb\b|leitung\b/iu
const companyForms =
  /\b(?:inc|llc|ltd|limited|corp|corporation|company|co|gmbh|ag|kg|se|ug|ohg|e\.?v|plc|b\.?v|n\.?v|s\.?a|s\.?r\.?l|gruppe|group|holding|industries|technologies|solutions|systems|labs?|partners|bank|university|universität|klinik|hospital)\b\.?/iu
const isTitle = (text: string): boolean => titleWords.test(text)
const isCompany = (text: string): boolean => companyForms.test(text)

/** Title and company: on one line ("Title at Company", "Title, Company") or on two, in either order. */
const roleIn = (lines: readonly string[]): { readonly title: string; readonly company: string } => {
  const [first = '', second = ''] = lines
  if (first === '') return { title: '', company: '' }
  const [, left = '', right = ''] = /^(.+?) (?:at|@|bei) (\S.*)$/iu.exec(first) ?? []
  if (right !== '') return { title: left, company: right }
  const parts = first.split(/\s*(?:[|·•]|\s[–—/-]\s)\s*/u).filter((part) => part !== '')
  if (parts.length > 1) return ordered(parts[0] ?? '', parts[1] ?? '')
  const comma = first.lastIndexOf(', ')
  const afterComma = comma < 0 ? '' : first.slice(comma + 2)
  const isLegal = /^(?:inc|llc|ltd|co|corp)\b/iu.test(afterComma)
  // "VP, Operations" is a title, "VP Operations, Globex" says where.
  if (comma > 0 && !isLegal && (isCompany(afterComma) || (second === '' && !isTitle(afterComma))))
    return { title: first.slice(0, comma), company: afterComma }
  if (second === '') return isCompany(first) ? { title: '', company: first } : { title: first, company: '' }
  return ordered(first, second)
}

const ordered = (first: string, second: string): { readonly title: string; readonly company: string } => {
  const isTurned = (isCompany(first) && !isTitle(first)) || (isTitle(second) && !isTitle(first))
  return isTurned ? { title: second, company: first } : { title: first, company: second }
}
