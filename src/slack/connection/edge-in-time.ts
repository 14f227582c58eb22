import { StoreUnavailable } from '../../app/ports.js'
import type { EdgeOf } from '../listening/edge-of.js'
import type { EventEdge } from '../listening/events.js'
import { within } from '../listening/within.js'

/**
 * Looks up whose a delivery is, once for Bolt and for whoever listens, and not for longer than leaves time to say so within
 * Slack's three seconds. After that it rejects as a database does that is busy.
 */
export const edgeInTime = (
  edgeOf: EdgeOf,
  patienceMs: number,
): { readonly first: EdgeOf; readonly second: EdgeOf } => {
  const asked = new WeakMap<object, Promise<EventEdge | null>>()
  const ask: EdgeOf = async (body) => {
    const known = await within(edgeOf(body), patienceMs)
    if (known.done) return known.value
    throw new StoreUnavailable('busy', 'Whose a delivery is was not known in time.')
  }
  return {
    first: (body) => {
      const asking = ask(body)
      if (typeof body === 'object' && body !== null) asked.set(body, asking)
      return asking
    },
    second: (body) => {
      const before = typeof body === 'object' && body !== null ? asked.get(body) : undefined
      // What is tried once more is asked anew.
      if (typeof body === 'object' && body !== null) asked.delete(body)
      return before ?? ask(body)
    },
  }
}
