import { type Channel, scopeFor } from '../../world/channel.js'
import { type Message, messageObject } from '../../world/message.js'
import { botMethod, type MethodCall } from '../method.js'
import { nextCursor, page } from '../pages.js'
import { refuse } from '../refusal.js'
import { memberChannel } from '../sight.js'

/** Messages that stand in the channel itself, newest first. */
export const conversationsHistory = botMethod([], (call) => {
  const channel = readableChannel(call)
  const within = range(call)
  const messages = [...channel.messages.values()]
    .filter((message) => !message.ephemeralTo && (!message.threadTs || message.threadTs === message.ts))
    .filter((message) => within(message))
    .sort((a, b) => micros(b.ts) - micros(a.ts))
  const { items, next } = page(call, messages, call.args.limit(100, 999))
  return {
    messages: items.map((message) => shown(call, message)),
    has_more: next !== '',
    pin_count: 0,
    ...nextCursor(next),
  }
})

/**
 * A thread, parent first. For the ts of a reply Slack returns that reply alone (documented otherwise; see
 * slackapi/bolt-python issue 783).
 */
export const conversationsReplies = botMethod([], (call) => {
  const channel = readableChannel(call)
  const ts = call.args.needText('ts')
  const asked = channel.messages.get(ts)
  if (!asked || asked.ephemeralTo) refuse('thread_not_found')
  const within = range(call)
  const thread = call.workspace.threadMembers(channel.id, ts)
  const messages = thread.filter((message) => message === asked || within(message))
  const { items, next } = page(call, messages, call.args.limit(1_000, 1_000))
  return {
    messages: items.map((message) => shown(call, message)),
    has_more: next !== '',
    ...nextCursor(next),
  }
})

function readableChannel(call: MethodCall): Channel {
  const channel = memberChannel(call, call.args.needText('channel'))
  call.needScope(scopeFor(channel.kind, 'history'))
  return channel
}

function shown(call: MethodCall, message: Message) {
  return messageObject(message, call.workspace.repliesTo(message), call.args.flag('include_all_metadata'))
}

/** Between `oldest` and `latest`; the ends belong to it only when `inclusive` says so. */
function range(call: MethodCall): (message: Message) => boolean {
  const { args } = call
  const oldest = bound(args.text('oldest'), 'invalid_ts_oldest') ?? 0
  const latest = bound(args.text('latest'), 'invalid_ts_latest') ?? Number.POSITIVE_INFINITY
  const inclusive = args.flag('inclusive')
  return ({ ts }) => {
    const at = micros(ts)
    return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest))
  }
}

function bound(given: string | undefined, error: string): number | undefined {
  if (given === undefined || given === '') return undefined
  if (!/^\d+(\.\d+)?$/.test(given)) refuse(error)
  return micros(given)
}

function micros(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.')
  return Number(seconds) * 1e6 + Number(fraction.padEnd(6, '0').slice(0, 6))
}
