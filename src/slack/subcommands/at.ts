import { peopleAt } from '../../app/companies/people-at.js'
import { type Answer, reply } from '../answer.js'
import type { AtDetails } from '../command/company-details.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { companyView } from '../views/company-view.js'

/** `at COMPANY`: the people whose role is there. */
export const runAt = async (bot: Bot, turn: Turn, { company }: AtDetails): Promise<Answer> =>
  reply(companyView(await peopleAt(bot.uow, turn.asker, company), company, viewContext(turn)))
