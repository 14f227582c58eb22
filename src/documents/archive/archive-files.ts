import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BrokenArchive } from '../../app/archive/archive.js'
import type { ArchiveSink } from '../../app/archive/give-out.js'
import type { NumberedLines } from '../../app/archive/take-in.js'
import { vcard } from '../vcard.js'
import { ArchiveFileError, fileTrouble } from './file-trouble.js'
import { lineText, readLine } from './line-text.js'
import { textLines } from './text-lines.js'

/** What lies in the directory of an archive. */
export const archiveNames = { lines: 'personable.jsonl', cards: 'people.vcf' } as const

/** What people told is for nobody else on the machine. */
const ownersOnly = { directory: 0o700, file: 0o600 }

/** Written in pieces of about this many characters. */
const pieceLength = 64 * 1024

class TextFile {
  readonly #file: FileHandle
  #held: string[] = []
  #length = 0
  private constructor(file: FileHandle) {
    this.#file = file
  }
  static async create(path: string): Promise<TextFile> {
    return new TextFile(await open(path, 'w', ownersOnly.file))
  }
  async write(text: string): Promise<void> {
    this.#held.push(text)
    this.#length += text.length
    if (this.#length >= pieceLength) await this.#flush()
  }
  async #flush(): Promise<void> {
    await this.#file.writeFile(this.#held.join(''))
    this.#held = []
    this.#length = 0
  }
  async close(): Promise<void> {
    await this.#flush()
    await this.#file.sync()
    await this.#file.close()
  }
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {})
  }
}

/**
 * Lets `work` fill an empty directory, which is made when it is missing; afterwards both files are whole, or there is
 * nothing. Throws `ArchiveFileError`.
 */
export const writeArchive = async <T>(
  directory: string,
  work: (begin: () => Promise<ArchiveSink>) => Promise<T>,
): Promise<T> => {
  const isNew = await emptyDirectory(directory)
  const paths = [join(directory, archiveNames.lines), join(directory, archiveNames.cards)]
  let files: TextFile[] = []
  const begin = async (): Promise<ArchiveSink> => {
    for (const file of files) await file.abandon()
    const [lines, cards] = [await TextFile.create(paths[0] ?? ''), await TextFile.create(paths[1] ?? '')]
    files = [lines, cards]
    return {
      line: (line) => lines.write(`${lineText(line)}\n`),
      card: (card) => cards.write(vcard(card)),
      finish: async () => {
        for (const file of files) await file.close()
      },
    }
  }
  try {
    return await work(begin)
  } catch (error) {
    for (const file of files) await file.abandon()
    for (const path of paths) await rm(path, { force: true }).catch(() => {})
    if (isNew) await rmdir(directory).catch(() => {})
    throw fileTrouble(directory, 'write', error)
  }
}

/** Whether the directory had to be made. Refuses one that has something in it. */
const emptyDirectory = async (directory: string): Promise<boolean> => {
  try {
    const isThere = await stat(directory).then(
      () => true,
      () => false,
    )
    if (!isThere) await mkdir(directory, { recursive: true, mode: ownersOnly.directory })
    const [something] = await readdir(directory)
    if (something === undefined) return !isThere
  } catch (error) {
    throw fileTrouble(directory, 'write', error)
  }
  throw new ArchiveFileError(
    `${directory} is not empty, and nothing in it is overwritten. Name an empty directory, or one that does not exist yet.`,
  )
}

/** The lines of an archive, read anew each time. Throws `ArchiveFileError`, and `BrokenArchive` for a line. */
export async function* readArchive(directory: string): NumberedLines {
  const path = join(directory, archiveNames.lines)
  try {
    for await (const { number, text } of textLines(createReadStream(path)))
      yield { number, line: readLine(text, number) }
  } catch (error) {
    if (error instanceof BrokenArchive) throw error
    throw fileTrouble(path, 'read', error)
  }
}
