import { maySee } from '../sight/seen.js'
import type { PracticeSlack } from '../slack.js'
import type { Channel } from '../world/channel.js'
import type { User } from '../world/user.js'
import type { Place } from './wire.js'

/** The places that somebody sees: channels first, as they were made, then direct messages. */
export function placesOf(slack: PracticeSlack, me: User): Place[] {
  const places = slack.places
    .all()
    .filter((channel) => maySee(me, channel))
    .map((channel) => place(slack, me, channel))
  const isDirect = ({ kind }: Place) => kind === 'dm' || kind === 'group'
  return [...places.filter((each) => !isDirect(each)), ...places.filter(isDirect)]
}

const kinds = { public: 'public', private: 'private', mpim: 'group', im: 'dm' } as const

function place(slack: PracticeSlack, me: User, channel: Channel): Place {
  const seen = [...channel.messages.values()].filter(
    ({ ephemeralTo }) => ephemeralTo === undefined || ephemeralTo === me.id,
  )
  return {
    id: channel.id,
    name: channel.kind === 'im' || channel.kind === 'mpim' ? others(slack, me, channel) : channel.name,
    kind: kinds[channel.kind],
    topic: channel.topic,
    shared: channel.extShared || channel.pendingExtShared,
    archived: channel.archived,
    joined: channel.members.has(me.id),
    botIsIn: channel.members.has(slack.botUserId),
    latest: seen.at(-1)?.ts ?? '',
  }
}

function others(slack: PracticeSlack, me: User, { members }: Channel): string {
  const ids = [...members].filter((id) => id !== me.id)
  return ids.map((id) => slack.people.get(id).realName).join(', ')
}
