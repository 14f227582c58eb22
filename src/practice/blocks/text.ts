import { isObject } from '../json.js'
import { type Check, flag, may, need, oneOf, shape, string } from './rules.js'

function textObject(types: readonly string[], max: number): Check {
  const plain = shape({ type: need(oneOf(...types)), text: need(string(max)), emoji: may(flag) })
  const mrkdwn = shape({ type: need(oneOf(...types)), text: need(string(max)), verbatim: may(flag) })
  return (value, at) => (isObject(value) && value.type === 'mrkdwn' ? mrkdwn(value, at) : plain(value, at))
}

/** A text object that must be `plain_text`. Slack refuses an empty one. */
export function plainText(max: number): Check {
  return textObject(['plain_text'], max)
}

/** A text object of either kind. */
export function anyText(max: number): Check {
  return textObject(['plain_text', 'mrkdwn'], max)
}
