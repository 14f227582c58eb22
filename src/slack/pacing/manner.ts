import { AsyncLocalStorage } from 'node:async_hooks'
import type { Urgency } from './window.js'

/** In which way something is done, and all that is called of Slack in it. */
type Manner = { readonly urgency?: Urgency; readonly isAgain?: boolean; readonly turn?: Turn }
/** `sinceMs`: since when somebody waits, by this process's own clock. `patienceMs`: how long it may still take. */
export type Turn = { readonly sinceMs: number; readonly patienceMs: number }
const manner = new AsyncLocalStorage<Manner>()

/** Nobody waits for it; what cannot be done now is found again later. */
export const inBackground = <T>(work: () => T): T =>
  manner.run({ ...manner.getStore(), urgency: 'background' }, work)

/** Somebody waits for it, whatever it was begun by. */
export const withSomebodyWaiting = <T>(work: () => T): T =>
  manner.run({ ...manner.getStore(), urgency: 'interactive' }, work)

/** The same was called before, in vain. */
export const again = <T>(work: () => T): T => manner.run({ ...manner.getStore(), isAgain: true }, work)

/** Somebody waits for it, and goes on waiting: it goes before what was begun later. */
export const inTurn = <T>(turn: Turn, work: () => T): T => manner.run({ ...manner.getStore(), turn }, work)

export const mannerNow = (): Manner => manner.getStore() ?? {}
