import type { DividerBlock, HomeView, InputBlock, KnownBlock, SectionBlock } from '@slack/types'
import type { NotATeammate } from '../../app/asker.js'
import type { HomeTab } from '../../app/home/home-tab.js'
import { channelOf, type Home } from '../../domain/audience.js'
import { actionIds } from '../action-ids.js'
import { beginningParts } from './beginning.js'
import { button, limits, marked, plain } from './blocks.js'
import type { Reader } from './context.js'
import { channel, command, named, say, type Words } from './copy.js'
import { listLength, promiseParts, unattendedParts, waitingParts } from './home-lists.js'
import { mindingParts } from './minded-view.js'
import { mirrorParts } from './mirror-parts.js'
import { blocksOf, buttons, heading, hint, line, type Part, row } from './page.js'
import { notATeammateView } from './rejection-view.js'
import { claimButtons, claimWords } from './role-claim.js'
import { newsLine } from './waiting-parts.js'

/** A view takes a hundred blocks; each list is short, and *More* opens the rest in a modal. */
const mostBlocks = 100

/** A place whose settings the one who looks may change. */
type Settable = { readonly home: Home }
export type Settables = { readonly items: readonly Settable[]; readonly more: boolean }

/** The Home tab: what helps now first, then how to look somebody up, then what can be set. */
export const homeView = (tab: HomeTab, settable: Settables, reader: Reader): HomeView =>
  home([
    searchField,
    ...blocksOf([
      ...(tab.first ? beginning : []),
      ...waiting(tab, reader),
      ...promised(tab, reader),
      ...news(tab, reader),
      ...unattended(tab),
    ]),
    ...(tab.first ? [] : [divider, ...blocksOf(introducing)]),
    ...blocksOf(mindingParts(tab.mindingStopped)),
    ...(tab.first ? [] : blocksOf(mirrorParts(tab.mirror))),
    ...settings(settable),
  ])

const divider: DividerBlock = { type: 'divider' }

/** Guests and people of other organisations get a sentence, and nothing of anybody. */
export const strangersHome = (standing: NotATeammate['notATeammate']): HomeView =>
  home([...notATeammateView(standing).blocks])

const home = (blocks: HomeView['blocks']): HomeView => ({ type: 'home', blocks: blocks.slice(0, mostBlocks) })

/** Enter looks; what is found opens in a modal. */
const searchField: InputBlock = {
  type: 'input',
  block_id: actionIds.homeFind,
  label: plain('Look for somebody, or for what was said', limits.inputLabel),
  dispatch_action: true,
  element: {
    type: 'plain_text_input',
    action_id: actionIds.homeFind,
    placeholder: plain('A name, a company, a word. Then press Enter.', limits.header),
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
  },
}

const introduce = button('Introduce somebody', actionIds.introduce, 'new', 'primary')
const beginning: readonly Part[] = [...beginningParts(), buttons([introduce])]
const introducing: readonly Part[] = [
  buttons([button('Introduce somebody', actionIds.introduce, 'new')]),
  hint(say`${command('/person due')} shows who comes up, ${command('/person help')} everything else.`),
]

const waiting = (tab: HomeTab, reader: Reader): Part[] => {
  const { waiting: some, first } = tab
  if (some.items.length === 0)
    return first ? [] : [heading('Your people'), line(say`None of them is waiting to hear from you today.`)]
  return [
    heading('They would be glad to hear from you'),
    ...waitingParts(some, reader),
    ...more(some.more, actionIds.waitingPage),
  ]
}

const promised = ({ promises }: HomeTab, reader: Reader): Part[] =>
  promises.items.length === 0
    ? []
    : [
        heading('What you promised'),
        ...promiseParts(promises, reader),
        ...more(promises.more, actionIds.promisesPage),
      ]

const news = ({ news: pieces, asked }: HomeTab, reader: Reader): Part[] =>
  pieces.length + asked.length === 0
    ? []
    : [
        heading('What is new'),
        ...pieces.map((piece) =>
          row([newsLine(piece, reader)], button('Card', actionIds.card, piece.person.id)),
        ),
        ...asked.flatMap(({ person, claim }) => [
          line(say`${named(person.name)}: ${claimWords(claim, reader.today)}`),
          buttons([...claimButtons(claim), button('Card', actionIds.card, person.id)]),
        ]),
      ]

const unattended = ({ unattended: some }: HomeTab): Part[] =>
  some.items.length === 0
    ? []
    : [
        heading('Nobody looks after them'),
        line(say`Whoever did is no longer in this workspace.`),
        ...unattendedParts(some),
        ...more(some.more, actionIds.unattendedPage),
      ]

const more = (isMore: boolean, actionId: string): Part[] =>
  isMore ? [buttons([button('More', actionId, String(listLength))])] : []

const settings = ({ items, more: isMore }: Settables): KnownBlock[] => {
  if (items.length === 0) return []
  const rest = isMore
    ? [hint(say`${command('/person settings')} in a channel shows those of any other.`)]
    : []
  return [...blocksOf([heading('Settings')]), ...items.map(settingsOf), ...blocksOf(rest)]
}

/** A channel is named by its id, which only markup can do; nothing in it was typed. */
const settingsOf = ({ home: place }: Settable): SectionBlock => ({
  type: 'section',
  text: {
    type: 'mrkdwn',
    text: placeName(place)
      .map((piece) => marked(piece))
      .join(''),
    verbatim: true,
  },
  accessory: button('Settings', actionIds.settings, place),
})

const placeName = (place: Home): Words => {
  const channelId = channelOf(place)
  return channelId === null ? say`Your DM with me` : channel(channelId)
}
