import type { Rejection } from '../../app/outcome.js'
import { channelOf } from '../../domain/audience.js'
import { called, channel, command, ours, say, teammate, type Words } from './copy.js'

/** Why somebody cannot live in a place. */
export const cannotLive = (why: Extract<Rejection, { reason: 'cannot-live-there' }>): readonly Words[] => {
  const channelId = channelOf(why.home)
  const there = channelId === null ? ours('that place') : channel(channelId)
  const reasons = {
    shared: say`That channel is shared with another organisation, so nobody can live there.`,
    hidden: say`Slack does not tell me who is in that channel. With ${command('/invite @Personable')} there, I learn it.`,
    archived: say`${there} is archived.`,
    'not-a-member': say`You are not in ${there} yourself, so you cannot move anybody there.`,
  }
  return [reasons[why.because], say`Another place: ${command(`/person home ${called(why.name)} #channel`)}`]
}

/** Nobody is moved where whoever looks after them does not see them. */
export const ownerNotThere = (why: Extract<Rejection, { reason: 'owner-not-there' }>): readonly Words[] => {
  const channelId = channelOf(why.home)
  const there = channelId === null ? ours('in your DM with me') : say`in ${channel(channelId)}`
  return [
    say`${teammate(why.ownerId)} looks after ${why.name}, and would not see them ${there}.`,
    say`Hand them over first: ${command(`/person hand ${called(why.name)} to @ana`)}`,
  ]
}
