import { ContactFileTooLarge } from '../../domain/contact-file.js'

/** Pieces no larger than this are decoded at a time, however the source cuts them. */
const longestPiece = 64 * 1024

/** The same bytes in small pieces; throws `ContactFileTooLarge` behind `limit` bytes. */
export async function* inPieces(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of bytes) {
    read += chunk.length
    if (read > limit) throw new ContactFileTooLarge('bytes', limit)
    for (let at = 0; at < chunk.length; at += longestPiece) yield chunk.subarray(at, at + longestPiece)
  }
}

export type Peeked = {
  /** The beginning: `size` bytes or more, or the whole of a shorter file. */
  readonly head: Buffer
  /** Everything, the head included; once. */
  readonly all: () => AsyncGenerator<Uint8Array>
  /** Lets go of the source without reading it. */
  readonly close: () => Promise<void>
}

/** Looks at the beginning of a source that can be read once. */
export const peek = async (bytes: AsyncGenerator<Uint8Array>, size: number): Promise<Peeked> => {
  const read: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const next = await bytes.next()
    if (next.done === true) break
    read.push(next.value)
    length += next.value.length
  }
  const head = Buffer.concat(read)
  return {
    head,
    async *all() {
      try {
        yield head
        yield* bytes
      } finally {
        await bytes.return(undefined)
      }
    },
    async close() {
      await bytes.return(undefined)
    },
  }
}
