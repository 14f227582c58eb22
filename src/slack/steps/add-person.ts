import { introduce } from '../../app/people/introduce.js'
import type { Introduction } from '../../app/people/introduction.js'
import { whom } from '../../app/people/whom.js'
import { roleText } from '../../domain/role.js'
import { type StepEnd, stepFailed } from '../answer.js'
import { readAdd } from '../command/add-details.js'
import { splitRole, tooLongPart } from '../command/role-details.js'
import { wholeReadings } from '../command/who.js'
import { plainText } from '../command/words.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { introducedView } from '../views/saved-views.js'
import { stepWords } from '../views/step-words.js'
import { markedIn, type StepInputs } from './inputs.js'
import type { RunStep } from './step.js'
import { tellOf } from './step-person.js'

/** "Add a person", in a public channel. Whether somebody is the same as another is for people to say: it adds nobody then. */
export const addPerson: RunStep = async (bot, turn, inputs) => {
  const introduction = introductionIn(inputs)
  if ('kind' in introduction) return introduction
  const { cause, workspaceId } = turn.asker
  const everything = { workspaceId, audience: 'everything' } as const
  // Asked first: after it, whoever was added is somebody of that name who is known already.
  const isDone = cause !== null && (await bot.uow.read(everything, ({ journal }) => journal.isCause(cause)))
  if (isDone) return sayAgain(bot, turn, introduction.name)
  const outcome = await introduce(bot, turn.asker, introduction, false)
  const { name } = introduction
  if (!outcome.ok)
    return outcome.why.reason === 'repeated' ? sayAgain(bot, turn, name) : stepFailed(stepWords.nameTooLong)
  const { value } = outcome
  switch (value.kind) {
    case 'introduced': {
      const role = roleText(introduction)
      const told = introducedView(value.person, role, viewContext(turn), value.actId)
      return tellOf(bot, turn, value.person.id, told)
    }
    case 'same-person':
      return stepFailed(stepWords.known(name))
    case 'that-someone':
      return stepFailed(stepWords.likelyKnown(name))
    case 'forgotten':
      return stepFailed(stepWords.forgotten(name))
  }
}

const sayAgain = async (bot: Bot, turn: Turn, name: string): Promise<StepEnd> => {
  const found = await whom(bot.uow, turn.asker, wholeReadings(name))
  return found.kind === 'one' ? tellOf(bot, turn, found.person.id) : stepFailed(stepWords.lost)
}

const introductionIn = (inputs: StepInputs): Introduction | StepEnd => {
  const [typed, titled, at, email] = [
    markedIn(inputs, 'name'),
    markedIn(inputs, 'title'),
    markedIn(inputs, 'company'),
    markedIn(inputs, 'email'),
  ]
  if (typed === null) return stepFailed(stepWords.notText('Name'))
  if (titled === null || at === null) return stepFailed(stepWords.notText('Title or company'))
  if (email === null) return stepFailed(stepWords.notText('E-mail'))
  const read = readAdd(typed)
  if (read.kind === 'refusal')
    return stepFailed(read.reason === 'too-long' ? stepWords.nameTooLong : stepWords.noName)
  const { name, slackUserId } = read
  if (name === '') return stepFailed(stepWords.noName)
  if (read.title !== '' || read.company !== '') return stepFailed(stepWords.nameOnly)
  const company = oneLine(plainText(at))
  const role =
    company === '' ? splitRole(oneLine(plainText(titled))) : { title: oneLine(plainText(titled)), company }
  if (tooLongPart(role, '') !== null) return stepFailed(stepWords.roleTooLong)
  const written = addressesIn(plainText(email))
  if (email !== '' && written.length !== 1) return stepFailed(stepWords.noEmail(plainText(email)))
  const addresses = [...new Set([...read.addresses, ...written])]
  return { name, ...role, addresses, slackUserId, offstage: false }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** All of it is one address, or it is none. */
const addressesIn = (text: string): readonly string[] => {
  const read = readAdd(text)
  return read.kind === 'refusal' && read.reason === 'no-name' && /^\S+$/u.test(text) ? read.addresses : []
}
