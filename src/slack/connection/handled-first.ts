import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { within } from '../listening/within.js'
import { pause } from './backoff.js'

/** Slack waits 3 s for an acknowledgement; a busy process is late with it. */
const patienceMs = 2_000
/** Pauses before an event is tried once more that Slack will not repeat. */
const triedAgainAfterMs = [5_000, 20_000, 60_000, 120_000]

/** An event could not be handled for now; Slack is not told that it came, and repeats it. */
export class NotHandledNow extends Error {
  override readonly name = 'NotHandledNow'
}

/** What a listener gets along with an event, to say that it could not be handled for now. */
export type LeavesUnhandled = {
  readonly leaveUnhandled: () => void
  /** Slack is not told that it came before this is settled: when that takes long, Slack repeats it. */
  readonly holdBack: (until: Promise<unknown>) => void
}

/**
 * Hands a delivery to Bolt, and acknowledges an event when it has been handled. Bolt does it before, and then an event
 * over which the process dies, or for which the database is out of reach, is nobody's: Slack repeats what was not
 * acknowledged, and nothing else. What takes longer than Slack waits is acknowledged meanwhile, and is tried again here.
 * Commands and presses are acknowledged by whoever answers them. Rejects with `NotHandledNow` for what is left to Slack.
 */
export const handledFirst = async (
  app: Pick<App, 'processEvent'>,
  event: ReceiverEvent,
  waitMs = patienceMs,
  gapsMs: readonly number[] = triedAgainAfterMs,
): Promise<void> => {
  if (event.body.type !== 'event_callback') return app.processEvent(event)
  let heldBack = 0
  const letGo = (): void => {
    heldBack -= 1
  }
  const handle = async (): Promise<boolean> => {
    let isHandled = true
    const leaves: LeavesUnhandled = {
      leaveUnhandled: () => {
        isHandled = false
      },
      holdBack: (until) => {
        heldBack += 1
        until.then(letGo, letGo)
      },
    }
    const customProperties = { ...event.customProperties, ...leaves }
    await app.processEvent({ ...event, customProperties, ack: async () => {} })
    return isHandled
  }
  const first = handle()
  const early = await within(
    first.catch(() => true),
    waitMs,
  )
  const isLeft = early.done ? !early.value : heldBack > 0
  if (isLeft) throw new NotHandledNow('An event is left to be repeated by Slack')
  await event.ack()
  let isHandled = await first
  for (const gapMs of gapsMs) {
    if (isHandled) return
    await pause(gapMs)
    isHandled = await handle()
  }
}

/** The same for a receiver that hands deliveries over by itself. */
export const handlingFirst = <R extends Receiver>(receiver: R): R => {
  const { init } = receiver
  receiver.init = (app) => {
    const handing: App = Object.create(app, {
      processEvent: { value: (event: ReceiverEvent) => handledFirst(app, event) },
    })
    init.call(receiver, handing)
  }
  return receiver
}
