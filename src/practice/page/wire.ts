/** What goes between the page and its server: plain data that both sides import, so that neither imports the other. */
export type Json = Record<string, unknown>

/** Everything that the page shows to one user in one place. */
export interface Scene {
  /** Another one after "start again": the page forgets what it remembered of the one before. */
  era: string
  workspace: string
  me: Person
  /** Everybody whom one can be. */
  selves: Person[]
  /** Everybody, for names. */
  people: Person[]
  places: Place[]
  here: string
  messages: ShownMessage[]
  modal?: ShownView
  home?: ShownView
  bot: BotState
  clock: ClockState
  next: NextState
  abilities: Abilities
  switches: Switches
  problems: ShownProblem[]
}

export interface Person {
  id: string
  name: string
  handle: string
  standing: 'teammate' | 'guest' | 'outsider' | 'bot'
  /** Where an outsider belongs. */
  organisation?: string
  /** An IANA zone; UTC where Slack gives none. */
  zone: string
}

export interface Place {
  id: string
  name: string
  kind: 'public' | 'private' | 'dm' | 'group'
  topic: string
  shared: boolean
  archived: boolean
  /** Whether this user may write here. */
  joined: boolean
  botIsIn: boolean
  /** The stamp of the newest message that this user sees; empty when there is none. */
  latest: string
}

export interface ShownMessage {
  channelId: string
  ts: string
  text: string
  blocks: Json[]
  user: string
  threadTs?: string
  isEphemeral: boolean
  isFromSlack: boolean
  isEdited: boolean
  reactions: Record<string, string[]>
  /** What its elements hold for this user: by block_id, then by action_id. */
  values: Json
  files?: ShownFile[]
}

export interface ShownFile {
  id: string
  name: string
  /** Where it can be opened; absent where only its name is here. */
  address?: string
  /** Of a picture, which is shown as it is: what it shows, in words. */
  alt?: string
}

export interface ShownView {
  id: string
  kind: 'modal' | 'home'
  title: string
  /** Labels; no `submit`: nothing can be handed in. */
  submit?: string
  close?: string
  blocks: Json[]
  values: Json
  /** How many modals lie in the stack, this one included. */
  depth: number
}

export interface BotState {
  id: string
  name: string
  standing: 'connected' | 'connecting' | 'stopped'
  /** What became of it, in plain words; empty while all is well. */
  trouble: string
  /** What it wrote last, oldest first. */
  log: string[]
  /** Whether the page can start and stop it. */
  isOurs: boolean
}

export interface ClockState {
  /** ISO. */
  now: string
  /** Where the team works. */
  zone: string
  isMoving: boolean
}

/** What the bot would post, if nothing happened until then. */
export interface Next {
  channelId: string
  /** ISO. */
  at: string
  what: string
  people: { name: string; why: string }[]
}
/** `unknown`: this bot does not tell. `waiting`: it is being asked, or Slack is down. */
export type NextState = { kind: 'unknown' } | { kind: 'waiting' } | { kind: 'known'; items: Next[] }

export interface Abilities {
  commands: { name: string; about: string; usage: string }[]
  /** The first words of the first command. */
  verbs: Verb[]
  /** Reactions that mean something to this bot. */
  meaningful: { name: string; means: string }[]
  shortcuts: { callbackId: string; name: string; on: 'message' | 'global' }[]
  hasHome: boolean
  hearsFiles: boolean
  /** Names of files to try, for those who have none at hand. */
  samples: string[]
  canStartAgain: boolean
  guide: GuideStep[]
}
export interface Verb {
  word: string
  /** A name stands right behind it. */
  who: boolean
  /** How it goes on, without the command's name. */
  example: string
}
export interface GuideStep {
  title: string
  /** What to type; absent where there is something to press. */
  type?: string
  /** What to press instead, or how to go about it. */
  how?: string
  look: string
  /** What shows that it was done: a command typed, the clock moved, a form handed in. */
  done: 'typed' | 'moved' | 'submitted'
  /** A command's beginning, where several steps are typed. */
  begins?: string
  place?: string
}

export interface Switches {
  isDown: boolean
  losesNext: boolean
  limitsNext: boolean
}

export interface ShownProblem {
  at: number
  kind: string
  message: string
  subject?: string
}

export interface ShownTraffic {
  number: number
  at: number
  direction: 'in' | 'out' | 'withheld'
  kind: string
  name: string
  body: unknown
  answer?: unknown
  note?: string
  faults: string[]
}

/** Where elements stand: a message, or a view. */
export type Where = { channel: string; ts: string } | { view: string }

/** What the page asks for. */
export type Deed =
  | { do: 'type'; channel: string; text: string; thread?: string }
  | { do: 'react'; channel: string; ts: string; emoji: string; off: boolean }
  | { do: 'edit'; channel: string; ts: string; text: string }
  | { do: 'remove'; channel: string; ts: string }
  | { do: 'press'; where: Where; name: string }
  | { do: 'choose'; where: Where; name: string; value: unknown }
  | { do: 'suggest'; where: Where; name: string; query: string }
  | { do: 'submit'; values: Record<string, unknown> }
  | { do: 'close' }
  | { do: 'home'; tab?: 'messages' }
  | { do: 'shortcut'; callbackId: string; channel?: string; ts?: string }
  | { do: 'drop'; channel: string; file: string }
  | { do: 'clock'; step: ClockStep }
  | { do: 'switch'; which: keyof Switches; on: boolean }
  | { do: 'bot'; what: 'restart' | 'crash' }
  | { do: 'again' }

export type ClockStep = 'hour' | 'morning' | 'weeks'

/** A file that was brought into the workspace and stands nowhere yet, or why it was not. */
export type Brought = { id: string; name: string } | { error: string }

/** What a deed brings beyond the changed scene. */
export interface Outcome {
  /** What to tell the user: it was not done. */
  error?: string
  /** What is wrong in a form, by block_id. */
  errors?: Record<string, string>
  /** The options of a type-ahead, as the bot gave them. */
  options?: Json[]
}
