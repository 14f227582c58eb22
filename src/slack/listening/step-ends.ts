import type { WebClient } from '@slack/web-api'
import type { Log } from '../../logging.js'
import { type StepEnd, stepFailed } from '../answer.js'
import { pause } from '../connection/backoff.js'
import { again } from '../pacing/manner.js'
import { troubleOf } from '../slack-error.js'
import { stepWords } from '../views/step-words.js'
import type { RetryGaps } from './replies.js'

/** Slack did not say that it took how a step ended: it is done once more when the event comes again. */
export class StepNotEnded extends Error {
  override readonly name = 'StepNotEnded'
}

/** Tells Slack how steps ended, so that their workflows go on. */
export class StepEnds {
  readonly #client: WebClient
  readonly #log: Log
  readonly #gaps: RetryGaps

  constructor(client: WebClient, log: Log, gaps: RetryGaps) {
    this.#client = client
    this.#log = log
    this.#gaps = gaps
  }

  /** Slack takes one end of a step, so telling it twice does no harm. Rejects with `StepNotEnded`. */
  async end(executionId: string, end: StepEnd): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await (tries === 0 ? this.#tell(executionId, end) : again(() => this.#tell(executionId, end)))
        return
      } catch (error) {
        const trouble = troubleOf(error)
        const { kind, code } = trouble
        if (ended.has(code)) return this.#log.debug('A step had ended before', { code })
        if (code === 'parameter_validation_failed' && end.kind === 'done') {
          this.#log.error('Slack refused what a step gave', { code })
          return this.end(executionId, stepFailed(stepWords.notTaken))
        }
        if (kind === 'permanent') return this.#log.error('A step could not be ended', { code })
        const gap = this.#gaps[tries]
        if (gap === undefined)
          throw new StepNotEnded('Slack did not take the end of a step', { cause: error })
        await pause(Math.max(gap, (kind === 'temporary' ? trouble.retryAfterMs : null) ?? 0))
      }
    }
  }

  #tell(function_execution_id: string, end: StepEnd): Promise<unknown> {
    const client = this.#client
    return end.kind === 'done'
      ? client.functions.completeSuccess({ function_execution_id, outputs: { ...end.outputs } })
      : client.functions.completeError({ function_execution_id, error: end.why })
  }
}

/** By an answer that got lost on its way back, by another process, or by whoever took the workflow away. */
const ended = new Set(['execution_not_in_running_state', 'function_execution_not_found'])
