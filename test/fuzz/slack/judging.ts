import { judgeMessage } from '../../../src/practice/blocks/message-draft.js'
import { faultMessage } from '../../../src/practice/blocks/spot.js'
import { suggestionFaults } from '../../../src/practice/blocks/suggestion.js'
import { isViewTooLarge, viewFaults } from '../../../src/practice/blocks/view.js'
import { isObject, type Json, objectAt, objectsAt, parseJson, textAt } from '../../../src/practice/json.js'
import type { Problem } from '../../../src/practice/record.js'
import type { Answered, Delivery } from './wire.js'

/** What Slack would have against an acknowledgement; empty when it is fine, or a plain refusal. `given`: unchanged. */
export const faultsOfAck = (
  { kind, payload }: Delivery,
  given: Json,
  { status, body, tookMs }: Answered,
): string[] => {
  const late = tookMs > 3_000 ? [`it took ${Math.round(tookMs)} ms`] : []
  // Bolt itself throws at what is none of Slack's shapes, and answers 500.
  if (status >= 400) return late
  if (body === '') return late
  const said = parseJson(body)
  if (!isObject(said)) return [...late, `it says ${body.slice(0, 80)}`]
  if (kind === 'event') return [...late, 'an event was answered']
  if (kind === 'command') return [...late, ...messageFaults(said)]
  if (payload.type === 'block_suggestion') return [...late, ...suggestionFaults(said).map(faultMessage)]
  if (payload.type === 'view_submission') return [...late, ...submissionFaults(said, given)]
  return [...late, `${String(payload.type)} was answered with ${body.slice(0, 80)}`]
}

const messageFaults = (said: Json): string[] => {
  const judged = judgeMessage(said)
  return judged.ok ? (judged.content.wasCut ? ['the text is cut'] : []) : [judged.error, ...judged.faults]
}

const submissionFaults = (said: Json, payload: Json): string[] => {
  const action = said.response_action
  if (action === 'clear') return []
  if (action === 'errors') {
    const inputs = objectsAt(objectAt(payload, 'view'), 'blocks').filter(({ type }) => type === 'input')
    const known = new Set(inputs.map((block) => textAt(block, 'block_id') ?? ''))
    const errors = Object.entries(objectAt(said, 'errors') ?? {})
    if (errors.length === 0) return ['no errors in it']
    return errors.flatMap(([id, text]) =>
      (known.size > 0 && !known.has(id)) || text === '' || String(text).length > 2000
        ? [`a bad error at ${id}`]
        : [],
    )
  }
  if (action !== 'update' && action !== 'push') return [`response_action ${String(action)}`]
  const faults = viewFaults(said.view, 'modal').map(faultMessage)
  return isViewTooLarge(said.view) ? [...faults, 'view_too_large'] : faults
}

/** Codes by which Slack says that an id, a trigger or a view is not what the payload said: that is the payload's fault. */
const ofThePayload = new Set([
  'function_execution_not_found',
  'execution_not_in_running_state',
  'channel_not_found',
  'user_not_found',
  'users_not_found',
  'user_not_in_channel',
  'message_not_found',
  'thread_not_found',
  'not_in_channel',
  'file_not_found',
  'invalid_trigger_id',
  'expired_trigger_id',
  'exchanged_trigger_id',
  'not_found',
  'push_limit_reached',
  'is_archived',
  'invalid_name',
])

/** Of what Slack found wrong: all that no payload excuses. */
export const inexcusable = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ kind, code, message }) => {
    if (kind === 'refused_method') return !ofThePayload.has(code ?? '')
    // The address that Slack gave was changed on its way.
    return !(kind === 'refused_response_url' && /no_such_url|used_url|expired_url/.test(message))
  })
