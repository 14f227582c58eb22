import { faultMessage } from '../blocks/spot.js'
import { viewFaults } from '../blocks/view.js'
import { isObject, type Json, objectAt } from '../json.js'
import type { User } from '../world/user.js'
import type { View } from '../world/view.js'
import type { Given } from './choice.js'
import { fillIn, formErrors } from './form.js'
import { deliverInteraction } from './interaction.js'
import { type ActorParts, interactionBase } from './parts.js'
import { Run } from './run.js'

/** Fills in and submits the top modal. What Slack or the bot finds wrong stands in the run's `errors`. */
export async function submit(
  parts: ActorParts,
  user: User,
  view: View,
  values: Record<string, Given>,
): Promise<Run> {
  const { workspace, views, triggers } = parts
  const open = topModal(parts, user, view)
  if (!isObject(open.body.submit)) throw new Error('This modal has no submit button')
  fillIn(parts, user, open, values)
  const run = new Run('view_submission', workspace, views)
  run.errors = formErrors(parts, open)
  if (Object.keys(run.errors).length > 0) {
    run.delivered = false
    return run
  }
  await deliverInteraction(parts, run, {
    type: 'view_submission',
    ...interactionBase(parts, user, 'of the user'),
    trigger_id: triggers.issue(user.id, { fromModal: true, onOpen: (viewId) => run.noteView(viewId) }),
    view: views.object(open),
    response_urls: [],
  })
  if (run.acknowledged) follow(parts, user, open, run)
  return run
}

/** Closes the top modal with its close button; the bot hears of it if it asked to. */
export async function close(parts: ActorParts, user: User, view: View): Promise<Run> {
  const open = topModal(parts, user, view)
  const isCleared = open.body.clear_on_close === true
  const payload: Json = {
    type: 'view_closed',
    ...interactionBase(parts, user, 'of the user'),
    view: parts.views.object(open),
    is_cleared: isCleared,
  }
  const run = new Run('view_closed', parts.workspace, parts.views)
  parts.views.close(user.id, isCleared ? 'all' : 'top')
  if (open.body.notify_on_close === true) await deliverInteraction(parts, run, payload)
  else run.delivered = false
  return run
}

function topModal(parts: ActorParts, user: User, view: View): View {
  const top = parts.views.stackOf(user.id).at(-1)
  if (!top || top.id !== view.id) throw new Error(`${user.name} has another modal before them, or none`)
  return top
}

/** Does what the acknowledgement of a submission says: close, errors, update, push or clear. */
function follow(parts: ActorParts, user: User, view: View, run: Run): void {
  const { views } = parts
  const body = isObject(run.ackBody) ? run.ackBody : {}
  const { response_action: action } = body
  if (action === undefined) {
    // The handler may have closed or replaced it already.
    if (views.stackOf(user.id).at(-1) === view) views.close(user.id, 'top')
  } else if (action === 'clear') views.close(user.id, 'all')
  else if (action === 'errors') takeErrors(parts, view, run, objectAt(body, 'errors') ?? {})
  else if (action === 'update' || action === 'push') showNext(parts, user, view, run, body)
  else reject(parts, run, `response_action ${String(action)} is unknown`)
}

function takeErrors(parts: ActorParts, view: View, run: Run, errors: Json): void {
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id))
  const unknown = Object.keys(errors).filter((blockId) => !inputs.has(blockId))
  if (unknown.length > 0 || Object.keys(errors).length === 0) {
    reject(parts, run, `errors must name input blocks of the view: ${unknown.join(', ') || 'none named'}`)
  }
  for (const [blockId, error] of Object.entries(errors)) run.errors[blockId] = String(error)
  parts.workspace.changes.touch()
}

function showNext(parts: ActorParts, user: User, view: View, run: Run, body: Json): void {
  const next = objectAt(body, 'view') ?? {}
  const faults = viewFaults(next, 'modal').map(faultMessage)
  if (faults.length > 0) reject(parts, run, faults.join(' '))
  else if (body.response_action === 'update') {
    parts.views.update(view, next)
    run.noteView(view.id)
  } else if (parts.views.stackOf(user.id).length >= 3) reject(parts, run, 'push_limit_reached')
  else run.noteView(parts.views.push(user.id, next).id)
}

/** Slack shows "We had some trouble connecting" and leaves the form as it is. */
function reject(parts: ActorParts, run: Run, why: string): void {
  run.acknowledged = false
  run.error = 'trouble_connecting'
  parts.workspace.record.problem('refused_blocks', `The answer to a view_submission: ${why}`)
}
