import { whoAsks } from '../../app/asker.js'
import { isTooLongAName, longestName } from '../../domain/person.js'
import { fieldIds } from '../action-ids.js'
import { longestPart } from '../command/role-details.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { addSomebody } from '../subcommands/add.js'
import { type OnForm, wrongAt } from './form.js'

/** "Introduce somebody", from Home: known to those who may see the channel, or to the teammate alone. */
export const submitIntroduce: OnForm = async (bot, turn, { value }) => {
  const [name, title, company] = [value(fieldIds.name), value(fieldIds.title), value(fieldIds.company)]
  if (name === '') return wrongAt(fieldIds.name, 'A person has a name. What is it?')
  if (isTooLongAName(name)) return wrongAt(fieldIds.name, `Please keep it under ${longestName} letters.`)
  for (const [field, text] of [
    [fieldIds.title, title],
    [fieldIds.company, company],
  ] as const)
    if ([...text].length > longestPart) return wrongAt(field, `Please keep it under ${longestPart} letters.`)
  const address = value(fieldIds.addresses)
  if (address !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(address))
    return wrongAt(fieldIds.addresses, 'That does not look like an e-mail address.')
  const there = await inChannel(bot, turn, value(fieldIds.channel))
  if (there === null)
    return wrongAt(
      fieldIds.channel,
      'Pick a channel that you and I are both in and that nobody outside reads.',
    )
  const addresses = address === '' ? [] : [address]
  const introduction = { name, title, company, addresses, slackUserId: null, offstage: false }
  return addSomebody(bot, there, introduction, { anew: false, goOn: null, afterwards: null })
}

/** As if it were typed there; null where that would be known to the teammate alone. */
const inChannel = async (bot: Bot, turn: Turn, channelId: string): Promise<Turn | null> => {
  if (channelId === '') return turn
  const { workspaceId, userId, at, cause } = turn.asker
  const asker = await whoAsks(bot, { workspaceId, userId, channelId, at, cause })
  return 'notATeammate' in asker || asker.place.seenBy.kind === 'you' ? null : { ...turn, asker }
}
