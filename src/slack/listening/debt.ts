import { randomUUID } from 'node:crypto'
import type { Delivery, OwedAnswer, OwedDraft } from '../../app/ports/answering.js'
import type { Edge } from './edge.js'
import { within } from './within.js'

/** What is left of Slack's three seconds when a command has taken as long as it may. */
const writingMs = 1_400
const renewedEachMs = 6_000
/** Nobody takes it over before; see `Owed`. */
const surelyOursMs = 18_000

/**
 * An answer that is owed: what Slack said lies in the database, so that another process answers when this one dies, or when
 * nothing was heard of it for a while.
 */
export type Debt = {
  readonly delivery: Delivery
  /** Whether somebody else would answer now. */
  readonly isWritten: boolean
  /** Before it is answered: false when another process does that. */
  readonly isOurs: () => Promise<boolean>
  /** It is answered, or nobody is to answer it. Never rejects. */
  readonly settle: () => Promise<void>
  /** It stays owed, to whoever comes. */
  readonly leave: () => void
}

/**
 * Writes it down, before Slack is told that all is well: or, where the database takes its time, as soon as it can. Never
 * rejects, and takes no longer than Slack waits.
 */
export const goIntoDebt = async (edge: Edge, draft: OwedDraft): Promise<Debt> => {
  const by = randomUUID()
  const writing = edge.owed.owe(draft, by, edge.realClock()).catch((error: unknown) => {
    edge.log.warn('That an answer is owed could not be written down', { err: error })
    return null
  })
  const early = await within(writing, writingMs)
  const wasOwed = early.done && early.value === false
  // A load balancer brought it to two processes: the other one answers.
  if (wasOwed) return { ...owedElsewhere, delivery: draft }
  const debt = debtOf(edge, { ...draft, by }, early.done && early.value === true)
  if (early.done) return debt
  // It may be written down after it was answered; nobody waits for that.
  return {
    ...debt,
    settle: async () => {
      debt.leave()
      void writing.then(debt.settle)
    },
  }
}

const owedElsewhere = {
  isWritten: true,
  isOurs: async () => false,
  settle: async () => {},
  leave: () => {},
}

/** One that was taken over from a process of which nothing was heard. */
export const takenOver = (edge: Edge, owed: OwedAnswer): Debt => debtOf(edge, owed, true)

const debtOf = (edge: Edge, owed: OwedDraft & { readonly by: string }, isWritten: boolean): Debt => {
  const { by } = owed
  let oursUntil = isWritten ? performance.now() + surelyOursMs : 0
  const renew = async (): Promise<boolean> => {
    const from = performance.now()
    const isRenewed = await edge.owed.renew(owed, by, edge.realClock())
    if (isRenewed) oursUntil = from + surelyOursMs
    return isRenewed
  }
  const timer = setInterval(() => void renew().catch(() => {}), renewedEachMs)
  timer.unref()
  return {
    delivery: owed,
    isWritten,
    isOurs: async () => {
      // One that is gone was forgotten with somebody: nobody took it over in that time.
      if (!isWritten || performance.now() < oursUntil) return true
      // Without the database nobody else has it either.
      return renew().catch(() => true)
    },
    leave: () => clearInterval(timer),
    settle: async () => {
      clearInterval(timer)
      await edge.owed
        .paid(owed, by)
        .catch((error: unknown) =>
          edge.log.warn('An answer that was given is still owed; it may be given once more', { err: error }),
        )
    },
  }
}
