import type { SlackRoom } from './slack-room.js'

export type Arguments = Readonly<Record<string, string>>
export type Answered = Readonly<Record<string, unknown>>

export const bot = { userId: 'U0BOT', id: 'B0BOT', appId: 'A0PERSONABLE' } as const

const refuse = (error: string): Answered => ({ ok: false, error })
const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text))

/** What may be said at once. */
const wrongMessage = ({ text, blocks }: Arguments): string | null => {
  const list = parsed(blocks)
  if (!text?.trim() && (!Array.isArray(list) || list.length === 0)) return 'no_text'
  return Array.isArray(list) && list.length > 50 ? 'invalid_blocks' : null
}

const post = (room: SlackRoom, args: Arguments, to: string | null): Answered => {
  const { channel = '', text = '', blocks = '[]', metadata } = args
  if (!room.knows(channel)) return refuse('channel_not_found')
  const wrong = wrongMessage(args)
  if (wrong !== null) return refuse(wrong)
  const posted = room.post({ channelId: channel, to, text, blocks, metadata: parsed(metadata) })
  return { ok: true, channel, ts: posted.ts, message_ts: posted.ts }
}

const history = (
  room: SlackRoom,
  { channel = '', oldest = '0', latest, inclusive, limit = '100' }: Arguments,
) => {
  if (!room.knows(channel)) return refuse('channel_not_found')
  const [from, to] = [Number(oldest), Number(latest ?? Number.POSITIVE_INFINITY)]
  const isWithin = ({ ts }: { ts: string }): boolean => {
    const at = Number(ts)
    return inclusive === 'true' || inclusive === '1' ? at >= from && at <= to : at > from && at < to
  }
  const ours = room.posted
    .filter((each) => each.to === null && each.channelId === channel && isWithin(each))
    .map(({ ts, text, blocks, metadata }) => ({
      ...{
        type: 'message',
        ts,
        text,
        user: bot.userId,
        bot_id: bot.id,
        blocks: JSON.parse(blocks),
        metadata,
      },
    }))
  const theirs = room.said
    .filter((each) => each.channelId === channel && isWithin(each))
    .map(({ ts, text, by }) => ({ type: 'message', ts, text, user: by, team: room.id }))
  const messages = [...ours, ...theirs].sort((a, b) => Number(b.ts) - Number(a.ts)).slice(0, Number(limit))
  return { ok: true, messages, has_more: false, response_metadata: { next_cursor: '' } }
}

/** Slack's methods, as far as the bot has any use for them. What it asks wrongly is refused as Slack does. */
export const methods: Readonly<Record<string, (room: SlackRoom, args: Arguments) => Answered>> = {
  'auth.test': (room) => ({ ok: true, team_id: room.id, user_id: bot.userId, bot_id: bot.id, team: room.id }),
  'users.info': (room, { user = '' }) => {
    if (!room.users.includes(user) && user !== bot.userId) return refuse('user_not_found')
    const profile = { real_name: `Teammate ${user}`, display_name: user }
    const facts = {
      id: user,
      team_id: room.id,
      name: user,
      tz: room.zone,
      is_bot: user === bot.userId,
      profile,
    }
    return { ok: true, user: facts }
  },
  'conversations.info': (room, { channel = '' }) => {
    if (!room.knows(channel)) return refuse('channel_not_found')
    const facts = { id: channel, name: channel.toLowerCase(), is_member: true, is_private: false }
    return { ok: true, channel: { ...facts, is_im: channel.startsWith('D'), creator: room.users[0] } }
  },
  'conversations.members': (room, { channel = '' }) =>
    room.channels.includes(channel)
      ? { ok: true, members: [...room.users, bot.userId], response_metadata: { next_cursor: '' } }
      : refuse('channel_not_found'),
  'conversations.open': (room, { users = '' }) =>
    room.users.includes(users)
      ? { ok: true, channel: { id: room.directOf(users) } }
      : refuse('user_not_found'),
  'conversations.history': history,
  'conversations.replies': (room, args) =>
    history(room, { ...args, oldest: args.ts ?? '0', inclusive: 'true' }),
  'chat.postMessage': (room, args) => post(room, args, null),
  'chat.postEphemeral': (room, args) =>
    room.users.includes(args.user ?? '') ? post(room, args, args.user ?? '') : refuse('user_not_in_channel'),
  'chat.update': (room, args) => {
    const { channel = '', ts = '', text = '', blocks = '[]' } = args
    const message = room.at(channel, ts)
    if (message === undefined) return refuse('message_not_found')
    const wrong = wrongMessage(args)
    if (wrong !== null) return refuse(wrong)
    message.text = text
    message.blocks = blocks
    return { ok: true, channel, ts, text }
  },
  'chat.delete': (room, { channel = '', ts = '' }) =>
    room.at(channel, ts) === undefined ? refuse('message_not_found') : { ok: true, channel, ts },
  'views.publish': (room, { user_id: user = '' }) =>
    room.users.includes(user) ? { ok: true, view: { id: `V${user}`, hash: '1' } } : refuse('user_not_found'),
  'views.open': (_room, { trigger_id: trigger = '' }) =>
    trigger === '' ? refuse('invalid_trigger_id') : { ok: true, view: { id: `V${trigger}`, hash: '1' } },
}
