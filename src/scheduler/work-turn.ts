import { type RetractPorts, retract } from '../app/forgetting/retract.js'
import { type RunPorts, runImports } from '../app/imports/run-imports.js'
import type { Now, Turns, Waits } from '../app/ports/turns.js'
import { type CarryOutPorts, carryOut } from '../app/sources/carry-out.js'
import { whenNext } from '../app/turns/when-next.js'
import { keepPulse } from '../app/watching/keep-pulse.js'
import type { Instant } from '../domain/local-time.js'
import { atOnce, type PassPorts, runPass } from './pass.js'
import type { Slice } from './slice.js'

export type TurnPorts<M> = PassPorts<M> &
  RetractPorts<M> &
  CarryOutPorts &
  RunPorts & {
    readonly turns: Pick<Turns, 'waits'>
    /** Whether Slack is at hand; asks it, when nothing was heard of it for long. */
    readonly isSlackThere: () => Promise<boolean>
    /** What else is done wherever something is due, in this process: Homes, messages that follow imports. */
    readonly alsoDue?: () => Promise<void>
    /** Told of a step that was cut short by an error; the others go on. */
    readonly onTrouble: (error: unknown) => void
  }

/** Even where nothing waits, what expires is swept so often, and silent places are looked at. */
const tendedMs = 45 * 60_000
const minuteMs = 60_000

/**
 * What a beat does, for one workspace and in one slice: `more` when there is more than fits into it, else when the next
 * thing is due, or null when nothing is known to come. Where nothing is due it reads, and that is all.
 */
export const workTurn = async <M>(
  ports: TurnPorts<M>,
  workspaceId: string,
  slice: Slice,
): Promise<'more' | Instant | null> => {
  const at: Now = { now: ports.clock(), realNow: ports.realClock() }
  const before = await ports.turns.waits(workspaceId, at)
  const due = whenNext(before, at)
  if (isTended(before, at) && (due === null || due > at.now)) return due

  let isStuck = false
  const quietly = async (work: () => Promise<unknown>): Promise<void> => {
    if (slice.isLost()) return
    try {
      await work()
    } catch (error) {
      isStuck = true
      ports.onTrouble(error)
    }
  }
  let isFlooded = false
  await quietly(() => carryOut(ports, workspaceId, at.now, slice.step()))
  await quietly(async () => {
    const { outcomes, leftOut } = await runPass({ ...ports, isOver: slice.step() }, workspaceId, at.now)
    isStuck ||= leftOut.length > 0
    isFlooded = outcomes.length >= atOnce && outcomes.some((outcome) => outcome !== 'waiting')
  })
  await quietly(() => retract(ports, workspaceId, slice.step()))
  await quietly(() => runImports(ports, workspaceId, slice.step()))
  await quietly(async () => ports.alsoDue?.())
  await quietly(async () => {
    const isSlackThere = await ports.isSlackThere()
    await keepPulse(ports, workspaceId, { now: ports.realClock(), isSlackThere })
  })
  if (slice.wasCut() || isFlooded || slice.isLost()) return 'more'
  const after: Now = { now: ports.clock(), realNow: ports.realClock() }
  const next = whenNext(await ports.turns.waits(workspaceId, after), after, true)
  const again = new Date(Date.parse(after.now) + minuteMs).toISOString()
  return isStuck && (next === null || next > again) ? again : next
}

const isTended = ({ beatAt }: Waits, { realNow }: Now): boolean =>
  beatAt !== null && Math.abs(Date.parse(realNow) - Date.parse(beatAt)) < tendedMs
