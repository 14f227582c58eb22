import { expect, it } from 'vitest'
import { ArchiveFileError, fileTrouble } from '../../../src/documents/archive/file-trouble.js'

const failed = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'open' })
const words = (doing: 'read' | 'write', code: string): string => {
  const trouble = fileTrouble('DIR', doing, failed(code))
  if (!(trouble instanceof ArchiveFileError)) throw new Error('not in words')
  return trouble.message
}

it.each([
  ['write', 'ENOSPC', 'DIR is on a disk that is full. Make room on it and export again.'],
  ['write', 'EDQUOT', 'DIR is on a disk that is full. Make room on it and export again.'],
  ['write', 'EACCES', 'DIR may not be written by this user. Grant that, or name another directory.'],
  ['write', 'EPERM', 'DIR may not be written by this user. Grant that, or name another directory.'],
  ['write', 'EROFS', 'DIR is on a disk that can only be read. Name another directory.'],
  ['read', 'EACCES', 'DIR may not be read by this user. Grant that, or run the import as somebody who may.'],
  ['read', 'ENOENT', 'DIR is not there. Name the directory that an export made.'],
  ['read', 'EIO', 'DIR cannot be read (EIO).'],
] as const)('to %s with %s is put as: %s', (doing, code, said) => expect(words(doing, code)).toBe(said))

it('trouble of anything else stays what it is', () => {
  const other = new TypeError('x is not a function')
  expect(fileTrouble('DIR', 'write', other)).toBe(other)
})
