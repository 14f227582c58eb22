import type { App } from '@slack/bolt'
import type { Log } from '../logging.js'
import { type DeliveryKind, type Meter, unmetered } from '../metering.js'
import type { LeavesUnhandled } from './connection/handled-first.js'
import { AnsweredElsewhere } from './listening/answered-once.js'
import { apologyFor, withTypedAgain } from './listening/apology.js'
import type { EdgeOf, HearsOfInstallations } from './listening/edge-of.js'
import type { EventEdge, HoldsBack } from './listening/events.js'
import { isLeftToSlack, onEvent } from './listening/events.js'
import type { InFlight } from './listening/in-flight.js'
import { onLookup } from './listening/lookups.js'
import { commandBody } from './listening/payloads.js'
import { onPress } from './listening/presses.js'
import { onShortcut } from './listening/shortcuts.js'
import { onSubmission } from './listening/submissions.js'
import { type Acknowledge, onCommand, quietly } from './listening/typed.js'

/** To whom a delivery goes. */
type Routing = { readonly edgeOf: EdgeOf; readonly hearsOfInstallations: HearsOfInstallations }

/** What the acknowledgement of every kind of delivery has in common. */
type Delivered = { readonly body: unknown; readonly ack: (...response: never[]) => Promise<void> }

/**
 * Hands everything that Slack delivers to the listeners. Bolt is asked for all of each kind, and the tables of
 * `listeners.ts` decide: what they do not name is acknowledged too, or the user would see an error of Slack's.
 */
export const registerListeners = (
  app: App,
  { edgeOf, hearsOfInstallations }: Routing,
  inFlight: InFlight,
  log: Log,
  meter: Meter = unmetered,
): void => {
  const handled =
    (kind: DeliveryKind, listener: (edge: EventEdge, body: unknown, ack: Acknowledge) => Promise<void>) =>
    async ({ body, ack }: Delivered): Promise<void> => {
      const taken = stopwatch()
      const acknowledge = once(ack, () => meter.acknowledged(kind, taken()))
      await inFlight.run(
        async () => {
          const edge = await edgeOf(body).catch(async (error: unknown) => {
            // What is handed in stays with whoever did, when Slack hears nothing; a command alone can be answered.
            if (kind === 'command') await quietly(() => acknowledge(sorryFor(error, body, log)))
            throw error
          })
          try {
            if (edge !== null) await listener(edge, body, acknowledge)
            else if (kind === 'command') await acknowledge({ text: notInstalled })
          } finally {
            await quietly(acknowledge)
            meter.answered(kind, taken())
          }
        },
        (error) => log.error('A delivery from Slack could not be handled', { err: error }),
      )
    }
  const all = /^/
  app.command(all, handled('command', onCommand))
  app.action(all, handled('press', onPress))
  app.view({ callback_id: all, type: 'view_submission' }, handled('submission', onSubmission))
  app.view({ callback_id: all, type: 'view_closed' }, handled('closed-view', onNothing))
  app.options(all, handled('lookup', onLookup))
  app.shortcut(all, handled('shortcut', onShortcut))
  // Bolt has acknowledged an event before anybody hears of it.
  app.event(all, async ({ body, context }) => {
    const taken = stopwatch()
    await inFlight.run(
      async () => {
        const holdsBack: HoldsBack = (until) => heldBack({ holdBack: context.holdBack }, until)
        const hearing = hearsOfInstallations(body)
        holdsBack(hearing)
        if (await hearing) return
        const edge = await edgeOf(body)
        if (edge === null) return
        await onEvent(edge, body, holdsBack)
        meter.answered('event', taken())
      },
      (error) => {
        if (error instanceof AnsweredElsewhere) log.debug('An event is being answered by another process')
        else log.error('An event from Slack could not be handled', { err: error })
        // Without the database it can neither be kept nor refused: Slack delivers it once more.
        if (isLeftToSlack(error)) leaveUnhandled({ leaveUnhandled: context.leaveUnhandled })
      },
    )
  })
  app.error(async (error) => logError(log, error))
}

const notInstalled =
  'Personable is not installed in this workspace any more. An admin can add it again; what it knew is kept for a while.'

/** See `handledFirst`. */
const leaveUnhandled = (given: Partial<LeavesUnhandled>): void => given.leaveUnhandled?.()
const heldBack = (given: Partial<LeavesUnhandled>, until: Promise<unknown>): void => given.holdBack?.(until)

/** Nobody knows yet which workspace it is for: the sentence alone, with what was typed. */
const sorryFor = (error: unknown, body: unknown, log: Log): unknown => {
  const typed = commandBody.safeParse(body).data
  const sentence = apologyFor(error, log)
  const { text, blocks } = withTypedAgain(
    sentence,
    typed === undefined ? '' : `${typed.command} ${typed.text}`,
  )
  return { response_type: 'ephemeral', text, blocks: [...blocks] }
}

const onNothing = async (_edge: EventEdge, _body: unknown, ack: Acknowledge): Promise<void> => quietly(ack)

/** Bolt over HTTP throws at a second acknowledgement. */
const once = (ack: Delivered['ack'], onDone: () => void): Acknowledge => {
  const acknowledge = ack as Acknowledge
  let isDone = false
  return async (response) => {
    if (isDone) return
    isDone = true
    await acknowledge(response)
    onDone()
  }
}

/** Seconds since now. */
const stopwatch = (): (() => number) => {
  const from = performance.now()
  return () => (performance.now() - from) / 1000
}

const logError = (log: Log, error: unknown): void => {
  const cause = error instanceof Error && 'original' in error ? (error.original ?? error) : error
  log.error('Bolt could not handle a delivery from Slack', { err: cause })
}
