import { scopeOf } from '../../app/asker.js'
import { whom } from '../../app/people/whom.js'
import type { PersonName } from '../../app/ports.js'
import { type Reply, type StepEnd, stepDone, stepFailed } from '../answer.js'
import { wholeReadings } from '../command/who.js'
import { type Marked, plainText } from '../command/words.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { called } from '../views/copy.js'
import { stepWords } from '../views/step-words.js'
import type { PersonOutputs } from './offered.js'

/** Whom a step is about, by name, address, mention, or the id that another step gave; or how it ends, with nobody. */
export const personIn = async (
  bot: Bot,
  { asker }: Turn,
  who: Marked | null,
): Promise<{ readonly person: PersonName } | { readonly end: StepEnd }> => {
  if (who === null) return { end: stepFailed(stepWords.notText('Who')) }
  if (/^[\w-]{20,60}$/.test(who)) {
    const [known] = await bot.uow.read(scopeOf(asker), ({ people }) => people.names([who]))
    if (known !== undefined) return { person: known }
  }
  const found = await whom(bot.uow, asker, wholeReadings(who))
  if (found.kind === 'one') return { person: found.person }
  if (found.kind === 'unsaid') return { end: stepFailed(stepWords.whoMissing) }
  const typed = plainText(who)
  return { end: stepFailed(found.kind === 'several' ? stepWords.several(typed) : stepWords.nobody(typed)) }
}

/** What a step tells of somebody: who they are, and nothing that was said. The asker sees what all may see. */
export const tellOf = async (
  bot: Bot,
  { asker, from }: Turn,
  personId: string,
  told: Reply | null = null,
): Promise<StepEnd> => {
  const { names, person } = await bot.uow.read(scopeOf(asker), async ({ people }) => ({
    names: await people.names([personId]),
    person: await people.get(personId),
  }))
  const [known] = names
  if (known === undefined || person === null) return stepFailed(stepWords.lost)
  const isTeammate = await bot.directory.isTeammate(person.ownerId).catch(() => false)
  const outputs: PersonOutputs = {
    person_id: known.id,
    name: tame(known.name),
    ...(known.role === '' ? {} : { role: tame(known.role) }),
    ...(isTeammate ? { owner: person.ownerId } : {}),
    command: tame(`/person ${called(known.name)}`),
  }
  return stepDone(outputs, told === null ? null : { reply: told, channelId: from.channelId })
}

/** Later steps put it into messages of their own, whichever way: nothing in it can ring anybody or lead anywhere. */
const tame = (typed: string): string =>
  typed
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/@(?=channel\b|here\b|everyone\b)/gi, '@\u2060')
