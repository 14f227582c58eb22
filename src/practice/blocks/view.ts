import { isObject } from '../json.js'
import { block } from './layout/block.js'
import { type Check, flag, list, may, need, oneOf, shape, string } from './rules.js'
import { type BlockFault, Spot } from './spot.js'
import { plainText } from './text.js'
import { checkUniqueness } from './uniqueness.js'

const common = {
  blocks: need(list(block, 0, 100)),
  private_metadata: may(string(3_000, 0)),
  callback_id: may(string(255, 0)),
  external_id: may(string(255, 0)),
}
const modal = shape({
  type: need(oneOf('modal')),
  title: need(plainText(24)),
  submit: may(plainText(24)),
  close: may(plainText(24)),
  clear_on_close: may(flag),
  notify_on_close: may(flag),
  submit_disabled: may(flag),
  ...common,
})
const home = shape({ type: need(oneOf('home')), ...common })

const inputNeedsSubmit: Check = (value, at) => {
  if (!isObject(value) || value.type !== 'modal' || value.submit !== undefined) return
  const hasInput =
    Array.isArray(value.blocks) && value.blocks.some((item) => isObject(item) && item.type === 'input')
  if (hasInput) at.refuse('missing required field: submit (a modal with an input block needs it)')
}

/** What Slack would refuse in a view of this kind; an empty list when it would take it. */
export function viewFaults(view: unknown, kind: 'modal' | 'home'): BlockFault[] {
  const at = new Spot(kind, '/view')
  const check = kind === 'modal' ? modal : home
  check(view, at)
  inputNeedsSubmit(view, at)
  if (isObject(view)) checkUniqueness(view.blocks, at.in('blocks'))
  return at.faults
}

/** A view may weigh 250 kB (`view_too_large`). */
export function isViewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > 250_000
}
