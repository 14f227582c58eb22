import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keys as the environment has them, each the base64 of 32 bytes: the one to seal with, and those of before. */
export type Encryption = { readonly key: string | null; readonly before: readonly string[] }
export const noEncryption: Encryption = { key: null, before: [] }

/** Where a value stands: `notes.text`. */
export type Place = `${string}.${string}`

/** Begins every sealed value, and no other: what is typed loses it on its way in (`clean-text.ts`). */
export const sealMark = '\u0001'

/** A value that cannot be opened. The message names its place and the key, never the value. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
/** Signs of a hash, four bits each: no two words of a workspace share so many. */
const wordMarkLength = 20

type Key = { readonly id: string; readonly secret: Buffer; readonly forWords: Buffer }

const keyOf = (given: string): Key => {
  const secret = Buffer.from(given, 'base64')
  return {
    id: createHash('sha256').update(secret).digest('hex').slice(0, 8),
    secret,
    forWords: Buffer.from(hkdfSync('sha256', secret, '', 'words of the search index', 32)),
  }
}

/** Seals with the newest key and opens with any. Without a newest one, texts stay as they are. */
export class Cipher {
  readonly #newest: Key | null
  readonly #keys: ReadonlyMap<string, Key>

  constructor({ key, before }: Encryption) {
    this.#newest = key === null ? null : keyOf(key)
    const all = [...(this.#newest === null ? [] : [this.#newest]), ...before.map(keyOf)]
    this.#keys = new Map(all.map((each) => [each.id, each]))
  }

  /** Names the newest key and tells nothing of it; null when nothing more is to be sealed. */
  get newestId(): string | null {
    return this.#newest?.id ?? null
  }

  knows(keyId: string): boolean {
    return this.#keys.has(keyId)
  }

  /** `mark key:workspace:nonce+tag+text`. Bound to where it stands, so that it opens nowhere else. */
  seal(place: Place, workspaceId: string, text: string): string {
    if (this.#newest === null) return text
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, this.#newest.secret, nonce)
    cipher.setAAD(boundTo(place, workspaceId))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    const bytes = Buffer.concat([nonce, cipher.getAuthTag(), sealed])
    return `${sealMark}${this.#newest.id}:${workspaceId}:${bytes.toString('base64')}`
  }

  /** `mayBeOf` says whether the value may be of a workspace. Throws a `SealError` for anything that does not belong. */
  open(place: Place, sealed: string, mayBeOf: (workspaceId: string) => boolean): string {
    const [keyId = '', workspaceId = '', base64 = ''] = sealed.slice(sealMark.length).split(':')
    const key = this.#keys.get(keyId)
    if (key === undefined) throw new SealError(`${place} is sealed with the key ${keyId}, which is not given`)
    if (!mayBeOf(workspaceId)) throw new SealError(`${place} is sealed for another workspace`)
    const bytes = Buffer.from(base64, 'base64')
    try {
      const nonce = bytes.subarray(0, nonceBytes)
      const cipher = createDecipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes })
      cipher.setAAD(boundTo(place, workspaceId))
      cipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
      const text = cipher.update(bytes.subarray(nonceBytes + tagBytes))
      return Buffer.concat([text, cipher.final()]).toString('utf8')
    } catch (error) {
      throw new SealError(`${place} was changed, or was moved there`, { cause: error })
    }
  }

  /** What the search index has instead of a word of a sealed text: a keyed hash, which nobody can type. */
  wordMark(workspaceId: string, word: string): string {
    return this.#newest === null ? word : markOf(this.#newest, workspaceId, word)
  }

  /** The same by every key. */
  wordMarks(workspaceId: string, word: string): string[] {
    return [...this.#keys.values()].map((key) => markOf(key, workspaceId, word))
  }
}

const markOf = ({ forWords }: Key, workspaceId: string, word: string): string =>
  `__${createHmac('sha256', forWords).update(`${workspaceId}\n${word}`).digest('hex').slice(0, wordMarkLength)}`

const boundTo = (place: Place, workspaceId: string): Buffer => Buffer.from(`${place}\n${workspaceId}`)

/** Null when no key is given: then nothing stands between the stores and the engine. */
export const cipherFor = (encryption: Encryption): Cipher | null =>
  encryption.key === null && encryption.before.length === 0 ? null : new Cipher(encryption)
