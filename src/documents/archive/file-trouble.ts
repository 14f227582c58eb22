/** A file or directory cannot be used. The message names it and says what to do. */
export class ArchiveFileError extends Error {
  override readonly name = 'ArchiveFileError'
}

type Doing = 'read' | 'write'

const remedies: Readonly<Record<string, Readonly<Record<Doing, string>>>> = {
  ENOENT: { read: 'is not there. Name the directory that an export made.', write: 'cannot be made.' },
  ENOTDIR: {
    read: 'is in no directory. Name the directory that an export made.',
    write: 'is no directory. Name an empty directory, or one that does not exist yet.',
  },
  EISDIR: { read: 'is a directory, and no file.', write: 'is a directory, and no file.' },
  ENOSPC: { read: 'cannot be read.', write: 'is on a disk that is full. Make room on it and export again.' },
  EACCES: {
    read: 'may not be read by this user. Grant that, or run the import as somebody who may.',
    write: 'may not be written by this user. Grant that, or name another directory.',
  },
  EROFS: { read: 'cannot be read.', write: 'is on a disk that can only be read. Name another directory.' },
}
const alike: Readonly<Record<string, string>> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC', EEXIST: 'ENOTDIR' }

/** Trouble of the file system in words; any other error as it is. */
export const fileTrouble = (path: string, doing: Doing, error: unknown): unknown => {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const code = String(error.code)
  const remedy =
    remedies[alike[code] ?? code]?.[doing] ?? `cannot be ${doing === 'read' ? 'read' : 'written'} (${code}).`
  return new ArchiveFileError(`${path} ${remedy}`, { cause: error })
}
