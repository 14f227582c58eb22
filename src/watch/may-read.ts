import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Whatever a proxy adds says that somebody else asks. */
const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-connecting-ip']
/** A page in a browser on this machine may ask in the name of any other host. */
const ownNames = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i
const ownAddress = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/

/**
 * Whether the metrics may be read: with a token set, by whoever brings it; else by this machine alone. Behind a proxy that
 * adds nothing and passes every path on, a stranger looks like this machine: README.md says what to do there.
 */
export const mayRead = (token: string | null, { headers, socket }: IncomingMessage): boolean => {
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = forwarded.some((name) => headers[name] !== undefined)
  return !isForwarded && ownAddress.test(socket.remoteAddress ?? '') && ownNames.test(headers.host ?? '')
}

/** In the same time whatever differs. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
