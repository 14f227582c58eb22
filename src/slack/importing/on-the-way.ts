import type { Asker } from '../../app/asker.js'
import type { ColumnChoice } from '../../domain/contact-file.js'
import type { FileInSlack } from '../downloads.js'
import type { WhyNotRead } from '../views/imports/file-trouble-view.js'

/** What handlers need of files that are on their way in. */
export type Importing = {
  readonly look: (fileId: string, userId: string) => Promise<FileInSlack | WhyNotRead>
  /**
   * Behind whatever comes next; it is known where the asker stands. Resolves when it is no longer lost in silence should
   * this process die.
   */
  readonly read: (asker: Asker, file: FileInSlack, columns?: ColumnChoice) => Promise<void>
  /** The message that follows an import from now on, in its importer's DM; the one that is known comes first. */
  readonly follow: (importId: string, channelId: string, ts: string, userId: string) => Promise<void>
  /** Something may have become of an import. */
  readonly changed: () => void
  /** Lets go of files that are half read. */
  readonly stop: () => Promise<void>
}
