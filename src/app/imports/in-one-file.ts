import type { ImportedContact } from '../../domain/imported-contact.js'
import { addressKey } from '../../domain/names.js'
import type { Fate } from '../ports.js'
import { isAddress, isNumber, isOneName, mayBeOneName, nameAndCompany, sourceKeyOf } from './source-key.js'

type Earlier = { readonly row: number; readonly name: string; readonly hasKey: boolean }

/** The rows of one file so far: who is there twice. Keys alone are held, not what else the rows say. */
export class InOneFile {
  readonly #keys = new Map<string, Earlier>()
  readonly #addresses = new Map<string, Earlier>()
  readonly #names = new Set<string>()

  /** What becomes of a row because of an earlier one; null where there is none such. */
  fateOf(contact: ImportedContact): Fate | null {
    const { row, name, addresses } = contact
    const key = sourceKeyOf(contact)
    const earlier = (isAddress(key) ? undefined : this.#keys.get(key)) ?? this.#byAddress(contact)
    if (earlier !== undefined) return { outcome: 'skipped', why: 'twice', firstRow: earlier.row }
    const keys = addresses.map(addressKey)
    // A house has one number for all who work there.
    const isOthers = addresses.some((each) => !isNumber(each) && this.#addresses.has(addressKey(each)))
    const isNamesake = contact.key === null && this.#names.has(nameAndCompany(contact))
    const me = { row, name, hasKey: contact.key !== null }
    this.#keys.set(key, me)
    for (const key of keys) if (!this.#addresses.has(key)) this.#addresses.set(key, me)
    if (contact.key === null) this.#names.add(nameAndCompany(contact))
    if (isOthers) return { outcome: 'unclear', why: 'other-name' }
    return isNamesake ? { outcome: 'unclear', why: 'same-name-and-company' } : null
  }

  #byAddress({ name, key, addresses }: ImportedContact): Earlier | undefined {
    for (const address of addresses) {
      const earlier = this.#addresses.get(addressKey(address))
      if (earlier === undefined) continue
      const mustBeOne = isNumber(address) || (key !== null && earlier.hasKey)
      if (mustBeOne ? isOneName(earlier.name, name) : mayBeOneName(earlier.name, name)) return earlier
    }
    return undefined
  }
}
