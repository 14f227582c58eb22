import type { WarmWays } from '../../app/warm-ways/warm-ways.js'
import type { Person } from '../../domain/person.js'
import type { WarmWay } from '../../domain/warm-way.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import type { Reader } from './context.js'
import { called, command, named, say } from './copy.js'
import { buttons, hint, line, type Part, page } from './page.js'
import { wayLines } from './warm-way-words.js'

/** By whom one may come to somebody, the warmest first; or what to write down, where nobody is known. */
export const warmWaysView = ({ person, ways }: WarmWays, reader: Reader): Reply => {
  const who = named(clip(person.name, 80))
  const back = buttons([button('Back', actionIds.more, person.id)])
  const inEnglish = hint(say`Towns, schools and pastimes I read from notes in English alone.`)
  if (ways.length === 0)
    return page([
      line(
        say`I see no warm way in to ${who} yet: ${command(`/person tie ${called(person.name)} introduced by susan`)} writes down who knows them, and a note such as “lives in Leeds” helps too.`,
      ),
      inEnglish,
      back,
    ])
  return page([
    line(say`Warm ways in to ${who}, the warmest first:`),
    ...ways.flatMap((way) => wayParts(way, person, reader)),
    inEnglish,
    back,
  ])
}

const wayParts = (way: WarmWay, person: Person, reader: Reader): Part[] => {
  const [first = [], ...rest] = wayLines(way, person, reader)
  return [
    line(say`• ${first}`, ...rest),
    ...(way.kind === 'teammate' ? [] : [buttons([button('Card', actionIds.card, way.other.id)])]),
  ]
}
