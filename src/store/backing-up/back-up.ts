import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Instant } from '../../domain/local-time.js'
import type { Encryption } from '../cipher/cipher.js'
import { codeOf } from '../errors.js'
import { missingError } from '../open-error.js'
import { type VerifiedDatabase, verifyDatabase } from '../verifying/verify-database.js'
import { copyFileTo } from './copy-file.js'
import { alreadyThere, copyDamaged, noFolder, notCopied, useTheServersOwn } from './refusals.js'

/** A backup that stands where it was wished for. `verified.where` names it. */
export type BackedUp = { readonly bytes: number; readonly verified: VerifiedDatabase }

export type Backup = {
  /** `DATABASE_URL`. */
  readonly url: string
  readonly target: string
  readonly encryption: Encryption
  /** Now, which the copy is marked with. */
  readonly at: Instant
  /** Gets the name under which it grows, for whoever is about to be ended. */
  readonly onPart?: (path: string) => void
}

/**
 * Copies a database as it is in one moment, beside whoever works with it, into a file that is not there yet. The copy
 * grows under another name and gets its own when it is whole, holds nothing of what was removed, and was looked at.
 * Rejects with an `OpenError`, or a `BackupRefused`, and leaves nothing behind then.
 */
export const backUp = async ({ url, target, encryption, at, onPart }: Backup): Promise<BackedUp> => {
  const to = resolve(target)
  if (!url.startsWith('file:')) throw useTheServersOwn(url, target)
  const from = resolve(url.slice('file:'.length))
  if (!existsSync(from)) throw missingError(from)
  if (existsSync(to)) throw alreadyThere(to)
  if (!existsSync(dirname(to))) throw noFolder(dirname(to))
  // Whoever comes second to the same name must not write into the first one's copy.
  const part = `${to}.${randomBytes(4).toString('hex')}.part`
  onPart?.(part)
  try {
    await copyFileTo(from, part, at).catch((error: unknown) => {
      throw notCopied(from, to, error)
    })
    const verified = await verifyDatabase(`file:${part}`, encryption)
    if (verified.findings.some(({ check }) => check === 'file')) throw copyDamaged(from)
    await written(part)
    await nameIt(part, to)
    await written(dirname(to)).catch(() => {})
    return { bytes: (await stat(to)).size, verified: { ...verified, where: to } }
  } finally {
    for (const beside of ['', '-journal', '-wal', '-shm'])
      await rm(`${part}${beside}`, { force: true }).catch(() => {})
  }
}

/** What people said is in it: for this user's eyes alone. And it is on the disk before it has its name. */
const written = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  try {
    if ((await file.stat()).isFile()) await chmod(path, 0o600)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A link, unlike a new name, is refused where something came to be meanwhile; not every disk knows links. */
const nameIt = async (part: string, to: string): Promise<void> => {
  try {
    await link(part, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(to)) throw alreadyThere(to)
    await rename(part, to)
  }
}
