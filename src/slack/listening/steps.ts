import { SlackUnavailable, StoreUnavailable } from '../../app/ports.js'
import { type StepEnd, stepFailed } from '../answer.js'
import { pause } from '../connection/backoff.js'
import type { Step } from '../incoming.js'
import { runnerIn } from '../steps/inputs.js'
import { answeredOnce } from './answered-once.js'
import { apologyFor } from './apology.js'
import type { Edge } from './edge.js'
import { type EventBody, stepEvent } from './payloads.js'
import type { RetryGaps } from './replies.js'

/**
 * A step of a workflow runs. The whole of it is claimed, and not its answer alone: what a second process worked out after the
 * first had carried it out could be another end. Until Slack has taken how it ended, the event is not acknowledged.
 */
export const onStepRun = async (edge: Edge, envelope: EventBody): Promise<void> => {
  const read = stepEvent.safeParse(envelope.event)
  if (!read.success) return
  const { function: step, inputs, function_execution_id: executionId } = read.data
  const { workspaceId } = edge.me
  // Not the event's id: the same run may be told of by another event.
  const delivery = `step:${executionId}`
  const run: Step = { workspaceId, stepId: step.callback_id, inputs, delivery }
  await answeredOnce(edge, delivery, async () => {
    const end = await endOf(edge, run, edge.replies.gaps)
    await edge.steps.end(executionId, end)
    const userId = runnerIn(inputs)
    if (end.kind === 'failed' || end.told === null || userId === null) return
    // In their name, by a workflow of anybody's: they see what was done, and how it is taken back.
    const { channelId } = end.told
    await edge.replies.tell({ userId, channelId, threadTs: null, responseUrl: null }, end.told.reply)
  })
}

/** When Slack is silent it is asked again here; when the database is away, the event is left to Slack, which repeats it. */
const endOf = async (edge: Edge, run: Step, gaps: RetryGaps): Promise<StepEnd> => {
  try {
    return await edge.listeners.stepped(run)
  } catch (error) {
    if (error instanceof StoreUnavailable && error.trouble === 'gone') throw error
    const [gap, ...later] = gaps
    if (!(error instanceof SlackUnavailable) || gap === undefined)
      return stepFailed(apologyFor(error, edge.log))
    edge.log.warn('Slack could not be asked about a step', { err: error })
    await pause(gap)
    return endOf(edge, run, later)
  }
}
