import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The same bytes, to be taken as slowly as one likes: they are fetched at once and wait on disk, since a server lets go of
 * whoever reads slowly. `most`: no more bytes are fetched once there are more than that. The file is gone when they are taken.
 */
export async function* spooled(
  bytes: AsyncIterable<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const { file, remove } = await aFile()
  try {
    let size = 0
    for await (const piece of bytes) {
      await file.appendFile(piece)
      size += piece.length
      if (size > most) break
    }
    yield* file.createReadStream({ start: 0, autoClose: false })
  } finally {
    await file.close()
    await remove()
  }
}

/** Nobody else can open it; it has no name by the time somebody's data is in it, so that nothing is left by a crash. */
const aFile = async (): Promise<{ file: FileHandle; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-'))
  const file = await open(join(folder, 'file'), 'wx+', 0o600)
  const remove = () => rm(folder, { recursive: true, force: true })
  // Windows keeps the name of a file that is open.
  await remove().catch(() => {})
  return { file, remove }
}
