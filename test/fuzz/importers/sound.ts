import { expect } from 'vitest'
import { openContactFile } from '../../../src/documents/contact-files/open-contact-file.js'
import type { ContactRow } from '../../../src/domain/contact-file.js'
import { sent } from '../../documents/contact-files/reading.js'

const reasons = new Set(['no-name', 'name-too-long', 'formula', 'broken', 'too-large'])
const signs = (text: string): number => [...text].length

/** Reads a file to its end, whatever it is, and holds each row to what every row must be. Answers how many there were. */
export const readsSoundly = async (bytes: Uint8Array, size: number, name = 'people.csv'): Promise<number> => {
  const file = await openContactFile(sent(bytes, size), { name })
  if ('refused' in file) return 0
  if ('needsColumns' in file) {
    expect(file.needsColumns.length).toBeGreaterThan(1)
    return 0
  }
  let last = 0
  let rows = 0
  for await (const row of file.rows) {
    rows += 1
    expect(row.row).toBeGreaterThan(last)
    last = row.row
    isSound(row)
  }
  return rows
}

const isSound = (row: ContactRow): void => {
  if ('skipped' in row) {
    expect(reasons).toContain(row.skipped)
    return
  }
  expect(row.name).toMatch(/\p{L}/u)
  expect(`${row.name}${row.title}${row.company}${row.addresses.join('')}`).not.toMatch(/[\r\n\0]/)
  expect(Math.max(signs(row.name), signs(row.title), signs(row.company))).toBeLessThanOrEqual(200)
  expect(signs(row.note)).toBeLessThanOrEqual(12_000)
  expect(row.addresses.length).toBeLessThanOrEqual(20)
  for (const address of row.addresses) expect(address.length).toBeLessThanOrEqual(300)
  expect(row.key).not.toBe('')
  expect(row.key?.length ?? 0).toBeLessThanOrEqual(254)
  if (row.birthday !== null) expect(row.birthday.monthDay).toMatch(/^(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])$/)
}
