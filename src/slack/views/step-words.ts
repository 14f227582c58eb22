import { longestNote } from '../../domain/note.js'
import { longestName } from '../../domain/person.js'

/**
 * Why a step of a workflow ended without doing anything, and what to do. Slack shows it to whoever looks after the
 * workflow, whoever that is: it repeats what the workflow itself handed over, and names nobody else.
 */
export const stepWords = {
  unknown:
    'Personable has no such step (any more). Take it out of the workflow, or install Personable again.',
  nobodyRan:
    'Slack does not say who ran this workflow, and Personable does nothing in nobody’s name. Let the workflow begin with a link or a button that somebody presses, or put a message with a button before this step.',
  notATeammate:
    'Whoever ran this workflow is not a full member of this workspace. Personable is for full members: ask one of them to run it.',
  notText: (field: string) => `“${field}” is not text. Put text there, or a variable that holds text.`,
  whoMissing: 'Nobody is named in “Who”. Give a name or an e-mail address there.',
  nobody: (who: string) =>
    `Nobody whom the whole workspace may see answers to “${short(who)}”, and a workflow gets to know of no one else. Check how it is spelled, or introduce them in a public channel first: /person add`,
  several: (who: string) =>
    `More than one person answers to “${short(who)}”. Give the full name or the e-mail address; /person find shows who there is.`,
  noChannel: 'No channel is chosen. Choose a public channel of this workspace in “Channel”.',
  /** The same whether whoever ran it is in a private channel or not: that is nobody else's business. */
  notPublic:
    'That is not a public channel of this workspace, as far as Personable can see. A workflow may carry what it hears anywhere, so steps work in public channels only; in a private one, type /person there.',
  notHere: {
    shared:
      'That channel is shared with another organisation, and nothing about a person is kept where it can be read there. Choose a public channel of this workspace.',
    dm: 'That is a direct message. Choose a public channel of this workspace.',
    archived: 'That channel is archived. Choose one that is in use.',
  },
  how: (typed: string) =>
    `“${short(typed)}” is no way to talk to somebody that I know. Write met, called, emailed or messaged.`,
  noDay: (typed: string) => `“${short(typed)}” is not a day. Choose a date, or leave it empty for today.`,
  toCome:
    'That day is still to come, and a conversation is logged after it happened. Choose today or a day before.',
  tooLong: `The text is too long: at most ${longestNote.toLocaleString('en')} characters are kept. Shorten it; nothing was logged.`,
  noName: 'There is no name to introduce somebody by. Put it in “Name”.',
  nameOnly:
    'Only a name belongs in “Name”: what stands behind a comma would be taken for a role. Title, company and e-mail have fields of their own.',
  nameTooLong: `The name is too long: at most ${longestName} characters.`,
  roleTooLong: 'The title or the company is too long: at most 200 characters each.',
  noEmail: (typed: string) => `“${short(typed)}” is not one e-mail address. Write one, or leave it empty.`,
  known: (name: string) =>
    `Somebody with the name or address of “${short(name)}” is known already, so nobody was added. Use “Find a person”; if they are two, type /person add, which asks.`,
  likelyKnown: (name: string) =>
    `“${short(name)}” may be somebody at that company whose name was not known until now, so nobody was added. Type /person add, which asks.`,
  forgotten: (name: string) =>
    `“${short(name)}” was not added: somebody with that address was forgotten here on purpose. If they want to be known again, type /person add, which asks.`,
  gone: 'That person is not known any more. Nothing was logged.',
  lost: 'It was done, but Personable cannot say any more to whom. Type /person to look.',
  notTaken:
    'Slack did not take the answer of this step. What it does may be done: type /person to look before it is run again.',
} as const

const longest = 80
/** What a workflow handed over, on one line. */
const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest).trimEnd()}…`
}
