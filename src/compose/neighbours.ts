import { hearing } from '../scheduler/hearing.js'
import { oneAtATime } from '../scheduler/one-at-a-time.js'
import { answerOwed } from '../slack/listening/answer-owed.js'
import type { InFlight } from '../slack/listening/in-flight.js'
import { forget } from '../slack/listening/workspace-events.js'
import type { Ground } from './join.js'
import type { Workspaces } from './workspaces.js'

/** See docs/adr/0029. Not by node-cron, which has a word to say on standard error for each second that a busy machine lost. */
const oftenMs = 2_000
/** In looks: what is owed is looked for each six seconds, and what nobody needs any more is erased each minute. */
const owedEach = 3
const sweptEach = 30
/** A process that comes back after a while has no more to do at once than others do. */
const mostOwedAtOnce = 4

export type Neighbours = {
  /** Looks now. */
  readonly now: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What processes on one database do for each other between two beats: they hear what others heard, and answer what others owe. */
export const startNeighbours = (
  { store, sender, realClock, log }: Pick<Ground, 'store' | 'sender' | 'realClock' | 'log'>,
  workspaces: Pick<Workspaces, 'at' | 'met' | 'loaded'>,
  inFlight: InFlight,
): Neighbours => {
  let looks = 0
  let answering = 0
  let claims = 0
  const hear = hearing({
    heard: store.heard,
    onHeard: (told) => {
      const atWork = workspaces.met(told.workspaceId)?.atWork
      if (told.kind === 'settings') atWork?.bot.mindful.forget()
      else if (atWork !== undefined) forget(atWork.directory, told)
    },
    onDeaf: () => {
      for (const { atWork } of workspaces.loaded()) {
        atWork.directory.forgetEverything()
        atWork.bot.mindful.forget()
      }
    },
  })

  const payDebts = async (): Promise<void> => {
    const limit = mostOwedAtOnce - answering
    if (limit <= 0) return
    for (const owed of await store.owed.take(`${sender} ${++claims}`, realClock(), limit)) {
      answering += 1
      const work = async (): Promise<void> => {
        const workspace = await workspaces.at(owed.workspaceId)
        if (workspace === null) await store.owed.paid(owed, owed.by)
        else await answerOwed(workspace.edge, owed)
      }
      void inFlight
        .run(work, (error) => log.error('What another process owed could not be answered', { err: error }))
        .then(() => {
          answering -= 1
        })
    }
  }

  const sweep = async (): Promise<void> => {
    const now = realClock()
    await store.heard.sweep()
    await store.answers.sweep(now)
    await store.homes.sweep(now)
  }

  const quietly = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.warn('What other processes did could not be looked at', { err: error })
    }
  }
  const rounds = oneAtATime(async () => {
    const look = looks++
    if (store.isShared) await quietly(hear)
    if (look % owedEach === 0) await quietly(payDebts)
    if (look % sweptEach === sweptEach - 1) await quietly(sweep)
  })
  const timer = setInterval(() => void rounds.now(), oftenMs)
  return {
    now: rounds.now,
    stop: async () => {
      clearInterval(timer)
      await rounds.stop()
    },
  }
}
