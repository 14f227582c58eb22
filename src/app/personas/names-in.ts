import { forgottenMark, names, needlesFor, withoutNames } from '../../domain/mentions.js'
import { addressKey, fold } from '../../domain/names.js'
import { namesAlone } from '../../domain/names-alone.js'
import type { People } from '../ports/people.js'

/** Names of more words are found by their first and last word. */
const longestRun = 5

/** Every run of a few words, as a name or an address is looked up. */
const runsOf = (text: string): readonly string[] => {
  const words = fold(text).split(' ')
  const runs = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let size = 1; size <= longestRun && from + size <= words.length; size++) {
      const run = words.slice(from, from + size).join(' ')
      const bare = run.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/'s$/u, '')
      if (bare !== '') runs.add(bare)
      if (size === 1 && bare !== '') runs.add(addressKey(bare))
    }
  return [...runs]
}

/** Those who may be named in these texts, as far as the asker knows them. */
const calledIn = async (people: People, texts: readonly string[]) => {
  const called = await people.called([...new Set(texts.flatMap(runsOf))])
  return called.filter(({ kind }) => kind !== 'initials')
}

/**
 * Somebody whom the asker knows and whose name, first or last name, or address stands in one of these texts; null when nobody
 * does. A sketch of everybody names nobody.
 */
export const namedIn = async (people: People, texts: readonly string[]): Promise<string | null> => {
  for (const { key, kind, person } of await calledIn(people, texts)) {
    const addresses = kind === 'address' ? [key] : []
    const whole = needlesFor({ names: [person.name], addresses, slackUserIds: [] })
    const needles = [...whole, ...namesAlone([person.name]).telling]
    if (texts.some((text) => names(text, needles))) return person.name
  }
  return null
}

/** The same texts without the whole names of those whom the asker knows: somebody may have been introduced since. */
export const withoutKnownNames = async (
  people: People,
  texts: readonly string[],
): Promise<readonly string[]> => {
  const called = await calledIn(people, texts)
  const [known, addresses] = [called.map(({ person }) => person.name), []]
  const needles = needlesFor({ names: [...new Set(known)], addresses, slackUserIds: [] })
  if (needles.length === 0) return texts
  return texts.map((text) => withoutNames(text, needles).replaceAll(forgottenMark, 'somebody'))
}
