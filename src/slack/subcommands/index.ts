import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { DetailsByVerb } from '../command/grammar.js'
import type { Verb } from '../command/verbs.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { runAdd } from './add.js'
import { runAnswered } from './answered.js'
import { runAsk } from './ask.js'
import { runAt } from './at.js'
import { runClosing } from './closing.js'
import { runCommit } from './commitment.js'
import { runContact } from './contact.js'
import { runDate, runTrigger } from './date.js'
import { runDue } from './due.js'
import { runEdit } from './edit.js'
import { runEvery } from './every.js'
import { runExport } from './export.js'
import { runFind } from './find.js'
import { runForget } from './forget.js'
import { runHand } from './hand.js'
import { runHello } from './hello.js'
import { runHelp } from './help.js'
import { runHome } from './home.js'
import { runImport } from './import.js'
import { runLeft } from './left.js'
import { runMerge } from './merge.js'
import { runNote } from './note.js'
import { runPrefers } from './prefers.js'
import { runRead } from './read.js'
import { runRole } from './role.js'
import { runSettings } from './settings.js'
import { runShow } from './show.js'
import { runTie } from './tie.js'
import { runUndo } from './undo.js'
import { runUnmerge } from './unmerge.js'
import { runWords } from './words.js'

type About<V extends Verb> = (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  details: DetailsByVerb[V],
) => Promise<Answer>
type Plain<V extends Verb> = (bot: Bot, turn: Turn, details: DetailsByVerb[V]) => Promise<Answer>

type AboutVerb = Exclude<Verb, OtherVerb>
type OtherVerb = 'add' | 'at' | 'due' | 'find' | 'words' | 'import' | 'settings' | 'undo' | 'help' | 'hello'

/** Commands about one person. */
const about: { readonly [V in AboutVerb]: About<V> } = {
  show: runShow,
  note: runNote,
  heard: runNote,
  met: runContact,
  called: runContact,
  emailed: runContact,
  messaged: runContact,
  role: runRole,
  left: runLeft,
  tie: runTie,
  merge: runMerge,
  unmerge: runUnmerge,
  situation: runNote,
  ask: runAsk,
  answered: runAnswered,
  prefers: runPrefers,
  promise: runCommit,
  step: runCommit,
  kept: runClosing,
  broke: runClosing,
  date: runDate,
  trigger: runTrigger,
  every: runEvery,
  edit: runEdit,
  home: runHome,
  hand: runHand,
  forget: runForget,
  export: runExport,
  read: runRead,
}

/** Commands about nobody in particular, or somebody new. */
const others: { readonly [V in OtherVerb]: Plain<V> } = {
  add: runAdd,
  at: runAt,
  due: runDue,
  find: runFind,
  words: runWords,
  import: runImport,
  settings: runSettings,
  undo: runUndo,
  help: runHelp,
  hello: runHello,
}

export const isAboutSomebody = (verb: Verb): verb is AboutVerb => Object.hasOwn(about, verb)

export const aboutSomebody = <V extends AboutVerb>(
  bot: Bot,
  turn: Turn,
  verb: V,
  person: PersonName,
  details: DetailsByVerb[V],
): Promise<Answer> => about[verb](bot, turn, person, details)

export const aboutNobody = <V extends OtherVerb>(
  bot: Bot,
  turn: Turn,
  verb: V,
  details: DetailsByVerb[V],
): Promise<Answer> => others[verb](bot, turn, details)
