import { setTimeout as pause } from 'node:timers/promises'
import type { Side } from '../sides/side.js'
import type { Call, ShamSlack } from '../slack/sham-slack.js'
import { type Case, longMessage } from './cases.js'
import type { Delivery } from './deliveries.js'

/** A side and how many people are known to it; the floor knows nobody. */
export type Measured = { readonly side: Side; readonly people: number; readonly isFloor: boolean }

export type Way = { readonly slack: ShamSlack; readonly responseUrl: string; readonly nowMs: () => number }

/**
 * One delivery and its answer, in milliseconds: until the acknowledgement where it carries the answer, else until the
 * answer arrives in another way. The floor's is its acknowledgement.
 */
const once = async (way: Way, { side, people, isFloor }: Measured, what: Case, nth: number) => {
  way.slack.messageIs(what.answersBy === 'chat.postEphemeral' ? longMessage(500, nth, people) : '')
  const delivery: Delivery = what.next(nth, people, way)
  const from = performance.now()
  const later =
    what.answersBy === undefined || isFloor
      ? null
      : way.slack.called(({ method }) => method === what.answersBy)
  const { status, body, ms } = await side.sender.send(delivery.body, delivery.contentType)
  if (status !== 200) throw new Error(`${side.name} answers ${status} to ${what.name}: ${body.slice(0, 200)}`)
  if (isFloor) return ms
  if (later !== null) {
    await inTime(later, what, side)
    return performance.now() - from
  }
  if (body === '') {
    // Too slow for the acknowledgement: it comes by itself.
    const late = way.slack.called(({ method }) => method.startsWith('response'))
    const { args } = await inTime(late, what, side)
    return checked(JSON.stringify(args), performance.now() - from, what, side)
  }
  return checked(body, ms, what, side)
}

const checked = (answer: string, ms: number, { name, shows }: Case, side: Side): number => {
  if (!shows.test(answer)) throw new WrongAnswer(`${side.name}, ${name}: ${answer.slice(0, 600)}`)
  return ms
}

/** Nobody waits for longer than this. */
const patienceMs = 30_000
const inTime = async (answer: Promise<Call>, { name }: Case, side: Side): Promise<Call> => {
  const waited = new AbortController()
  const tooLate = pause(patienceMs, null, { signal: waited.signal }).catch(() => null)
  const first = await Promise.race([answer, tooLate])
  waited.abort()
  if (first === null) throw new WrongAnswer(`${side.name}, ${name}: no answer in ${patienceMs} ms`)
  return first
}

/** On a machine that does much else, Slack's own answers may come too late for the bot. */
class WrongAnswer extends Error {}
/** More of them than one in so many are a fault, and not the machine's. */
const mostWrong = 10

/** `rounds` of times in milliseconds; `cpu`: the processor time that the side took for each delivery, whoever else had it meanwhile. */
export type Taken = { readonly rounds: readonly (readonly number[])[]; readonly cpu: number }

/** Each side in turn, round by round: what sways the machine sways them all. */
export const inTurn = async (
  way: Way,
  sides: readonly Measured[],
  what: Case,
  { rounds, each, warmUp }: { readonly rounds: number; readonly each: number; readonly warmUp: number },
): Promise<readonly Taken[]> => {
  const taken: number[][][] = sides.map(() => [])
  const cpu = sides.map(() => 0)
  let [asked, wrong] = [0, 0]
  const unlessWrong = async (measured: Measured, nth: number): Promise<number | null> => {
    try {
      return await once(way, measured, what, nth)
    } catch (error) {
      if (!(error instanceof WrongAnswer) || wrong > asked / mostWrong) throw error
      wrong++
      return null
    }
  }
  for (const measured of sides)
    for (let n = 0; n < warmUp; n++) await once(way, measured, what, n).catch(() => null)
  for (let round = 0; round < rounds; round++)
    for (const [which, measured] of sides.entries()) {
      const times: number[] = []
      const before = await cpuOf(measured)
      for (let n = 0; n < each; n++) {
        asked++
        const ms = await unlessWrong(measured, round * each + n)
        if (ms !== null) times.push(ms)
      }
      taken[which]?.push(times)
      cpu[which] = (cpu[which] ?? 0) + (await cpuOf(measured)) - before
    }
  return taken.map((times, which) => ({ rounds: times, cpu: (cpu[which] ?? 0) / (rounds * each) }))
}

/** Milliseconds since the process began. */
const cpuOf = async ({ side }: Measured): Promise<number> => {
  const [micros = 0] = await side.ask({ what: 'cpu', times: 1 })
  return micros / 1_000
}

/** So many at a time for so many deliveries: how many were answered in a second. */
export const throughput = async (
  way: Way,
  measured: Measured,
  what: Case,
  { atATime, count }: { readonly atATime: number; readonly count: number },
): Promise<number> => {
  let next = 0
  const from = performance.now()
  const one = async (): Promise<void> => {
    while (next < count) {
      const { status } = await send(way, measured, what, next++)
      if (status !== 200) throw new Error(`${measured.side.name} answers ${status} under load`)
    }
  }
  await Promise.all(Array.from({ length: atATime }, one))
  return (count * 1000) / (performance.now() - from)
}

const send = (way: Way, { side, people }: Measured, what: Case, nth: number) => {
  const { body, contentType } = what.next(nth, people, way)
  return side.sender.send(body, contentType)
}
