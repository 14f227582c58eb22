import type { IncomingMessage } from 'node:http'

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'cut-off' }

/** All that a request brings, no more of it than `mostBytes` in memory, and not for longer than `patienceMs`. */
export const readBody = (request: IncomingMessage, mostBytes: number, patienceMs: number): Promise<Body> =>
  new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    const end = (body: Body): void => {
      clearTimeout(waiting)
      request.off('data', onData)
      // What still comes of it is let go, so that the answer can be read.
      request.resume()
      resolve(body)
    }
    const onData = (part: Buffer): void => {
      size += part.length
      if (size > mostBytes) end({ kind: 'too-large' })
      else parts.push(part)
    }
    const waiting = setTimeout(() => end({ kind: 'cut-off' }), patienceMs)
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return end({ kind: 'too-large' })
    request.on('data', onData)
    request.once('end', () => end({ kind: 'whole', bytes: Buffer.concat(parts) }))
    for (const name of ['error', 'close'] as const) request.once(name, () => end({ kind: 'cut-off' }))
  })
