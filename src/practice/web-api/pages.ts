import type { Json } from '../json.js'
import type { MethodCall } from './method.js'
import { refuse } from './refusal.js'

/** One page of a longer list, with the cursor to the next (empty on the last). */
export function page<T>(
  call: Pick<MethodCall, 'args'>,
  items: readonly T[],
  limit: number,
): { items: T[]; next: string } {
  const cursor = call.args.text('cursor')
  const start = cursor ? offsetOf(cursor) : 0
  const end = start + limit
  const next = end < items.length ? Buffer.from(`offset:${end}`).toString('base64') : ''
  return { items: items.slice(start, end), next }
}

export function nextCursor(next: string): Json {
  return { response_metadata: { next_cursor: next } }
}

function offsetOf(cursor: string): number {
  const match = /^offset:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())
  return match ? Number(match[1]) : refuse('invalid_cursor')
}
