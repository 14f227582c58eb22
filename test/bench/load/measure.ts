import { setTimeout as pause } from 'node:timers/promises'
import { aheadMs, type Side } from '../sides/side.js'
import type { Call } from '../slack/sham-slack.js'
import { type Case, longMessage } from './cases.js'

/** A side and how many people are known to it; the floor knows nobody. */
export type Measured = { readonly side: Side; readonly people: number; readonly isFloor: boolean }

const nowMs = (): number => Date.now() + aheadMs
const deliveryOf = ({ side, people }: Measured, what: Case, nth: number) =>
  what.next(nth, people, { responseUrl: side.slack.responseUrl, nowMs })

/**
 * One delivery and its answer, in milliseconds: until the acknowledgement where it carries the answer, else until the
 * answer arrives in another way. The floor's is its acknowledgement.
 */
const once = async (measured: Measured, what: Case, nth: number): Promise<number> => {
  const { side, people, isFloor } = measured
  const { slack } = side
  slack.messageIs(what.answersBy === 'chat.postEphemeral' ? longMessage(500, nth, people) : '')
  const delivery = deliveryOf(measured, what, nth)
  const listening = new AbortController()
  const { answersBy } = what
  // Listened for from the beginning: it may be there as soon as the acknowledgement.
  const later = slack.called(
    ({ method }) => (answersBy === undefined ? method.startsWith('response') : method === answersBy),
    listening.signal,
  )
  try {
    const from = performance.now()
    const { status, body, ms } = await side.send(delivery)
    if (isFloor) return ms
    if (status !== (what.refusedWith ?? 200))
      throw new WrongAnswer(`${side.name} answers ${status} to ${what.name}: ${body.slice(0, 200)}`)
    if (status !== 200) return ms
    if (body !== '' && answersBy === undefined) return checked(body, ms, what, side)
    // In a call of its own: an event's, or one that was too slow for the acknowledgement.
    const { args } = await inTime(later, what, side)
    const taken = performance.now() - from
    return answersBy === undefined ? checked(JSON.stringify(args), taken, what, side) : taken
  } finally {
    listening.abort()
  }
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
/** More of them than one in so many, or than these, are a fault, and not the machine's. */
const mostWrong = 10
const someWrong = 3

/** `rounds` of times in milliseconds; `cpu`: the processor time that the side took for each delivery, whoever else had it meanwhile. */
export type Taken = { readonly rounds: readonly (readonly number[])[]; readonly cpu: number }

export type Rounds = { readonly rounds: number; readonly each: number; readonly warmUp: number }

const withinLimit = ({ atMost }: Case, { rounds, each, warmUp }: Rounds): Rounds => {
  if (atMost === undefined || rounds * each + warmUp <= atMost) return { rounds, each, warmUp }
  const fewer = Math.min(rounds, 5)
  const first = Math.min(warmUp, 5)
  return { rounds: fewer, each: Math.floor((atMost - first) / fewer), warmUp: first }
}

/** Each side in turn, round by round: what sways the machine sways them all. */
export const inTurn = async (
  sides: readonly Measured[],
  what: Case,
  pace: Rounds,
): Promise<readonly Taken[]> => {
  const { rounds, each, warmUp } = withinLimit(what, pace)
  const taken: number[][][] = sides.map(() => [])
  const cpu = sides.map(() => 0)
  let [asked, wrong] = [0, 0]
  const unlessWrong = async (measured: Measured, nth: number): Promise<number | null> => {
    try {
      return await once(measured, what, nth)
    } catch (error) {
      if (!(error instanceof WrongAnswer) || wrong >= Math.max(someWrong, asked / mostWrong)) throw error
      wrong++
      return null
    }
  }
  for (const measured of sides)
    for (let n = 0; n < warmUp; n++) await once(measured, what, n).catch(() => null)
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
export const cpuOf = async ({ side }: Measured): Promise<number> => {
  const [micros = 0] = await side.ask({ what: 'cpu', times: 1 })
  return micros / 1_000
}

/** The first answer of a side, in milliseconds. */
export const firstAnswer = (measured: Measured, what: Case): Promise<number> => once(measured, what, 0)

/** So many at a time for so many deliveries: how many were answered in a second. */
export const throughput = async (
  measured: Measured,
  what: Case,
  { atATime, count }: { readonly atATime: number; readonly count: number },
): Promise<number> => {
  let next = 0
  const from = performance.now()
  const one = async (): Promise<void> => {
    while (next < count) {
      const { status } = await measured.side.send(deliveryOf(measured, what, next++))
      if (status !== 200) throw new Error(`${measured.side.name} answers ${status} under load`)
    }
  }
  await Promise.all(Array.from({ length: atATime }, one))
  return (count * 1000) / (performance.now() - from)
}
