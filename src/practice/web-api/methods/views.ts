import { faultMessage } from '../../blocks/spot.js'
import { isViewTooLarge, viewFaults } from '../../blocks/view.js'
import { placedElements } from '../../blocks/walk.js'
import { type Json, objectsAt, textAt } from '../../json.js'
import type { View } from '../../world/view.js'
import { botMethod, type MethodCall } from '../method.js'
import { refuse } from '../refusal.js'

const deepestStack = 3

export const viewsOpen = botMethod([], (call) => {
  const body = viewBody(call, 'modal')
  refuseTakenExternalId(call, body)
  const trigger = redeem(call)
  const view = call.views.open(trigger.userId, body)
  trigger.opened(view.id)
  return { view: call.views.object(view) }
})

export const viewsPush = botMethod([], (call) => {
  const body = viewBody(call, 'modal')
  refuseTakenExternalId(call, body)
  const trigger = redeem(call)
  const stack = call.views.stackOf(trigger.userId)
  if (!trigger.fromModal || stack.length === 0) refuse('not_found')
  if (stack.length >= deepestStack) refuse('push_limit_reached')
  const view = call.views.push(trigger.userId, body)
  trigger.opened(view.id)
  return { view: call.views.object(view) }
})

export const viewsUpdate = botMethod([], (call) => {
  const { args, views } = call
  const view = views.find(args.text('view_id') ?? args.text('external_id') ?? '')
  if (!view) refuse('not_found')
  const body = viewBody(call, view.kind)
  refuseTakenExternalId(call, body, view)
  refuseStaleHash(call, view)
  views.update(view, body)
  return { view: views.object(view) }
})

export const viewsPublish = botMethod([], (call) => {
  const { args, views, workspace } = call
  const userId = args.needText('user_id')
  const body = viewBody(call, 'home')
  if (!workspace.manifest.homeTab) refuse('not_enabled')
  if (!workspace.users.has(userId)) refuse('user_not_found')
  const existing = views.homeOf(userId)
  refuseTakenExternalId(call, body, existing)
  if (existing) refuseStaleHash(call, existing)
  return { view: views.object(views.publish(userId, body)) }
})

function viewBody(call: MethodCall, kind: 'modal' | 'home'): Json {
  const view = call.args.json('view')
  const faults = viewFaults(view, kind).map(faultMessage)
  if (faults.length > 0) refuse('invalid_arguments', { response_metadata: { messages: faults } })
  if (isViewTooLarge(view)) refuse('view_too_large')
  // Whoever may not read files may not ask for them either.
  if (placedElements(objectsAt(view, 'blocks')).some(({ element }) => element.type === 'file_input'))
    call.needScope('files:read')
  return call.args.object('view') ?? refuse('invalid_arguments')
}

function redeem(call: MethodCall) {
  const redeemed = call.triggers.redeem(call.args.needText('trigger_id'))
  return typeof redeemed === 'string' ? refuse(redeemed) : redeemed
}

function refuseTakenExternalId(call: MethodCall, body: Json, own?: View): void {
  const externalId = textAt(body, 'external_id')
  const holder = externalId ? call.views.find(externalId) : undefined
  if (holder && holder !== own) refuse('duplicate_external_id')
}

function refuseStaleHash(call: MethodCall, view: View): void {
  const hash = call.args.text('hash')
  if (hash && hash !== view.hash) refuse('hash_conflict')
}
