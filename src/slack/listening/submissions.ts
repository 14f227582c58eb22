import { createHash } from 'node:crypto'
import type { ModalView } from '@slack/types'
import type { Answer } from '../answer.js'
import type { Submission } from '../incoming.js'
import { apologyFor, withoutTyped } from './apology.js'
import type { Edge } from './edge.js'
import { heldValue } from './element-value.js'
import { noticeView } from './notice-view.js'
import { openedFrom } from './opened-from.js'
import { submissionBody, type View } from './payloads.js'
import { doneView, notYetView, savingView } from './saving-view.js'
import { teamOf } from './team-of.js'
import { type Acknowledge, errorsAsReply, readyReply, taken } from './typed.js'
import { whoseView } from './whose-view.js'
import { within } from './within.js'

type SubmissionBody = ReturnType<typeof submissionBody.parse>
/** `failed`: the handler threw, and this is what to say. */
type Result = Answer | { readonly kind: 'failed'; readonly sentence: string }

/**
 * A form that was handed in. What is wrong with it is shown in it, also when the handler fails, so that nothing
 * typed is lost. When the handler needs longer than Slack waits, a small view is laid on top of the form, which
 * keeps its values beneath: until all is kept, one can go back to it.
 */
export const onSubmission = async (edge: Edge, body: unknown, ack: Acknowledge): Promise<void> => {
  const parsed = submissionBody.parse(body)
  const { view, complaint } = whoseView(edge, parsed.view, parsed.user.id)
  const form: SubmissionBody = { ...parsed, view }
  const submission = submissionOf(edge, form)
  const again = `${submission.userId}:${submission.delivery}`
  const before = edge.submitted.get(again)
  if (before !== undefined) {
    await taken(ack, await before)
    return
  }
  const work: Promise<Result> =
    complaint === null ? resultOf(edge, submission) : Promise.resolve({ kind: 'failed', sentence: complaint })
  const early = within(work, edge.patience.formMs)
  const externalId = `saving-${digest(submission.delivery)}`
  const response = early.then((known) =>
    known.done
      ? responseTo(edge, submission, known.value, form.view)
      : { response_action: 'push', view: edge.seal.put(savingView(externalId), submission.userId) },
  )
  edge.submitted.put(again, response)
  const wasTaken = await taken(ack, await response)
  const result = await work
  await tell(edge, submission, form.view, result, wasTaken)
  if (!(await early).done)
    await edge.forms.update(externalId, viewAfter(result, form.view), submission.userId)
}

const submissionOf = (
  edge: Edge,
  { user, team, enterprise, trigger_id: triggerId, view }: SubmissionBody,
): Submission => ({
  workspaceId: edge.me.workspaceId,
  teamId: teamOf(edge.me, { teams: [user.team_id, team?.id], enterpriseId: enterprise?.id }),
  userId: user.id,
  channelId: openedFrom(view.private_metadata).channelId,
  threadTs: openedFrom(view.private_metadata).threadTs,
  // A form with errors is handed in again under the same view and hash; its trigger is new each time.
  delivery: triggerId ?? `${view.id}:${view.hash}:${digest(JSON.stringify(view.state.values))}`,
  callbackId: view.callback_id,
  privateMetadata: view.private_metadata,
  values: Object.fromEntries(
    Object.entries(view.state.values).map(([blockId, elements]) => {
      const [element] = Object.values(elements)
      return [blockId, element === undefined ? '' : heldValue(element)]
    }),
  ),
  triggerId,
})

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)

const resultOf = async (edge: Edge, submission: Submission): Promise<Result> => {
  const { callbackId } = submission
  const handler = Object.hasOwn(edge.listeners.forms, callbackId)
    ? edge.listeners.forms[callbackId]
    : undefined
  if (handler === undefined) {
    edge.log.warn('A form was handed in that nobody listens to', { callbackId })
    return { kind: 'failed', sentence: 'This form is from an older version. Please open it again.' }
  }
  try {
    return await handler(submission)
  } catch (error) {
    return { kind: 'failed', sentence: apologyFor(error, edge.log) }
  }
}

/** What the acknowledgement says; nothing closes the form. */
const responseTo = ({ seal }: Edge, { userId }: Submission, result: Result, view: View): unknown => {
  const answered = answeredIn(view, result)
  if (answered !== null) return { response_action: 'update', view: seal.put(answered, userId) }
  if (result.kind === 'errors') return { response_action: 'errors', errors: result.errors }
  if (result.kind === 'modal') return { response_action: 'update', view: seal.put(result.view, userId) }
  if (result.kind !== 'failed') return undefined
  const input = view.blocks.find((block) => block.type === 'input')
  return input === undefined
    ? { response_action: 'push', view: seal.put(notYetView([result.sentence]), userId) }
    : { response_action: 'errors', errors: { [input.block_id]: result.sentence } }
}

/** A form from Home, or from a shortcut, is answered in its own place: there is no message that led to it. */
const answeredIn = (view: View, result: Result): ModalView | null => {
  const from = openedFrom(view.private_metadata)
  const message = replyIn(result)
  return message !== null && from.inView ? noticeView(message, from, true) : null
}

/** Where the form was opened. */
const tell = async (edge: Edge, from: Submission, view: View, result: Result, wasTaken: boolean) => {
  const { userId, channelId, threadTs } = from
  const beside = answeredIn(view, result) === null ? replyIn(result) : null
  const shown = wasTaken ? beside : (replyIn(result) ?? untaken(result))
  if (shown !== null) await edge.replies.tell({ userId, channelId, threadTs, responseUrl: null }, shown)
}
const replyIn = (result: Result) =>
  result.kind === 'reply' || result.kind === 'replace' ? readyReply(result) : null
/** What the form itself would have shown, had the acknowledgement not found its connection closed. */
const untaken = (result: Result) => {
  if (result.kind === 'errors') return errorsAsReply(result.errors)
  return result.kind === 'failed' ? withoutTyped(result.sentence) : null
}

const viewAfter = (result: Result, form: View): ModalView => {
  if (result.kind === 'modal') return result.view
  const answered = answeredIn(form, result)
  if (answered !== null) return answered
  if (result.kind === 'errors') return notYetView(Object.values(result.errors))
  return result.kind === 'failed' ? notYetView([result.sentence]) : doneView()
}
