import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { within } from '../listening/within.js'

/** Slack waits 3 s for an acknowledgement; a busy process is late with it. */
const patienceMs = 2_000

/**
 * Hands a delivery to Bolt, and acknowledges an event when it has been handled. Bolt does it before, and then an event
 * over which the process dies is nobody's: Slack repeats what was not acknowledged, and nothing else. What takes longer
 * than Slack waits is acknowledged meanwhile. Commands and presses are acknowledged by whoever answers them.
 */
export const handledFirst = async (
  app: Pick<App, 'processEvent'>,
  event: ReceiverEvent,
  waitMs = patienceMs,
): Promise<void> => {
  if (event.body.type !== 'event_callback') return app.processEvent(event)
  const handled = app.processEvent({ ...event, ack: async () => {} })
  await within(
    handled.catch(() => {}),
    waitMs,
  )
  await event.ack()
  await handled
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
