/** A file of the app's: an address is asked for, bytes come to it, and it is shared; or it never was. */
export interface StoredFile {
  id: string
  name: string
  /** In bytes, as the app announced it. */
  size: number
  title?: string
  /** Undefined until they were uploaded. */
  bytes?: Buffer
  /** The upload was finished, which can be done once. */
  isFinished: boolean
  /** The last part of the address to which the bytes are sent. */
  ticket: string
}
