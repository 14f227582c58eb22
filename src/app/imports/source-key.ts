import type { ImportedContact } from '../../domain/imported-contact.js'
import { addressKey, fold, searchWords } from '../../domain/names.js'
import { companyKey } from '../../domain/role.js'

/**
 * How a source calls somebody: by a key of its own, or else, since it will write them alike the next time, by their
 * first address, or by name and company.
 */
export const sourceKeyOf = (contact: ImportedContact): string => {
  if (contact.key !== null) return contact.key
  const [address] = contact.addresses
  const made = address === undefined ? `name:${nameAndCompany(contact)}` : `address:${addressKey(address)}`
  return made.slice(0, longestKey)
}

/** A name of signs that stand for whole phrases grows when it is folded: no index takes as much as that may be. */
export const longestKey = 500

/** Whether a source calls somebody by an address, which others may have as well. */
export const isAddress = (key: string): boolean => key.startsWith('address:')

/** Whether a source has such a key for each of its people, and so tells them apart by it. */
export const isOwnKey = (key: string): boolean => !/^(name|address):/.test(key)

export const nameAndCompany = ({ name, company }: Pick<ImportedContact, 'name' | 'company'>): string =>
  `${fold(name)}|${companyKey(company)}`

/** Whether two names may be one person's: they have a word in common. */
export const mayBeOneName = (one: string, other: string): boolean => {
  const words = new Set(searchWords(one))
  return fold(one) === fold(other) || searchWords(other).some((word) => words.has(word))
}

/** Whether all that one name says the other says too: "Frank Ortiz" and "Frank J. Ortiz", but not "Frank Bell". */
export const isOneName = (one: string, other: string): boolean => {
  const [short = [], long = []] = [searchWords(one), searchWords(other)].sort((a, b) => a.length - b.length)
  return fold(one) === fold(other) || (short.length > 0 && short.every((word) => long.includes(word)))
}

/** Whether people are reached there by telephone: a number is often that of a whole house. */
export const isNumber = (address: string): boolean => /^[+(]?[\d(]/.test(address) && !address.includes('@')
