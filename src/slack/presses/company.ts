import { peopleAtKey } from '../../app/companies/people-at.js'
import { replace } from '../answer.js'
import { viewContext } from '../conversation/bot.js'
import { companyView } from '../views/company-view.js'
import { type OnPress, offsetIn, twoParts } from './press.js'

/** One company of several, or a further page of its people: `OFFSET:KEY`. */
export const pressCompanyPage: OnPress = async (bot, turn, press) => {
  const [offset, key] = twoParts(press.value)
  const found = await peopleAtKey(bot.uow, turn.asker, key, offsetIn(offset))
  return replace(companyView(found, '', viewContext(turn)))
}
