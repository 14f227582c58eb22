import type { ShownMessage } from '../../wire.js'

export const isReply = ({ ts, threadTs }: ShownMessage): boolean => threadTs !== undefined && threadTs !== ts

/** What stands in the channel itself; replies stand in their threads, unless what they reply to is gone. */
export const inChannel = (messages: readonly ShownMessage[]): ShownMessage[] => {
  const there = new Set(messages.map(({ ts }) => ts))
  return messages.filter((message) => !isReply(message) || !there.has(message.threadTs ?? ''))
}

export const repliesTo = (messages: readonly ShownMessage[], ts: string): ShownMessage[] =>
  messages.filter((message) => isReply(message) && message.threadTs === ts)
