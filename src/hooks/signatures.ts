import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far a time stamp may lie from now, in ms; to the millisecond. */
export const longestAgeMs = 5 * 60 * 1000

/** `stale`: signed too long ago, or in the future. */
export type Signed = 'good' | 'forged' | 'stale'

/** Ours, as Slack signs: `v1=` and the hex HMAC-SHA256 of `v1:TIMESTAMP:BODY`, the time stamp in seconds. */
export const ourSignature = (secret: string, timestamp: string, body: Buffer): string =>
  `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:`).update(body).digest('hex')}`

/** HubSpot's version 3: base64 HMAC-SHA256 of method, decoded URI, body and time stamp, which is in ms. */
export const hubspotSignature = (
  secret: string,
  request: {
    readonly method: string
    readonly uri: string
    readonly timestamp: string
    readonly body: Buffer
  },
): string =>
  createHmac('sha256', secret)
    .update(request.method)
    .update(decodedUri(request.uri))
    .update(request.body)
    .update(request.timestamp)
    .digest('base64')

/** The characters that HubSpot decodes before it signs, and no others. */
const decoded: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
}
const decodedUri = (uri: string): string =>
  uri.replace(/%[0-9a-f]{2}/giu, (code) => decoded[code.toUpperCase()] ?? code)

/** Whether a signature that was given is the one that is right, at an instant in ms. */
export const judge = (given: string, right: string, signedAtMs: number, nowMs: number): Signed => {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  if (one.length !== other.length || !timingSafeEqual(one, other)) return 'forged'
  return Math.abs(nowMs - signedAtMs) <= longestAgeMs ? 'good' : 'stale'
}
