import { evenly, unevenly } from './chance.js'

/** Made-up words, of which the first are everywhere and the last hardly anywhere; plain letters, so that they fold to themselves. */

const syllables = [
  ...['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe', 'qui', 'ro', 'su', 'ta'],
  ...['ve', 'wi', 'xo', 'yu', 'za', 'bre', 'cli', 'dro', 'flu', 'gra', 'ple', 'sti', 'tro', 'ska'],
]

/** Another word for each number. */
const word = (nth: number, endings: readonly string[]): string => {
  let text = ''
  for (let rest = nth; ; rest = Math.floor(rest / syllables.length) - 1) {
    text += syllables[rest % syllables.length]
    if (rest < syllables.length) break
  }
  return text + endings[nth % endings.length]
}
const list = (count: number, endings: readonly string[]): string[] =>
  Array.from({ length: count }, (_, n) => word(n, endings))

const words = list(30_000, ['n', 'rt', 'l', 'm'])
const givenNames = ['frank', ...list(2_000, ['ra', 'lio', 'na', 'x'])]
const familyNames = ['ortiz', ...list(20_000, ['son', 'ez', 'man', 'ova', 'ek'])]
const companies = list(5_000, [' works', ' foods', ' lines', ' media'])
const titles = ['CFO', 'head of sales', 'VP operations', 'buyer', 'plant manager', 'CTO', 'coach', 'owner']

/** In every fourth note. */
export const commonWord = words[0] ?? ''
/** In every hundredth, or less often. */
export const secondWord = words[120] ?? ''
/** In one note alone. */
export const rareWord = 'quartzite'
/** Two of a hundred are called so. */
export const commonGivenName = 'frank'

const capital = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())

/** The first hundredth of the people are called so that nobody else is, to ask for them by name. */
export const nameOf = (person: number): string => {
  const given = givenNames[unevenly(person, 1, givenNames.length, 2)]
  const family = familyNames[unevenly(person, 2, familyNames.length, 1.5)]
  return capital(person % 100 === 0 ? `${word(person + 40_000, ['bert'])} ${family}` : `${given} ${family}`)
}
export const addressOf = (person: number): string => `p${person}@${word(person % 5_000, ['']) || 'x'}.example`
export const titleOf = (person: number): string => titles[evenly(person, 3, titles.length)] ?? ''
export const companyOf = (person: number): string =>
  capital(companies[unevenly(person, 4, companies.length, 1.5)] ?? '')

/** 8 to 15 words. */
export const textOf = (event: number): string => {
  const length = 8 + evenly(event, 5, 8)
  let text = ''
  for (let n = 0; n < length; n++)
    text += `${n === 0 ? '' : ' '}${words[unevenly(event, 10 + n, words.length, 3)]}`
  return text
}
