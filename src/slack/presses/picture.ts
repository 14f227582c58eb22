import { companyPeople } from '../../app/pictures/company-picture.js'
import { yearOf } from '../../app/pictures/year-of.js'
import { replace, reply } from '../answer.js'
import { inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { handPicture } from '../conversation/hand-picture.js'
import { companyView } from '../views/company-view.js'
import { companyScene, companyWords } from '../views/pictures/company-words.js'
import { undrawnView } from '../views/pictures/picture-view.js'
import { yearScene, yearWords } from '../views/pictures/year-words.js'
import type { OnPress } from './press.js'

/** The people at a company, as a picture in the presser's DM. */
export const pressCompanyPicture: OnPress = async (bot, turn, press) => {
  const found = await companyPeople(bot.uow, turn.asker, press.value)
  if (found === null || found.shown.length === 0)
    return replace(companyView({ kind: 'unknown', near: [] }, '', viewContext(turn)))
  const words = companyWords(found)
  const drawn = await bot.pictures.company(companyScene(found))
  if (drawn.kind === 'not-drawn') return reply(undrawnView(words, drawn.because))
  const personIds = found.shown.map(({ personId }) => personId)
  return handPicture(bot, turn, { drawn, words, personIds, name: 'people-at' })
}

/** Somebody's year, as a picture in the presser's DM. */
export const pressYearPicture: OnPress = async (bot, turn, press) => {
  const outcome = await yearOf(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return inPlace(refused(turn, outcome.why))
  const { today } = turn.asker
  const words = yearWords(outcome.value, today)
  const drawn = await bot.pictures.year(yearScene(outcome.value, today))
  if (drawn.kind === 'not-drawn') return reply(undrawnView(words, drawn.because))
  return handPicture(bot, turn, { drawn, words, personIds: [outcome.value.person.id], name: 'a-year-of' })
}
