/** So much behind the first sign that is not ASCII tells UTF-8 from Windows-1252. */
const enough = 4096

type Named = 'utf-8' | 'utf-16le' | 'utf-16be'
type Decode = (piece: Uint8Array, isLast: boolean) => string

/** By its mark, or by the zeroes that UTF-16 has in every letter of a header; null leaves it to the text. */
const namedBy = (head: Uint8Array): Named | null => {
  const [first, second, third] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  const pairs = Math.min(head.length, 1024) >> 1
  const zeroes = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeroes[at % 2] = (zeroes[at % 2] ?? 0) + 1
  const [high = 0, low = 0] = zeroes
  if (low > pairs * 0.4 && high < pairs * 0.1) return 'utf-16le'
  return high > pairs * 0.4 && low < pairs * 0.1 ? 'utf-16be' : null
}

/** Signs 0x80 to 0x9f of Windows-1252, which Node 20's own decoder takes for those of Latin-1. */
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign)

/** Whether it reads as UTF-8, the last sign perhaps cut. */
const isUtf8 = (bytes: Uint8Array, isWhole: boolean): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
    return true
  } catch {
    return false
  }
}

const decoderOf = (name: string): Decode => {
  const decoder = new TextDecoder(name)
  return (piece, isLast) => decoder.decode(piece, { stream: !isLast })
}

/**
 * The text of a file: by its byte-order mark, else UTF-16 by its look, else UTF-8, and what is not UTF-8 is
 * Windows-1252, as Excel writes it in the West (Latin-1 is a part of it). The mark is left out.
 * The first piece must have the file's first kilobyte.
 */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: Decode | null = null
  let held: Uint8Array = new Uint8Array()
  let isFirst = true
  for await (const piece of bytes) {
    const name = isFirst ? namedBy(piece) : null
    isFirst = false
    if (name !== null) decode = decoderOf(name)
    held = held.length === 0 ? piece : Buffer.concat([held, piece])
    if (decode === null) {
      const foreign = held.findIndex((byte) => byte > 0x7f)
      if (foreign >= 0 && held.length - foreign < enough) continue
      if (foreign >= 0) decode = isUtf8(held, false) ? decoderOf('utf-8') : windows1252
    }
    yield (decode ?? windows1252)(held, false)
    held = new Uint8Array()
  }
  yield (decode ?? (isUtf8(held, true) ? decoderOf('utf-8') : windows1252))(held, true)
}

/** The beginning of a file as text; its last sign may be cut. */
export const decodedHead = (head: Uint8Array): string => {
  const name = namedBy(head) ?? (isUtf8(head, false) ? 'utf-8' : null)
  return (name === null ? windows1252 : decoderOf(name))(head, false)
}

/** A text in a charset that it names; in a wrong one, or none that is known, as UTF-8, and else as Windows-1252. */
export const decodedAs = (bytes: Uint8Array, charset: string | undefined): string => {
  const name = encodingCalled(charset)
  if (name !== 'windows-1252' && name !== 'utf-8') return decoderOf(name)(bytes, true)
  return name === 'utf-8' && isUtf8(bytes, true) ? decoderOf(name)(bytes, true) : windows1252(bytes)
}

const encodingCalled = (charset = 'utf-8'): string => {
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return 'utf-8'
  }
}
