import type { Asker } from '../../app/asker.js'
import { previewOf } from '../../app/imports/preview.js'
import { stageImport } from '../../app/imports/stage-import.js'
import type { NewId, UnitOfWork } from '../../app/ports.js'
import {
  type ColumnChoice,
  type ContactFile,
  type ContactFileHint,
  ContactFileTooLarge,
  type ContactRow,
  type FileRefused,
} from '../../domain/contact-file.js'
import type { Log } from '../../logging.js'
import { putAside } from '../conversation/drafts.js'
import { DownloadBroken, type FileInSlack, type SlackDownloads } from '../downloads.js'
import { notReadView, type WhyNotRead } from '../views/imports/file-trouble-view.js'
import { columnsAskedView, fileEndings } from '../views/imports/import-forms.js'
import { nobodyView, previewView } from '../views/imports/preview-view.js'
import { readingView } from '../views/imports/progress-view.js'
import { rejectionView } from '../views/rejection-view.js'
import type { ImportBoard } from './board.js'
import type { Slate } from './slate.js'

/** What is read at most, in bytes. */
const largestFile = 50 * 1024 * 1024

/** Tells what a file is, and reads it as it comes. */
export type OpenFile = (
  bytes: AsyncIterable<Uint8Array>,
  hint: ContactFileHint,
) => Promise<ContactFile | { readonly refused: FileRefused }>

export type ReaderPorts = {
  readonly uow: UnitOfWork
  readonly newId: NewId
  readonly downloads: Pick<SlackDownloads, 'info' | 'open'>
  readonly board: ImportBoard
  readonly openFile: OpenFile
  readonly log: Log
}

/** Reads the files that teammates hand over, behind whatever they do next. */
export class ImportReader {
  readonly #ports: ReaderPorts
  readonly #stopping = new AbortController()
  readonly #reading = new Set<Promise<void>>()

  constructor(ports: ReaderPorts) {
    this.#ports = ports
  }

  /** What Slack knows of a file that this teammate hands over; or why it is not read. */
  async look(fileId: string, userId: string): Promise<FileInSlack | WhyNotRead> {
    const file = await this.#ports.downloads.info(fileId)
    if (typeof file === 'string') return file
    if (file.userId !== userId) return 'not-yours'
    if (file.size > largestFile) return 'too-large'
    const ending = /\.([^.]+)$/u.exec(file.name)?.[1]?.toLowerCase()
    if (ending !== undefined && !readable.has(ending)) return otherKinds[ending] ?? 'other-kind'
    return file
  }

  /**
   * Reads a file and shows in the teammate's DM what is in it. It will be known where the asker stands. Resolves before it
   * is read: as soon as, should this process die over it, the next one would say so.
   */
  read(asker: Asker, file: FileInSlack, columns?: ColumnChoice): Promise<void> {
    return new Promise((resolve) => {
      const reading = this.#readOne(asker, file, columns, resolve)
        .catch((error) => this.#ports.log.error('A file could not be read', { err: error }))
        .finally(resolve)
      this.#reading.add(reading)
      void reading.finally(() => this.#reading.delete(reading))
    })
  }

  /** Says so in the DMs of those whose files are half read. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#reading)
  }

  async #readOne(
    asker: Asker,
    file: FileInSlack,
    columns: ColumnChoice | undefined,
    begun: () => void,
  ): Promise<void> {
    const slate = await this.#ports.board.post(asker.userId, readingView(file.name, 0))
    if (slate === null) return
    const letGo = await this.#ports.board.hold(slate)
    begun()
    try {
      const why = await this.#readInto(slate, asker, file, columns, letGo)
      if (why !== null) await slate.show(notReadView(file.name, why))
    } catch (error) {
      if (!(error instanceof DownloadBroken) && !this.#stopping.signal.aborted)
        this.#ports.log.error('A file could not be read', { err: error })
      await slate.show(notReadView(file.name, this.#whyOf(error)))
    } finally {
      await letGo()
    }
  }

  #whyOf(error: unknown): WhyNotRead {
    if (this.#stopping.signal.aborted) return 'stopped'
    return error instanceof ContactFileTooLarge ? error.refused : 'broke-off'
  }

  /** Null when something of it is shown. */
  async #readInto(
    slate: Slate,
    asker: Asker,
    file: FileInSlack,
    columns: ColumnChoice | undefined,
    letGo: () => Promise<void>,
  ): Promise<WhyNotRead | null> {
    const { uow, board, downloads, openFile } = this.#ports
    const { signal } = this.#stopping
    const bytes = await downloads.open(file, signal)
    if (typeof bytes === 'string') return bytes
    const { name } = file
    const hint = { name, limit: largestFile, ...(columns === undefined ? {} : { columns }) }
    const opened = await openFile(bytes, hint)
    if ('refused' in opened) return opened.refused
    if ('needsColumns' in opened) {
      const { needsColumns, sample, guess } = opened
      const { channelId } = asker.place
      const draftId = await putAside(
        this.#ports,
        { asker, from: { channelId: null } },
        {
          kind: 'import-table',
          fileId: file.id,
          channelId,
          name,
          headers: [...needsColumns],
          sample: sample.slice(0, 3).map((row) => [...row]),
          guess,
        },
      )
      await slate.show(columnsAskedView(name, draftId))
      return null
    }
    let watching: Promise<void> = Promise.resolve()
    let importId = ''
    const rows = untilStopped(opened.rows, signal)
    const staged = await stageImport(this.#ports, asker, { name, format: opened.format, rows }, (id, n) => {
      importId = id
      if (n === 0) watching = board.watch(id, slate)
      else slate.glance(readingView(name, n))
    }).catch(async (error) => {
      await watching
      // Why it was not read says more than that nothing came of it.
      await board.leave(importId)
      throw error
    })
    try {
      await watching
      await letGo()
      const isEmpty = !staged.ok && staged.why.reason === 'import-empty'
      if (isEmpty) await board.leave(importId)
      // An earlier file may have given way to this one.
      board.look()
      const preview = staged.ok || isEmpty ? await previewOf({ uow }, asker, importId) : staged
      await slate.show(
        !preview.ok
          ? rejectionView(preview.why, null)
          : isEmpty
            ? nobodyView(preview.value)
            : previewView(preview.value, asker.openToAll),
      )
      if (preview.ok && !isEmpty) await board.previewed(importId, slate)
      return null
    } finally {
      board.wasRead(importId)
    }
  }
}

const readable: ReadonlySet<string> = new Set([...fileEndings, 'vcard', 'tsv'])
const otherKinds: Readonly<Record<string, WhyNotRead>> = {
  zip: 'zip',
  xls: 'spreadsheet',
  xlsx: 'spreadsheet',
  ods: 'spreadsheet',
  numbers: 'spreadsheet',
  pdf: 'pdf',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  heic: 'image',
  webp: 'image',
}

async function* untilStopped(
  rows: AsyncIterable<ContactRow>,
  signal: AbortSignal,
): AsyncGenerator<ContactRow> {
  for await (const row of rows) {
    signal.throwIfAborted()
    yield row
  }
}
