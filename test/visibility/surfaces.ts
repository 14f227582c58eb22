import { actionIds, fieldIds, formIds } from '../../src/slack/action-ids.js'
import type { Verb } from '../../src/slack/command/verbs.js'
import type { Listeners, events as listenedEvents } from '../../src/slack/listeners.js'

/** What is said in a command: whom it is about, somebody else, a teammate, a channel, and a new word each time. */
export type Said = {
  readonly who: string
  readonly other: string
  readonly ben: string
  readonly hub: string
  readonly fresh: () => string
}

/** A row for every command. Held complete by the compiler, and against the grammar by a test. */
export const commands: Readonly<Record<Verb, (said: Said) => string>> = {
  add: ({ fresh }) => `add ${fresh()} ${fresh()}, ${fresh()} at ${fresh()}`,
  show: ({ who }) => `show ${who}`,
  note: ({ who, fresh }) => `note ${who}: ${fresh()}`,
  heard: ({ who, fresh }) => `heard ${who}: ${fresh()}`,
  met: ({ who, fresh }) => `met ${who} yesterday: ${fresh()}`,
  called: ({ who, fresh }) => `called ${who}: ${fresh()}`,
  emailed: ({ who, fresh }) => `emailed ${who}: ${fresh()}`,
  messaged: ({ who, fresh }) => `messaged ${who}: ${fresh()}`,
  role: ({ who, fresh }) => `role ${who} ${fresh()} at ${fresh()}`,
  left: ({ who }) => `left ${who}`,
  tie: ({ who, other }) => `tie ${who} reports to ${other}`,
  at: () => 'at zq',
  situation: ({ who, fresh }) => `situation ${who}: ${fresh()}`,
  ask: ({ who, fresh }) => `ask ${who}: ${fresh()}?`,
  answered: ({ who, fresh }) => `answered ${who}: ${fresh()}`,
  prefers: ({ who, fresh }) => `prefers ${who}: ${fresh()}`,
  promise: ({ who, fresh }) => `promise ${who} by friday: ${fresh()}`,
  kept: ({ who }) => `kept ${who}`,
  step: ({ who, fresh }) => `step ${who} by friday: ${fresh()}`,
  broke: ({ who }) => `broke ${who}`,
  date: ({ who, fresh }) => `date ${who} 14 march: ${fresh()}`,
  trigger: ({ who, fresh }) => `trigger ${who} 1 march: ${fresh()}`,
  every: ({ who }) => `every ${who} 2 weeks`,
  due: () => 'due',
  find: () => 'find zq',
  words: () => 'words zq',
  edit: ({ who }) => `edit ${who}`,
  home: ({ who, hub }) => `home ${who} <#${hub}|hub>`,
  hand: ({ who, ben }) => `hand ${who} to <@${ben}|ben>`,
  merge: ({ who, other }) => `merge ${who} and ${other}`,
  unmerge: ({ who }) => `unmerge ${who}`,
  read: ({ who }) => `read ${who}`,
  import: () => 'import',
  export: ({ who }) => `export ${who}`,
  forget: ({ who }) => `forget ${who}`,
  settings: () => 'settings',
  undo: () => 'undo',
  help: () => 'help note',
  hello: () => '',
}
/** What nobody asks for in earnest: a beginning that calls everybody, and a name that almost does. */
export const guesses = ['zq', 'show zq', 'find z', 'note zq x', 'at a', 'frank zq']

/**
 * A row for every button and select: what its value is made of. Those that Ana is shown are pressed by everybody
 * else; offsets, places and what is typed anybody may make up.
 */
export type Value = 'person' | 'entry' | 'offset' | 'place' | 'shown' | 'typed'
export const presses: Readonly<Record<(typeof actionIds)[keyof typeof actionIds], Value>> = {
  [actionIds.pick]: 'shown',
  [actionIds.pickPage]: 'shown',
  [actionIds.card]: 'person',
  [actionIds.more]: 'person',
  [actionIds.warmWays]: 'person',
  [actionIds.editPerson]: 'person',
  [actionIds.tryOn]: 'person',
  [actionIds.tryNote]: 'typed',
  [actionIds.claimHolds]: 'shown',
  [actionIds.claimDoesNot]: 'shown',
  [actionIds.sketch]: 'shown',
  [actionIds.sketchReview]: 'shown',
  [actionIds.sketchClaim]: 'shown',
  [actionIds.sketchReword]: 'shown',
  [actionIds.sketchDropClaim]: 'shown',
  [actionIds.sketchDrop]: 'shown',
  [actionIds.sketchQuiet]: 'shown',
  [actionIds.confirm]: 'person',
  [actionIds.talked]: 'person',
  [actionIds.writeNote]: 'person',
  [actionIds.promise]: 'person',
  [actionIds.moveHome]: 'person',
  [actionIds.forget]: 'person',
  [actionIds.mergeLook]: 'shown',
  [actionIds.undo]: 'shown',
  [actionIds.widen]: 'entry',
  [actionIds.editEntry]: 'entry',
  [actionIds.removeEntry]: 'entry',
  [actionIds.historyPage]: 'person',
  [actionIds.findPage]: 'shown',
  [actionIds.duePage]: 'offset',
  [actionIds.companyPage]: 'shown',
  [actionIds.companyPicture]: 'shown',
  [actionIds.yearPicture]: 'person',
  [actionIds.quote]: 'shown',
  [actionIds.unquote]: 'shown',
  [actionIds.wordsPage]: 'shown',
  [actionIds.wordsExport]: 'shown',
  [actionIds.reachedOut]: 'shown',
  [actionIds.later]: 'shown',
  [actionIds.notNeeded]: 'shown',
  [actionIds.handOver]: 'shown',
  [actionIds.roleSo]: 'shown',
  [actionIds.roleBeside]: 'shown',
  [actionIds.roleNotSo]: 'shown',
  [actionIds.roleNotSure]: 'shown',
  [actionIds.homeFind]: 'typed',
  [actionIds.introduce]: 'typed',
  [actionIds.lookAfter]: 'person',
  [actionIds.keptPromise]: 'shown',
  [actionIds.waitingPage]: 'offset',
  [actionIds.promisesPage]: 'offset',
  [actionIds.unattendedPage]: 'offset',
  [actionIds.settings]: 'shown',
  [actionIds.weekStop]: 'place',
  [actionIds.mirrorOn]: 'typed',
  [actionIds.mirrorOff]: 'typed',
  [actionIds.paste]: 'person',
  [actionIds.importOpen]: 'shown',
  [actionIds.importColumns]: 'shown',
  [actionIds.importRhythm]: 'shown',
  [actionIds.importBegin]: 'shown',
  [actionIds.importLeave]: 'shown',
  [actionIds.importUnclear]: 'shown',
  [actionIds.importSame]: 'shown',
  [actionIds.importNew]: 'shown',
  [actionIds.importOut]: 'shown',
  [actionIds.stopMinding]: 'typed',
  [actionIds.mindAgain]: 'typed',
  [actionIds.lookUp]: 'person',
  [actionIds.people]: 'person',
  [actionIds.someoneElse]: 'shown',
}
/** A row for every select that looks people up. */
export const lookups = [actionIds.someoneElse, actionIds.people, actionIds.lookUp] as const

/** A row for every form: what is written into it. `words`: fields of the person, which are as wide as they are. */
const F = fieldIds
export const forms: Readonly<
  Record<(typeof formIds)[keyof typeof formIds], { readonly words: readonly string[] }>
> = {
  [formIds.import]: { words: [] },
  [formIds.importColumns]: { words: [] },
  [formIds.editPerson]: { words: [F.name, F.addresses, F.prefers] },
  [formIds.editEntry]: { words: [F.text, F.title, F.company] },
  [formIds.reachedOut]: { words: [F.text] },
  [formIds.handOver]: { words: [] },
  [formIds.cameSince]: { words: [] },
  [formIds.moveHome]: { words: [] },
  [formIds.talked]: { words: [F.text] },
  [formIds.settings]: { words: [] },
  [formIds.introduce]: { words: [F.name, F.title, F.company] },
  [formIds.logConversation]: { words: [F.text] },
  [formIds.rememberThis]: { words: [F.text] },
  [formIds.writeNote]: { words: [F.text] },
  [formIds.promise]: { words: [F.text] },
  [formIds.paste]: { words: [F.text] },
  [formIds.understood]: { words: [F.title, F.company] },
  // What is handed in here is for everybody, wherever it was said: its author says so (stories/in-their-words).
  [formIds.quote]: { words: [] },
  [formIds.claim]: { words: [F.text] },
}

/** A row for every shortcut, and whether it is used on a message. */
export const shortcuts = { 'log-conversation': true, 'remember-this': true, 'look-up-person': false } as const

/** A row for every reaction that means something. */
export const reactions = [
  'telephone_receiver',
  'envelope',
  'email',
  'e-mail',
  'coffee',
  'handshake',
  'speech_balloon',
  'ear',
  'memo',
  'pencil',
] as const

/** A row for everything else that the bot listens to, and where in the matrix it is tried. */
export const others = {
  typed: 'commands, mentions and DMs',
  dropped: 'the file that Ana hands in, and what anybody drops',
  presses: 'the table of presses',
  forms: 'the table of forms',
  lookups: 'the table of lookups',
  shortcuts: 'the table of shortcuts',
  home: 'everybody opens theirs',
  reacted: 'the table of reactions',
  stepped: 'stories/workflow-steps: to whom steps tell of whom',
  talk: 'stories/mind-the-person: to its author alone, of whom they may see',
  telling: 'says nothing',
  carriedOut: 'says nothing',
  channelShared: 'kinds of places',
  readerCame: 'a guest comes into a channel',
  readerLeft: 'whoever left a private channel: members-who-left',
  profileChanged: 'a customer with a profile of their own',
  channelMoved: 'kinds of places',
} as const satisfies Record<keyof Listeners, string>

/** A row for every event, and where in the matrix it happens. */
export const events: Readonly<Record<(typeof listenedEvents)[number], string>> = {
  app_home_opened: 'everybody opens theirs',
  app_mention: 'mentions',
  'message.im': 'DMs',
  'message.channels': 'stories/mind-the-person',
  'message.groups': 'stories/mind-the-person',
  'message.mpim': 'stories/mind-the-person',
  reaction_added: 'the table of reactions',
  reaction_removed: 'the table of reactions',
  member_joined_channel: 'a channel that became shared',
  member_left_channel: 'a private channel without the bot, falling-silent, members-who-left',
  channel_shared: 'a channel that became shared',
  channel_unshared: 'falling-silent',
  channel_archive: 'an archived channel',
  channel_unarchive: 'opens what was closed, and widens nothing',
  channel_rename: 'a renamed channel',
  channel_id_changed: 'a channel that became shared, and has another id',
  group_archive: 'an archived channel',
  group_unarchive: 'opens what was closed, and widens nothing',
  group_rename: 'a renamed channel',
  user_change: 'somebody deactivated',
  function_executed: 'stories/workflow-steps',
  app_uninstalled: 'says nothing to anybody',
  tokens_revoked: 'says nothing to anybody',
}
