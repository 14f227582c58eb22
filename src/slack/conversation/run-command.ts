import { whoTookIn } from '../../app/merges/who-is-in.js'
import { whom } from '../../app/people/whom.js'
import type { PersonName } from '../../app/ports.js'
import { type Answer, nothing, question, refusal } from '../answer.js'
import type { AddDetails } from '../command/add-details.js'
import { type ReadCommand, readDetails } from '../command/grammar.js'
import { firstOfTwo } from '../command/merge-details.js'
import type { Refusal } from '../command/refusal.js'
import { refusalText } from '../command/refusal-text.js'
import { nearestVerbs, type Verb, verbs } from '../command/verbs.js'
import { likelyWho, type WhoCandidate, whoCandidates } from '../command/who.js'
import { slackText, unescapeSlack } from '../command/words.js'
import { aboutNobody, aboutSomebody, isAboutSomebody } from '../subcommands/index.js'
import { runDoubles } from '../subcommands/merge.js'
import { runReadAny } from '../subcommands/read.js'
import { dateView, nobodyView, pickView } from '../views/pick-view.js'
import { refusedTextView } from '../views/rejection-view.js'
import type { Bot, Turn } from './bot.js'
import { type PendingCommand, pendingCommand, putAside } from './drafts.js'

/** Carries out a command, or asks what is missing. */
export const runCommand = async (bot: Bot, turn: Turn, read: ReadCommand): Promise<Answer> => {
  const { verb, rest } = read
  if (!isAboutSomebody(verb)) {
    const details = readDetails(verb, rest, turn.asker.today)
    if (details.kind !== 'refusal') return aboutNobody(bot, turn, verb, details)
    const profile = details.reason === 'no-name' ? await fromProfile(bot, details) : null
    return profile === null ? refuse(turn, details, verb, '') : aboutNobody(bot, turn, 'add', profile)
  }
  if (verb === 'merge' && rest.trim() === '') return runDoubles(bot, turn)
  if (verb === 'read' && rest.trim() === '') return runReadAny(bot, turn)
  const readings = verb === 'merge' ? firstOfTwo(rest) : whoCandidates(rest)
  const found = await whom(bot.uow, turn.asker, readings)
  if (found.kind === 'unsaid') return refuse(turn, { kind: 'refusal', reason: 'no-text', text: '' }, verb, '')
  const named: WhoCandidate = found.named
  const pending = pendingCommand(turn, { verb, who: named.text, tail: slackText(named.tail) })
  if (found.kind === 'one') return runFor(bot, turn, pending, found.person)
  if (found.kind === 'several') {
    const people = found.people.map(({ id }) => id)
    const draftId = await putAside(bot, turn, { ...pending, people })
    return question(pickView(`Which ${named.text} do you mean?`, found.people, draftId, 0))
  }
  return nobody(bot, turn, read, found.near, found.upTo)
}

/** `add @frank`: the name stands in the Slack profile. */
const fromProfile = async (
  { directory }: Bot,
  { slackUserId, addresses }: Extract<Refusal, { reason: 'no-name' }>,
): Promise<AddDetails | null> => {
  if (slackUserId === null) return null
  const { name } = await directory.user(slackUserId)
  if (name === '') return null
  return { kind: 'add', name, title: '', company: '', addresses, slackUserId, offstage: false }
}

/** Goes on with a command once the person is known. */
export const runFor = async (
  bot: Bot,
  turn: Turn,
  pending: PendingCommand,
  person: PersonName,
): Promise<Answer> => {
  const { verb } = pending
  if (!isAboutSomebody(verb)) return nothing
  const details = readDetails(verb, unescapeSlack(pending.tail), pending.today)
  if (details.kind !== 'refusal') return aboutSomebody(bot, turn, verb, person, details)
  if (details.reason !== 'ambiguous-date') return refuse(turn, details, verb, pending.who)
  const tails = details.tails.map(slackText)
  const draftId = await putAside(bot, turn, { ...pending, tails, personId: person.id })
  return question(dateView(details.options, draftId))
}

/** Nobody is introduced to be merged, given away or forgotten. */
const needsSomebodyKnown: ReadonlySet<Verb> = new Set(['merge', 'unmerge', 'export', 'forget'])

const nobody = async (
  bot: Bot,
  turn: Turn,
  { verb, typed, rest }: ReadCommand,
  near: readonly PersonName[],
  upTo: WhoCandidate | null,
): Promise<Answer> => {
  const likely = upTo ?? likelyWho(rest, typed && verbs[verb].needsText)
  const who = likely?.text ?? ''
  const tail = slackText(likely?.tail ?? '')
  const tookIn = verb === 'unmerge' ? await whoTookIn(bot.uow, turn.asker, who) : []
  const offered = [...tookIn, ...near.filter(({ id }) => !tookIn.some((each) => each.id === id))]
  const people = offered.map(({ id }) => id)
  const draftId = await putAside(bot, turn, { ...pendingCommand(turn, { verb, who, tail }), people })
  const firstWord = rest.split(/\s/u, 1)[0] ?? ''
  const meant = typed
    ? []
    : nearestVerbs(firstWord).map((each) => `/person ${each}${rest.slice(firstWord.length)}`)
  // "remember frank" is a command that is not ours, and no name for somebody new.
  const canAdd = likely?.kind === 'name' && (typed || upTo === null) && !needsSomebodyKnown.has(verb)
  return question(nobodyView(who, offered, meant, draftId, canAdd, turn.typed))
}

/** A refusal of the grammar, with the text repeated so that nothing typed is lost. */
const refuse = (turn: Turn, why: Refusal, verb: Verb, who: string): Answer => {
  if (why.reason === 'no-text' && who === '' && verbs[verb].who)
    return refusal(
      refusedTextView(`Whom is it about? For example: \`/person ${verbs[verb].example('frank')}\``, ''),
    )
  return refusal(refusedTextView(refusalText(why, { verb, who }), turn.typed))
}
