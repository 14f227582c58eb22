import type { FellSilent } from '../../app/nudges/compose-notice.js'
import { channelOf } from '../../domain/audience.js'
import type { Reply } from '../answer.js'
import { channel, command, ours, say } from './copy.js'
import { hint, line, page } from './page.js'

/** To the owner of people who live in a channel that others come to read. It names none of them. */
export const fellSilentView = ({ home, people }: FellSilent): Reply => {
  const there = channel(channelOf(home) ?? '')
  const whom = people === 1 ? 'the one person' : `the ${people} people`
  return page([
    line(
      say`${there} is shared with another organisation, or is about to be: I say nothing there from now on.`,
      say`What comes up about ${ours(whom)} you look after there comes to you here, and to nobody else.`,
    ),
    hint(say`${command('/person home NAME #channel')} moves somebody to another channel.`),
  ])
}
