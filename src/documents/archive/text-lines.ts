import { BrokenArchive } from '../../app/archive/archive.js'

/** Longer than anything that can be typed into Slack, many times over. */
const longestLine = 4 * 1024 * 1024

/**
 * The lines of a text in UTF-8, numbered from 1, however it comes in pieces. Only a line feed ends a line: what people
 * type holds signs that Node's own readline takes for ends too. An empty line at the very end is none.
 */
export async function* textLines(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  let number = 1
  let begun: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let to = piece.indexOf(lineFeed); to >= 0; to = piece.indexOf(lineFeed, from)) {
      yield { number, text: decoded([...begun, piece.subarray(from, to)], number) }
      begun = []
      length = 0
      number += 1
      from = to + 1
    }
    begun.push(piece.subarray(from))
    length += piece.length - from
    if (length > longestLine) throw new BrokenArchive(number, 'It is longer than any line of an export.')
  }
  if (length > 0) yield { number, text: decoded(begun, number) }
}

const lineFeed = 0x0a
const decoder = new TextDecoder('utf-8', { fatal: true })

const decoded = (pieces: readonly Uint8Array[], number: number): string => {
  try {
    return decoder.decode(Buffer.concat(pieces))
  } catch (error) {
    throw new BrokenArchive(number, 'It is no text in UTF-8.', { cause: error })
  }
}
