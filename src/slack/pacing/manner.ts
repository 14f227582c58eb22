import { AsyncLocalStorage } from 'node:async_hooks'
import type { Urgency } from './window.js'

/** In which way something is done, and all that is called of Slack in it. */
type Manner = { readonly urgency?: Urgency; readonly isAgain?: boolean; readonly turn?: Turn }
/** `sinceMs`: since when somebody waits, by this process's own clock. `patienceMs`: how long it may still take. */
export type Turn = { readonly sinceMs: number; readonly patienceMs: number }
const manner = new AsyncLocalStorage<Manner>()

/** How much is under way of what is done in a manner of its own. */
let underWay = 0

/**
 * While the storage is in use, Node.js asks it at each promise that is made anywhere, those of a query too: where nothing is
 * done in a manner of its own, as for most commands, it is put away.
 */
const inManner = async <T>(more: Manner, work: () => Promise<T>): Promise<T> => {
  underWay += 1
  try {
    return await manner.run({ ...manner.getStore(), ...more }, work)
  } finally {
    underWay -= 1
    if (underWay === 0) manner.disable()
  }
}

/** Nobody waits for it; what cannot be done now is found again later. */
export const inBackground = <T>(work: () => Promise<T>): Promise<T> =>
  inManner({ urgency: 'background' }, work)

/** Somebody waits for it, whatever it was begun by. */
export const withSomebodyWaiting = <T>(work: () => Promise<T>): Promise<T> =>
  inManner({ urgency: 'interactive' }, work)

/** The same was called before, in vain. */
export const again = <T>(work: () => Promise<T>): Promise<T> => inManner({ isAgain: true }, work)

/** Somebody waits for it, and goes on waiting: it goes before what was begun later. */
export const inTurn = <T>(turn: Turn, work: () => Promise<T>): Promise<T> => inManner({ turn }, work)

export const mannerNow = (): Manner => manner.getStore() ?? {}
