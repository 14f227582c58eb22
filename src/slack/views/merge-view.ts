import type { LikelyDouble } from '../../app/merges/likely-doubles.js'
import type { SideBySide } from '../../app/merges/side-by-side.js'
import type { Because } from '../../app/ports.js'
import { channelOf } from '../../domain/audience.js'
import { type Taken, tookAnything } from '../../domain/merge.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { nameAndRole } from './choices.js'
import type { ViewContext } from './context.js'
import { called, channel, command, joined, named, ours, say, teammate, typed, type Words } from './copy.js'
import { buttons, hint, line, type Part, page, row } from './page.js'

const longestAddress = 120
const mostAddresses = 5
const longestNamed = 200

/** Two beside each other: who stays, what moves, and what nobody will see any more. Nothing is done before a press. */
export const sideBySideView = (both: SideBySide, draftId: string, ctx: ViewContext): Reply => {
  const { first, second, missing, known, mayTell, hides } = both
  const [stays, goes] = [named(first.person.name), named(second.person.name)]
  const value = (choice: string) => `${draftId}:${choice}`
  const offersToTell = !known && mayTell && tookAnything(missing)
  return page([
    line(say`Is this one and the same person?`),
    line(say`• Stays: ${sideWords(first, ctx)}`),
    line(say`• Goes into them: ${sideWords(second, ctx)}`),
    line(
      say`Notes, contacts, roles, promises, days, questions and ties of the second move to the first. Each keeps its author, and is seen by nobody new. Name, owner, rhythm and home of the first stay.`,
      ...(tookAnything(missing) ? [known ? takesOver(missing) : keepsBack(missing, both)] : []),
      ...(hides ? [say`Who knows ${goes} and not ${stays} will see nothing of it any more.`] : []),
    ),
    buttons(
      [button('Make them one', actionIds.pick, value('merge'), 'primary')],
      say`“Make them one” merges them.`,
    ),
    ...(offersToTell
      ? [
          buttons(
            [button('Make them one, and show that too', actionIds.pick, value('tell'))],
            say`“Make them one, and show that too” tells all who know ${stays}.`,
          ),
        ]
      : []),
    buttons(
      [button(`Keep ${clip(second.person.name, 40)} instead`, actionIds.pick, value('swap'))],
      say`“Keep ${clip(second.person.name, 40)} instead” turns the two round.`,
    ),
    buttons(
      [button('Leave them as two', actionIds.pick, value('no'))],
      say`“Leave them as two” changes nothing.`,
    ),
    hint(
      say`${command('/person undo')} takes it back for a day, ${command(`/person unmerge ${called(first.person.name)}`)} at any later time.`,
    ),
  ])
}

const sideWords = ({ person, role, entries }: SideBySide['first'], ctx: ViewContext): Words => {
  const who = role === '' ? named(person.name) : say`${named(person.name)}, ${clip(role, longestNamed)}`
  const owner = person.ownerId === ctx.userId ? ours('you') : teammate(person.ownerId)
  const there = channelOf(person.home)
  const lives = there === null ? ours('known to you alone') : say`lives in ${channel(there)}`
  const known =
    entries === 1
      ? 'one thing is known'
      : `${entries === 0 ? 'nothing' : entries} ${entries === 0 ? 'is' : 'things are'} known`
  return say`${who}. Owner: ${owner}; ${lives}; ${ours(known)}, as far as you can see.`
}

const takesOver = (missing: Taken): Words => say`Taken over: ${fieldWords(missing)}.`

const keepsBack = (missing: Taken, { first, second }: SideBySide): Words =>
  say`More people know ${named(first.person.name)} than ${named(second.person.name)}, so this is not taken over: ${fieldWords(missing)}.`

const fieldWords = ({ addresses, slackUserId, prefers, met }: Taken): Words =>
  joined(
    [
      ...addresses.slice(0, mostAddresses).map((address) => typed(clip(address, longestAddress))),
      ...(addresses.length > mostAddresses ? [ours(`${addresses.length - mostAddresses} more`)] : []),
      ...(slackUserId === null ? [] : [say`being ${teammate(slackUserId)} in Slack`]),
      ...(prefers === null ? [] : [say`how they like to be reached (${clip(prefers, 200)})`]),
      ...(met ? [ours('that somebody has met them')] : []),
    ],
    ', ',
  )

/** After "Leave them as two". */
export const leftAsTwoView = (): Reply => page([line(say`All right, they stay two people. Nothing changed.`)])

/** Who may be the same person, each pair with the reason. */
export const doublesView = (doubles: readonly LikelyDouble[], _ctx: ViewContext): Reply => {
  if (doubles.length === 0)
    return page([
      line(
        say`I see nobody of yours twice: no two share an address or a Slack user, or a name at one company.`,
        say`When you know better: ${command('/person merge frank and francis')}`,
      ),
    ])
  return page([
    line(
      doubles.length === 1 ? say`These two may be one person:` : say`Each of these pairs may be one person:`,
    ),
    ...doubles.map(doublePart),
    hint(say`Nothing is merged until you have looked at both and pressed again.`),
  ])
}

export const doublePart = ({ first, second, because }: LikelyDouble): Part =>
  row(
    [
      say`${clip(nameAndRole(first), longestNamed)}`,
      say`${clip(nameAndRole(second), longestNamed)}`,
      sentenceFor(because),
    ],
    button('Look at both', actionIds.mergeLook, `${first.id}:${second.id}`),
  )

const sentenceFor = (because: Because): Words => {
  switch (because.kind) {
    case 'address':
      return say`Both are reached at ${clip(because.address, longestAddress)}.`
    case 'slack':
      return say`Both are the same person in Slack.`
    case 'name-and-company':
      return say`They have one name and are both at ${clip(because.company, longestAddress)}.`
  }
}
