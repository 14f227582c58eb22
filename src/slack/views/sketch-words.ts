import { channelOf } from '../../domain/audience.js'
import { type Persona, type Tally, triedOn } from '../../domain/persona.js'
import { channel, ours, say, teammate, type Words } from './copy.js'

/** The bot's own words for a sketch, wherever one is shown. */

const people = (n: number): string => (n === 1 ? 'one person' : `${n} people`)

/** On how many it was tried, as far as the reader may see of whom. */
export const tallyWords = (tally: Tally): Words => {
  const { holds, not } = tally
  if (triedOn(tally) === 0) return say`Nobody has tested this yet.`
  if (not === 0) return ours(`It holds for ${people(holds)}.`)
  if (holds === 0) return ours(`It does not hold for ${people(not)}, and for nobody yet it does.`)
  return ours(`It holds for ${people(holds)}, and not for ${people(not)}.`)
}

/** Where it was written decides who reads it. */
export const writtenWhere = ({ home, by }: Persona, userId: string): Words => {
  const channelId = channelOf(home)
  if (channelId === null) return say`Only you can see this sketch, which you wrote in a DM.`
  const who = by === userId ? ours('you') : teammate(by)
  return say`Written in ${channel(channelId)} by ${who}. Whoever may see that channel reads it.`
}

export const howToTry = say`“More” on somebody's card, and then “Try a sketch”, says whether a claim holds for them.`
