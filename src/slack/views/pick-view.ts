import type { Same } from '../../app/people/introduce.js'
import type { PersonName } from '../../app/ports.js'
import type { Meaning } from '../../app/reactions/log-reaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip, typeAhead } from './blocks.js'
import { nameAndRole, otherChoice, personChoices } from './choices.js'
import { typed as asTyped, command, ours, say } from './copy.js'
import { longDay } from './days.js'
import { buttons, hint, line, type Part, page } from './page.js'

/** More buttons than this are not read. */
const pageLength = 8
const longestName = 60
const longestTyped = 1_000

/** Several people fit: whom was it about? */
export const pickView = (
  question: string,
  people: readonly PersonName[],
  draftId: string,
  offset: number,
): Reply => {
  const from = Math.min(Math.max(0, offset), Math.max(0, people.length - 1))
  const shown = people.slice(from, from + pageLength)
  const many = people.length > pageLength
  const which = `${from + 1} to ${from + shown.length} of ${people.length}.`
  return page([
    line(
      asTyped(clip(question.trim() || 'Whom do you mean?', longestTyped)),
      ...(many ? [say`Here are ${which} Typing more of the name finds them sooner.`] : []),
    ),
    ...personChoices(shown, draftId),
    ...turnTo('Back', from === 0 ? null : Math.max(0, from - pageLength), draftId),
    ...turnTo('More people', from + pageLength < people.length ? from + pageLength : null, draftId),
  ])
}

const turnTo = (label: string, offset: number | null, draftId: string): Part[] =>
  offset === null ? [] : [buttons([button(label, actionIds.pickPage, `${draftId}:${offset}`)])]

/** Nobody is called so: the nearest names, *Add*, and what else may have been meant. */
export const nobodyView = (
  typedName: string,
  near: readonly PersonName[],
  nearVerbs: readonly string[],
  draftId: string,
  canAdd: boolean,
  typed: string | null = null,
): Reply => {
  const name = clip(typedName, longestName)
  const meant = near.length === 0 ? [] : [line(say`Did you mean one of these?`)]
  const commands =
    nearVerbs.length === 0
      ? []
      : [line(say`Or was it a command?`, ...nearVerbs.map((each) => command(clip(each, longestTyped))))]
  const add = canAdd && name.trim() !== ''
  const nothingElse = near.length === 0 && nearVerbs.length === 0 && !add
  return page([
    line(
      name.trim() === '' ? say`I do not know whom you mean.` : say`I know nobody called “${name}”.`,
      ...(typed === null || typed.trim() === '' ? [] : [say`You typed: ${clip(typed, longestTyped)}`]),
    ),
    ...meant,
    ...personChoices(near.slice(0, pageLength), draftId),
    ...commands,
    ...(add ? [otherChoice(`Add “${name}”`, draftId, 'add', say`Or add “${name}” as somebody new.`)] : []),
    ...(nothingElse
      ? [
          line(
            say`${command('/person add Frank Ortiz, facilities manager at Acme Lighting')} introduces somebody.`,
          ),
        ]
      : []),
    ...(near.length === 0 && !add ? [] : [hint(say`What you typed waits here until you choose.`)]),
    hint(say`${command('/person help')} shows what I understand.`),
  ])
}

const sameWords: Record<Same, string> = {
  name: 'The name is the same.',
  address: 'The address is the same.',
  slack: 'The person in Slack is the same.',
}

/** Somebody of that name or address is there already. */
export const samePersonView = (
  name: string,
  people: readonly PersonName[],
  draftId: string,
  because: readonly Same[] = [],
): Reply => {
  const who = name === '' ? ours('this person') : say`“${clip(name, longestName)}”`
  return page([
    line(
      people.length === 1 ? say`Is ${who} the same person as this one?` : say`Is ${who} one of these?`,
      ...because.map((each) => ours(sameWords[each])),
    ),
    ...personChoices(people.slice(0, pageLength), draftId),
    otherChoice('No, somebody else', draftId, 'anew', say`Or no, somebody else.`),
    hint(say`Nothing is written down until you choose.`),
  ])
}

/** Somebody whose name was unknown may have one now. */
export const thatSomeoneView = (name: string, people: readonly PersonName[], draftId: string): Reply => {
  const [only, second] = people
  const someone =
    only === undefined || second !== undefined ? ours('one of these') : say`this someone, ${only.role}`
  return page([
    line(say`Is ${clip(name, longestName)} ${someone}? Then what is known about them stays with the name.`),
    ...people
      .slice(0, pageLength)
      .map((each) =>
        otherChoice(`Yes: ${nameAndRole(each)}`, draftId, each.id, say`Yes: ${nameAndRole(each)}`),
      ),
    otherChoice('No, somebody else', draftId, 'anew', say`Or no, somebody else.`),
    hint(say`Nothing is written down until you choose.`),
  ])
}

/** Somebody who is forgotten would be known again: only when that is meant. */
export const forgottenBeforeView = (name: string, draftId: string): Reply =>
  page([
    line(
      say`Somebody with that address was forgotten here on purpose, and nothing is known of them any more.`,
      name === '' ? ours('Introduce them anew?') : say`Introduce ${clip(name, longestName)} anew?`,
    ),
    otherChoice('Introduce anew', draftId, 'anew', say`The button “Introduce anew” does it.`),
    hint(say`Nothing is written down until you choose. To leave it so, do nothing.`),
  ])

const aboutWhom: Record<Meaning, string> = {
  called: 'Whom did you call?',
  met: 'Whom did you meet?',
  emailed: 'Whom did you email?',
  messaged: 'Whom did you message?',
  heard: 'Who said this?',
  note: 'Whom is this note about?',
}

/** A reaction that names nobody beyond doubt. */
export const aboutWhomView = (meaning: Meaning, people: readonly PersonName[], draftId: string): Reply =>
  page([
    line(ours(aboutWhom[meaning])),
    ...personChoices(people.slice(0, pageLength), draftId),
    {
      kind: 'buttons',
      elements: [typeAhead(people.length === 0 ? 'Type a name' : 'Somebody else', actionIds.someoneElse)],
      blockId: draftId,
      spoken: say`Or type a name to look somebody up.`,
    },
    ...(people.length > pageLength ? [hint(say`More people are called so than stand here.`)] : []),
    hint(say`Taking the reaction off forgets the question.`),
  ])

/** `12/3`: which day was meant. Each button picks the place of its day in `options`: `DRAFT:0` or `DRAFT:1`. */
export const dateView = (options: readonly [LocalDate, LocalDate], draftId: string): Reply =>
  page([
    line(say`Which day did you mean?`),
    ...options.map((on, i) => otherChoice(longDay(on), draftId, String(i), ours(longDay(on)))),
    hint(say`What you typed waits here until you choose.`),
  ])
