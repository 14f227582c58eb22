import type { Button } from '@slack/types'
import type { Place } from '../../app/asker.js'
import type { Wider } from '../../app/entries/widen.js'
import { channelOf, type Home, teammateOf } from '../../domain/audience.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { actionIds } from '../action-ids.js'
import { button } from './blocks.js'
import { channel, command, ours, say, type Words } from './copy.js'

/** Who reads a reply, where, and on which day. */
export type ViewContext = {
  readonly today: LocalDate
  readonly userId: string
  readonly place: Place
  /** The homes that every full member sees. */
  readonly openToAll: readonly Home[]
}

/** Who reads, and on which day: enough for what is said about a person. */
export type Reader = Pick<ViewContext, 'today' | 'userId'>

/** Somebody with a home, and those who answer for them. */
type Known = Pick<Person, 'id' | 'name' | 'home' | 'ownerId' | 'by'>

const because = {
  dm: 'it was typed in a DM.',
  shared: 'this channel is shared with another organisation.',
  hidden: 'Slack does not tell me who else is here.',
} as const

/** Who will see what was saved; null when that is everyone. It is seen by whoever may see its home and the person. */
export const seenByLine = (ctx: ViewContext, person?: Known, entryHome?: Home): Words | null => {
  const { seenBy, home: here } = ctx.place
  const home = entryHome ?? here
  if (teammateOf(home) !== null)
    return say`Only you can see this: ${ours(because[seenBy.kind === 'you' ? seenBy.because : 'dm'])}`
  if (person !== undefined && teammateOf(person.home) !== null)
    return say`Only you can see this, since you alone know them.`
  const homes = new Set([home, person?.home ?? home])
  const narrow = [...homes].filter((each) => !ctx.openToAll.includes(each))
  const [first, second] = narrow.flatMap((each) => channelOf(each) ?? [])
  if (first === undefined) return null
  if (second !== undefined)
    return say`Seen by those who may see both ${channel(first)} and ${channel(second)}.`
  if (first === channelOf(here)) return say`Seen by the members of ${channel(first)}.`
  const introduced = person !== undefined && first === channelOf(person.home)
  return say`Seen by those who may see ${channel(first)}${ours(introduced ? ', where they were introduced' : '')}.`
}

/** What was saved, as something that can be shown to more people. */
export type SavedEntry = Wider & { readonly home: Home }

/** The button that lets more people see it; null where there is none to let in, or it is not the asker's to say. */
export const widenButton = (ctx: ViewContext, person: Known, entry: SavedEntry | null): Button | null => {
  const personIsOpen = teammateOf(person.home) === null
  const isNarrow = ctx.place.seenBy.kind !== 'everyone'
  if (entry !== null && isNarrow && personIsOpen && entry.home !== person.home)
    return button('Show it to all who see them', actionIds.widen, `${entry.kind}:${entry.id}`)
  const isNarrowHere = isNarrow && person.home === ctx.place.home
  const answersFor = ctx.userId === person.ownerId || ctx.userId === person.by
  return answersFor && (isNarrowHere || !personIsOpen)
    ? button('Let more people see them', actionIds.moveHome, person.id)
    : null
}

/** Where the bot is not, it cannot nudge. */
export const notInChannelLine = ({ channelId, seenBy, botIsIn }: Place): Words | null =>
  channelId === null || botIsIn || seenBy.kind === 'you'
    ? null
    : say`I am not in this channel yet, so I cannot nudge here: ${command('/invite @Personable')} brings me in. Until then, nudges go to the owner by DM.`
