import { editDistance, fold } from '../names.js'
import { companyKey } from '../role.js'
import type { RoleSaid } from './role-change.js'

/** Short for the same words. What is joined here is one title, however it is written. */
const short: Readonly<Record<string, string>> = {
  sr: 'senior',
  snr: 'senior',
  jr: 'junior',
  jnr: 'junior',
  vp: 'vice president',
  svp: 'senior vice president',
  evp: 'executive vice president',
  avp: 'assistant vice president',
  pres: 'president',
  mgr: 'manager',
  mngr: 'manager',
  dir: 'director',
  asst: 'assistant',
  assoc: 'associate',
  exec: 'executive',
  coord: 'coordinator',
  rep: 'representative',
  eng: 'engineer',
  engr: 'engineer',
  dev: 'developer',
  admin: 'administrator',
  mktg: 'marketing',
  ops: 'operation',
  dept: 'department',
  mgmt: 'management',
  tech: 'technology',
  intl: 'international',
  ceo: 'chief executive officer',
  cfo: 'chief financial officer',
  coo: 'chief operation officer',
  cto: 'chief technology officer',
  cio: 'chief information officer',
  cmo: 'chief marketing officer',
  cofounder: 'co founder',
}
/** Word forms between which a title does not change. */
const form: Readonly<Record<string, string>> = {
  engineering: 'engineer',
  operating: 'operation',
  technologies: 'technology',
  technical: 'technology',
  finance: 'financial',
  purchases: 'purchasing',
}
/** Words that say nothing: "VP of Sales" is "VP, Sales". */
const empty: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'in', 'at', 'a', 'an'])

/** A title by its words, however they are spelled and ordered: "Director, Sales" is "Sales Dir.". */
const titleWords = (title: string): string[] =>
  fold(title)
    // "R&D" and "V.P." are one word each; other signs stand between words.
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}+#]+/u)
    .flatMap((word) => (short[word] ?? word).split(' '))
    .map((word) => spelled(form[word] ?? singular(word)))
    .filter((word) => word !== '' && !empty.has(word))
    .sort()

/** "Operations" and "operation"; in short words the letter may be another meaning. */
const singular = (word: string): string => word.replace(/(?<=\p{L}{5})s$/u, '')

/** "Organisation" and "organization", "defence" and "defense", "adviser" and "advisor". */
const spelled = (word: string): string =>
  word
    .replace(/^advisor$/u, 'adviser')
    .replace(/(?<=\p{L}{3})is(?=ation$|ing$|er$|ed$)/u, 'iz')
    .replace(/(?<=\p{L}{3})ence$/u, 'ense')

/** In words shorter than these, one letter may be another meaning. */
const longWord = 7

/** Whether two titles differ in trivia alone: case, punctuation, short forms, a slip of one letter in a long word. */
export const isSameTitle = (one: string, other: string): boolean => {
  const [left, right] = [titleWords(one), titleWords(other)]
  // A title of signs alone has no words to go by.
  if (left.length === 0 || right.length === 0) return fold(one) === fold(other)
  return left.length === right.length && left.every((word, i) => isSameWord(word, right[i] ?? ''))
}

const isSameWord = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= longWord && isSlip(one, other))

/**
 * A letter too few inside a word, or two that changed places, is a slip. Another letter in its place is mostly another
 * word: trainer and trainee, printing and painting.
 */
const isSlip = (one: string, other: string): boolean =>
  !/\d/.test(one + other) &&
  one.at(0) === other.at(0) &&
  one.at(-1) === other.at(-1) &&
  editDistance(one, other) === 1 &&
  (one.length !== other.length || lettersOf(one) === lettersOf(other))

const lettersOf = (word: string): string => [...word].sort().join('')

/** Whether two companies differ in case, accents, punctuation and legal form alone. */
export const isSameCompany = (one: string, other: string): boolean =>
  companyKey(one) === companyKey(other) || bareCompany(one) === bareCompany(other)

const legalForms =
  /(?: (?:incorporated|inc|llc|llp|lp|ltd|limited|gmbh|ggmbh|mbh|ag|kg|kgaa|ohg|ug|gbr|ev|eg|se|corp|corporation|company|co|plc|pbc|pty|pvt|private|pte|sa|sas|sarl|srl|spa|bv|nv|ab|as|a s|oy|oyj|aps|sro|sp z oo|kk|and))+$/u

const bareCompany = (company: string): string => {
  const words = fold(
    company.replace(/[™®©℠]/gu, ' ').replace(/^(?:株式会社|有限会社)|(?:株式会社|有限会社)$/gu, ''),
  )
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
  return words.replace(legalForms, '') || words
}

/** Words that stand where an employer would, and name none. */
const noEmployers: ReadonlySet<string> = new Set([
  'freelance',
  'freelancer',
  'freelancing',
  'freiberuflich',
  'freiberufler',
  'selbstandig',
  'selbststandig',
  'self employed',
  'self',
  'independent',
  'independent consultant',
  'unemployed',
  'open to work',
  'looking for work',
  'looking for opportunities',
  'career break',
  'sabbatical',
  'retired',
  'rentner',
  'im ruhestand',
  'none',
  'n a',
  'na',
  'free lance',
  'selfemployed',
  'not employed',
  'freiberuflerin',
  'freischaffend',
  'freier mitarbeiter',
  'selbststandige tatigkeit',
  'arbeitssuchend',
  'arbeitslos',
  'keine',
  'independant',
  'autonomo',
  'libero professionista',
  'zzp',
])

/** The employer that a company's name stands for; empty for "Freelance", a dash, or somebody's own name. */
export const employerOf = (company: string, personName: string): string => {
  const words = fold(company)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const own = fold(personName)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words === '' || words === own || noEmployers.has(words) ? '' : company.trim()
}

/** The same role, as far as both are known. */
export const isSameRole = (one: RoleSaid, other: RoleSaid): boolean =>
  isSameCompany(one.company, other.company) &&
  (one.title === '' || other.title === '' || isSameTitle(one.title, other.title))
