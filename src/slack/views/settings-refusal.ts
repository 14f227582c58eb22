import type { Rejection } from '../../app/outcome.js'
import { channelOf } from '../../domain/audience.js'
import { channel, command, ours, say, type Words } from './copy.js'

type SettingsRejection = Extract<Rejection, { reason: 'cannot-set' | 'set-meanwhile' | 'set-anew' }>

/** Why a place stays as it is set. */
export const settingsRefusal = (why: SettingsRejection): readonly Words[] => {
  const again = command('/person settings')
  if (why.reason === 'set-meanwhile')
    return [
      say`A teammate changed the same settings while the form was open, so I kept theirs.`,
      say`${again} shows how they are now.`,
    ]
  if (why.reason === 'set-anew')
    return [
      say`Slack gave that channel another id since, under which it has settings of its own, so I do not take that back.`,
      say`${again} there shows how it is set now.`,
    ]
  const channelId = channelOf(why.home)
  const there = channelId === null ? ours('that place') : channel(channelId)
  const reasons = {
    shared: say`This channel is shared with another organisation. I keep nothing here and say nothing here, so there is nothing to set.`,
    hidden: say`Slack does not tell me who is in this channel. With ${command('/invite @Personable')} here, I learn it, and then it can be set.`,
    archived: say`${there} is archived.`,
    'not-a-member': say`Only those who are in ${there} can change how I work there.`,
    'not-yours': say`Only they themselves can change how I work for a teammate.`,
  }
  return [reasons[why.because], say`For your own people, in a DM with me: ${again}`]
}
