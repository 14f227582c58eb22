import { setImmediate as nextTurn } from 'node:timers/promises'
import { retract } from '../app/forgetting/retract.js'
import { runImports } from '../app/imports/run-imports.js'
import { freshenPosts } from '../app/nudges/freshen.js'
import type { HomeToMake } from '../app/ports/open-homes.js'
import { carryOut } from '../app/sources/carry-out.js'
import type { Instant } from '../domain/local-time.js'
import { dueIn } from '../scheduler/due.js'
import { type LookingAfter, sayHowItStands, takePulse } from '../scheduler/look-after.js'
import { oneAtATime } from '../scheduler/one-at-a-time.js'
import { runPass, sendWaiting } from '../scheduler/pass.js'
import type { Slice } from '../scheduler/slice.js'
import { workTurn } from '../scheduler/work-turn.js'
import { tuned } from '../slack/connection/connect.js'
import { type Among, edgeFor } from '../slack/connection/edge-for.js'
import { counted } from '../slack/listening/counted.js'
import type { EventEdge } from '../slack/listening/events.js'
import type { InFlight } from '../slack/listening/in-flight.js'
import { listensWith } from '../slack/listens.js'
import { inBackground } from '../slack/pacing/manner.js'
import type { Acted } from '../store/unit-of-work.js'
import type { Watch } from '../watch/watch.js'
import type { AtWork, Ground } from './join.js'

/** One workspace with the bot at work in it: ears, thoughts and voice. */
export type Workspace = {
  readonly atWork: AtWork
  readonly edge: EventEdge
  readonly lookingAfter: LookingAfter
  /** One pass now, if anything is due; what goes wrong is logged. Whether all of it went well. */
  readonly beat: () => Promise<boolean>
  /** What is due, in a turn among those of many workspaces; see `startSweep`. */
  readonly turn: (slice: Slice) => Promise<'more' | Instant | null>
  readonly acted: (acted: Acted) => void
  /** Something is to be told, now and not at the next beat. */
  readonly postsWait: () => void
  /** Homes may show somebody who was forgotten: they are marked with the forgetting itself. */
  readonly homesChanged: () => void
  /** Homes that Slack did not take before, or over which a process died, are made again. */
  readonly homesCatchUp: () => void
  /** One of them, which this process has claimed. */
  readonly homeDue: (home: HomeToMake) => void
  readonly stop: () => Promise<void>
}

export const workspaceWith = (options: {
  readonly ground: Ground
  readonly atWork: AtWork
  readonly watch: Watch
  readonly inFlight: InFlight
  /** See `edgeFor`. */
  readonly secret: string
  /** Looks whether somebody was forgotten, by whatever process: Homes may show them. */
  readonly heedForgotten: () => Promise<void>
  /** Overwrites in the database what was forgotten, in whatever workspace; see `Store.tidy`. */
  readonly tidy: () => Promise<void>
  /** Called when Slack has taken the app or its token away. */
  readonly revoked: () => void
  /** Called when an import waits; until said otherwise it is carried out at once. */
  readonly importsWait?: () => void
}): Workspace => {
  const { ground, atWork, watch, inFlight, secret, heedForgotten, tidy } = options
  const { clock, log } = ground
  const { me, bot, directory } = atWork
  const { workspaceId } = me
  const pass = { ...atWork.pass, onPlanned: watch.onPlanned, onSent: watch.onSent }
  const lookingAfter = {
    ...pass,
    isSlackThere: () => watch.isSlackThere(atWork.asksSlack),
    stands: (now: Parameters<LookingAfter['stands']>[0]) => watch.stands(workspaceId, now),
  }
  let isRevoked = false
  const quietly = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      if (!isRevoked) await inBackground(work)
      return true
    } catch (error) {
      log.error('A pass was cut short; the next one goes on', { err: error })
      return false
    }
  }
  // What is taken away in Slack, and overwritten in the database, waits for no working time.
  const overwriting = oneAtATime(async () => void (await quietly(tidy)))
  const tidying = oneAtATime(async () => {
    await quietly(heedForgotten)
    await quietly(() => retract(pass, workspaceId))
    await overwriting.now()
  })
  // What is to be taken away is among what waits: where nothing is due, nothing has to be.
  const tidyingElsewhere = async (): Promise<void> => {
    await quietly(heedForgotten)
    await overwriting.now()
  }
  let stopping = false
  const importing = oneAtATime(async () => {
    await quietly(() => runImports(bot, workspaceId, () => stopping))
    await quietly(() => sayHowItStands(lookingAfter, workspaceId))
  })
  // An act may tell somebody something, or have answered a nudge: now, and not at the next beat.
  const afterActs = oneAtATime(async () => {
    await quietly(() => sendWaiting(pass, workspaceId, clock(), 'notices'))
    await quietly(() => freshenPosts(pass, workspaceId))
  })
  const importsWait = options.importsWait ?? (() => void importing.now())
  const postsWait = () => void afterActs.now()
  const listeners = counted(listensWith({ ...bot, importsWait, postsWait }), watch.meter)
  const edge = edgeFor({
    me,
    access: atWork.access,
    secret,
    listeners,
    directory,
    clock,
    realClock: ground.realClock,
    among: amongOthers(ground.store),
    revoked: () => {
      isRevoked = true
      options.revoked()
    },
    ...tuned(ground.tuning),
    log,
    meter: watch.meter,
  })
  const inHomes = (work: () => Promise<void>) =>
    void inFlight.run(work, (error) => log.error('A Home could not be made', { err: error }))
  /** Not before the answer to what was done, which is nearly always given in the same turn. */
  const homeChanged = (home: HomeToMake) =>
    inHomes(async () => {
      await nextTurn()
      await edge.homes.acted(home)
    })
  const settingsChanged = () => {
    bot.mindful.forget()
    void inFlight.run(
      () => ground.store.heard.tell(workspaceId, [{ kind: 'settings', id: workspaceId }]),
      (error) => log.error('Other processes could not be told of a setting', { err: error }),
    )
  }
  const homesCatchUp = () => inHomes(() => inBackground(() => edge.homes.catchUp()))
  const due = dueIn({ ...ground, turns: ground.store.turns }, workspaceId)
  const wholeBeat = async (): Promise<boolean> => {
    importsWait()
    let leavesPlaces = true
    const isCarriedOut = await quietly(() => carryOut(pass, workspaceId, clock()))
    const isPassed = await quietly(async () => {
      leavesPlaces = (await runPass(pass, workspaceId, clock())).leavesPlaces
    })
    bot.importing.changed()
    await noted(() => sayHowItStands(lookingAfter, workspaceId))
    due.beaten(isCarriedOut && isPassed && !leavesPlaces)
    return isCarriedOut && isPassed
  }
  const noted = (work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => log.error('How the bot stands could not be noted down', { err: error }))
  return {
    atWork,
    edge,
    lookingAfter,
    beat: async () => {
      const isDue = await due.isAnything().catch((error: unknown) => {
        log.warn('What waits could not be asked; everything is tried by itself', { err: error })
        return true
      })
      const isWell = !isDue || (await wholeBeat())
      await (isDue ? tidying.now() : tidyingElsewhere())
      homesCatchUp()
      await noted(() => takePulse(lookingAfter, workspaceId))
      return isWell
    },
    turn: (slice) =>
      inBackground(() =>
        workTurn(
          {
            ...bot,
            ...pass,
            turns: ground.store.turns,
            isSlackThere: lookingAfter.isSlackThere,
            alsoDue: async () => {
              bot.importing.changed()
              await sayHowItStands(lookingAfter, workspaceId)
            },
            onTrouble: (error) => log.error('A turn was cut short; the next one goes on', { err: error }),
          },
          workspaceId,
          slice,
        ),
      ),
    postsWait,
    acted: ({ kind, homes, posts, imports }) => {
      // By other settings what waited may be due now.
      const areSettings = kind === 'settings' || kind === 'undo'
      if (areSettings) settingsChanged()
      if (areSettings || posts) postsWait()
      if (imports) bot.importing.changed()
      if (kind === 'forget') void tidying.now()
      for (const home of homes) homeChanged(home)
    },
    homesChanged: homesCatchUp,
    homesCatchUp,
    homeDue: (home) => inHomes(() => inBackground(() => edge.homes.again(home))),
    stop: async () => {
      await bot.importing.stop()
      stopping = true
      await importing.stop()
      await afterActs.stop()
      await tidying.stop()
      await overwriting.stop()
    },
  }
}

const amongOthers = ({ homes, answers, owed, heard, isShared }: Ground['store']): Among => ({
  isShared,
  homes,
  answers,
  owed,
  tell: heard.tell,
})
