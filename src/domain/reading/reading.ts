import { type AutoReply, readAutoReply } from './auto-reply.js'
import { ownLines } from './lines.js'
import { readSignature, type Signature } from './signature.js'

/** What a pasted message says of somebody's role. `unclear`: nothing that is understood. */
export type Reading = AutoReply | ({ readonly kind: 'signature' } & Signature) | { readonly kind: 'unclear' }

/** As much as is looked at: no email's own words are longer, and patterns take their time over what is. */
const most = 10_000

/** An automatic answer is looked for first: it may have a signature below it, and says more. */
export const readPasted = (text: string): Reading => {
  const lines = ownLines(text.slice(0, most))
  const reply = readAutoReply(lines.join('\n'))
  if (reply !== null) return reply
  const signature = readSignature(lines.join('\n'))
  return signature === null ? { kind: 'unclear' } : { kind: 'signature', ...signature }
}

/** Whether somebody's role may have changed by it. */
export const tellsOfRole = (reading: Reading): boolean =>
  reading.kind === 'left' ||
  (reading.kind === 'signature' && (reading.title !== '' || reading.company !== ''))
