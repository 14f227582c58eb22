import { memberLeft } from '../app/members-seen.js'
import { fallSilent } from '../app/nudges/fall-silent.js'
import { guestCame } from '../app/nudges/guest-came.js'
import { profileChanged } from '../app/sources/take-in.js'
import { channelHome } from '../domain/audience.js'
import { actionIds } from './action-ids.js'
import type { Bot } from './conversation/bot.js'
import { homeOf } from './conversation/home.js'
import { offerPeople, offerPeopleForDraft } from './conversation/people-like.js'
import { tellingWith } from './conversation/telling.js'
import { onTyped } from './conversation/typed.js'
import { onForm } from './forms/form.js'
import { forms } from './forms/index.js'
import { onDropped } from './importing/dropped.js'
import type { Listeners } from './listeners.js'
import { onTalk } from './minding/talk.js'
import { presses } from './presses/index.js'
import { onPress } from './presses/press.js'
import { onReacted } from './reacting/reacted.js'
import { onShortcut, shortcutsOf } from './shortcuts/index.js'
import { onStep } from './steps/index.js'

/** Every select that looks people up, by action id. */
export const lookups = {
  [actionIds.someoneElse]: offerPeopleForDraft,
  [actionIds.people]: offerPeople,
  [actionIds.lookUp]: offerPeople,
}

/** Everything that the bot does when Slack says something. */
export const listensWith = (bot: Bot): Listeners => ({
  typed: onTyped(bot),
  presses: mapped(presses, (go) => onPress(bot, go)),
  forms: mapped(forms, (go) => onForm(bot, go)),
  lookups: mapped(lookups, (offer) => offer(bot)),
  shortcuts: {
    'log-conversation': onShortcut(bot, shortcutsOf['log-conversation']),
    'remember-this': onShortcut(bot, shortcutsOf['remember-this']),
    'look-up-person': onShortcut(bot, shortcutsOf['look-up-person']),
  },
  home: homeOf(bot),
  reacted: onReacted(bot),
  dropped: onDropped(bot),
  talk: onTalk(bot),
  stepped: onStep(bot),
  telling: tellingWith(bot.uow),
  carriedOut: (workspaceId, delivery) =>
    bot.uow.read({ workspaceId, audience: 'everything' }, ({ journal }) => journal.isCause(delivery)),
  channelShared: async (workspaceId, channelId) => {
    const home = channelHome(channelId)
    const everything = { workspaceId, audience: 'everything' } as const
    await bot.uow.keep(everything, ({ posts }) => posts.reconsider(home))
    await fallSilent(bot, workspaceId, home, bot.clock())
    bot.postsWait()
  },
  readerCame: async (workspaceId, userId, channelId) => {
    if (await guestCame(bot, workspaceId, userId, channelId)) bot.postsWait()
  },
  readerLeft: (workspaceId, channelId) => memberLeft(bot, workspaceId, channelId),
  profileChanged: (workspaceId, profile) => profileChanged(bot, workspaceId, profile),
  channelMoved: async (workspaceId, from, to) => {
    await bot.uow.keep({ workspaceId, audience: 'everything' }, ({ places }) =>
      places.moved(channelHome(from), channelHome(to)),
    )
    bot.mindful.forget()
  },
})

const mapped = <A, B>(
  table: Readonly<Record<string, A>>,
  make: (entry: A) => B,
): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(table).map(([id, entry]) => [id, make(entry)]))
