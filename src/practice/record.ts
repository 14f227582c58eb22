import type { Changes } from './changes.js'
import type { SlackClock } from './clock.js'

/** One thing that went over the wire, or would have. */
export interface Traffic {
  /** Counts up from 1 in the order things happened. */
  number: number
  /** Epoch milliseconds by the practice clock. */
  at: number
  /** `in`: from the bot. `out`: to the bot. `withheld`: a real Slack would not have sent it; `note` says why. */
  direction: 'in' | 'out' | 'withheld'
  kind: 'method' | 'response_url' | 'upload' | 'download' | 'event' | 'command' | 'interaction' | 'socket'
  /** The method, event type, command, interaction type or frame. */
  name: string
  /**
   * Whose installation's token a method was called with: T… of the workspace, or E… of the organisation. Of a
   * response_url, the workspace that issued it.
   */
  installationId?: string
  /** What was sent, parsed. */
  body: unknown
  /** What was answered: the method's answer, or the acknowledgement; undefined while there is none. */
  answer?: unknown
  note?: string
  /** What Slack would have refused in it, each with a JSON pointer where there is one. */
  faults: string[]
}

/** Something that a real Slack would have refused, or that the bot failed to do. */
export interface Problem {
  at: number
  kind:
    | 'refused_method'
    | 'refused_blocks'
    | 'refused_response_url'
    | 'refused_upload'
    | 'refused_signature'
    | 'not_acknowledged'
    | 'bad_acknowledgement'
    | 'acknowledged_twice'
    | 'answered_twice'
    | 'not_declared'
    | 'missing_scope'
    | 'text_cut'
  message: string
  /** The method, event, command or interaction that it is about. */
  subject?: string
  /** Slack's error code, where a method was refused. */
  code?: string
}

/** What happened, in order: the traffic both ways, and the problems found in it. */
export class Recorder {
  readonly traffic: Traffic[] = []
  readonly problems: Problem[] = []
  readonly #clock: SlackClock
  readonly #changes: Changes

  constructor(clock: SlackClock, changes: Changes) {
    this.#clock = clock
    this.#changes = changes
  }

  /** Notes one message; `answer` and `faults` are filled in later through the returned entry and `answered`. */
  note(entry: Pick<Traffic, 'direction' | 'kind' | 'name' | 'body'> & { note?: string }): Traffic {
    const traffic: Traffic = { number: this.traffic.length + 1, at: this.#clock.now(), faults: [], ...entry }
    this.traffic.push(traffic)
    this.#changes.touch()
    return traffic
  }

  answered(entry: Traffic, answer: unknown): void {
    entry.answer = answer
    this.#changes.touch()
  }

  /** Forgets the problems with this code; answers how many there were. */
  forgive(code: string): number {
    const kept = this.problems.filter((problem) => problem.code !== code)
    const forgiven = this.problems.length - kept.length
    this.problems.splice(0, this.problems.length, ...kept)
    return forgiven
  }

  /** Notes a problem; with `entry` also as a fault of that message. */
  problem(kind: Problem['kind'], message: string, entry?: Traffic, code?: string): void {
    this.problems.push({
      at: this.#clock.now(),
      kind,
      message,
      ...(entry ? { subject: entry.name } : {}),
      ...(code ? { code } : {}),
    })
    entry?.faults.push(message)
    this.#changes.touch()
  }
}
