import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { expect, it } from 'vitest'
import { handledFirst, handlingFirst, NotHandledNow } from '../../../src/slack/connection/handled-first.js'

/** Bolt, as it handles a delivery: it acknowledges first, and is done when it is let go. */
const aBolt = () => {
  const happened: string[] = []
  let letGo = (): void => {}
  const until = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const app = {
    processEvent: async (event: ReceiverEvent) => {
      await event.ack()
      await until
      happened.push('handled')
    },
  } as Pick<App, 'processEvent'> as App
  const delivery = (type: string): ReceiverEvent => ({
    body: { type },
    ack: async () => {
      happened.push('acknowledged')
    },
  })
  return { app, happened, letGo, delivery }
}

it('an event is acknowledged when it has been handled, so that Slack repeats it where nobody lived to handle it', async () => {
  const { app, happened, letGo, delivery } = aBolt()
  const done = handledFirst(app, delivery('event_callback'))
  letGo()
  await done
  expect(happened).toEqual(['handled', 'acknowledged'])
})

it('what takes longer than Slack waits is acknowledged meanwhile, and handled to its end', async () => {
  const { app, happened, letGo, delivery } = aBolt()
  const done = handledFirst(app, delivery('event_callback'), 1)
  await expect.poll(() => happened).toEqual(['acknowledged'])
  letGo()
  await done
  expect(happened).toEqual(['acknowledged', 'handled'])
})

it('an event that could not be handled is acknowledged all the same, and said to the receiver', async () => {
  const { happened, delivery } = aBolt()
  const app = { processEvent: () => Promise.reject(new Error('broken')) } as Pick<App, 'processEvent'> as App
  await expect(handledFirst(app, delivery('event_callback'))).rejects.toThrow('broken')
  expect(happened).toEqual(['acknowledged'])
})

/** Bolt, whose listener cannot handle an event the first so many times. */
const anUnableBolt = (times: number) => {
  const happened: string[] = []
  const app = {
    processEvent: async ({ customProperties }: ReceiverEvent) => {
      happened.push('tried')
      if (happened.filter((each) => each === 'tried').length <= times) customProperties?.leaveUnhandled()
    },
  } as Pick<App, 'processEvent'> as App
  const event: ReceiverEvent = {
    body: { type: 'event_callback' },
    customProperties: { installation: 'T1' },
    ack: async () => {
      happened.push('acknowledged')
    },
  }
  return { app, happened, event }
}

it('an event that cannot be handled now is not acknowledged, so that Slack repeats it', async () => {
  const { app, happened, event } = anUnableBolt(1)
  await expect(handledFirst(app, event)).rejects.toThrow(NotHandledNow)
  expect(happened).toEqual(['tried'])
  await handledFirst(app, event)
  expect(happened).toEqual(['tried', 'tried', 'acknowledged'])
})

it('one of which that shows after it was acknowledged is tried again here, for Slack will not', async () => {
  const { app: unable, happened, event } = anUnableBolt(2)
  const isAcknowledged = () => expect.poll(() => happened).toContain('acknowledged')
  const app = {
    processEvent: async (given: ReceiverEvent) => {
      await isAcknowledged()
      await unable.processEvent(given)
    },
  } as Pick<App, 'processEvent'> as App
  await handledFirst(app, event, 1, [1, 1, 1])
  expect(happened).toEqual(['acknowledged', 'tried', 'tried', 'tried'])
})

it('an event that others have to hear of is not acknowledged before they can, however long that takes', async () => {
  const happened: string[] = []
  let told = (): void => {}
  const telling = new Promise<void>((resolve) => {
    told = resolve
  })
  const app = {
    processEvent: async ({ customProperties }: ReceiverEvent) => {
      customProperties?.holdBack(telling)
      await telling
      happened.push('told')
    },
  } as Pick<App, 'processEvent'> as App
  const event: ReceiverEvent = {
    body: { type: 'event_callback' },
    ack: async () => {
      happened.push('acknowledged')
    },
  }
  await expect(handledFirst(app, event, 1)).rejects.toThrow(NotHandledNow)
  told()
  await expect.poll(() => happened).toEqual(['told'])
  await handledFirst(app, event, 1_000)
  expect(happened).toEqual(['told', 'told', 'acknowledged'])
})

it('what the receiver said of an event reaches whoever listens', async () => {
  const { event } = anUnableBolt(0)
  let given: unknown
  const app = {
    processEvent: async ({ customProperties }: ReceiverEvent) => {
      given = customProperties
    },
  } as Pick<App, 'processEvent'> as App
  await handledFirst(app, event)
  expect(given).toMatchObject({ installation: 'T1' })
})

it('commands and presses are acknowledged by whoever answers them', async () => {
  const { app, happened, letGo, delivery } = aBolt()
  const done = handledFirst(app, delivery('block_actions'))
  await expect.poll(() => happened).toEqual(['acknowledged'])
  letGo()
  await done
})

it('holds for a receiver that hands deliveries over by itself', async () => {
  const { app, happened, letGo, delivery } = aBolt()
  let handing: App | null = null
  const receiver: Receiver = handlingFirst({
    init: (given) => {
      handing = given
    },
    start: async () => {},
    stop: async () => {},
  })
  receiver.init(app)
  const done = (handing as App | null)?.processEvent(delivery('event_callback'))
  letGo()
  await done
  expect(happened).toEqual(['handled', 'acknowledged'])
})
