import { addressKey, fold } from '../../domain/names.js'
import { type Asker, scopeOf } from '../asker.js'
import { eachOnce } from '../people/each-once.js'
import type { Named, PersonName, Stores, UnitOfWork } from '../ports.js'

/** A message. `text` is plain: Slack's escapes are undone. `links` are where its links lead, whatever they are called. */
export type Said = {
  readonly ts: string
  readonly text: string
  readonly links: readonly string[]
  readonly authorId: string | null
}
/** A message that was reacted to. */
export type ReactedMessage = Said & {
  readonly channelId: string
  /** The message that began the thread; null outside one, and for the first message itself. */
  readonly root: Said | null
}

export type About = {
  /** Named beyond doubt: by link, address or full name, or by the thread. */
  readonly certain: readonly PersonName[]
  /** Named by a part of their name. */
  readonly possible: readonly PersonName[]
}

/** Words in a name that are looked for in a text. */
const longestRun = 5
/** A text of any length is read this far: a person is named near the beginning. */
const mostWords = 700
/** Thousands share a name: nobody chooses among more than a few of them, and types more of it instead. */
const mostOfOneName = 10

/** Whom a message is about, as far as the one who reacted may see. */
export const aboutWhom = (uow: UnitOfWork, asker: Asker, message: ReactedMessage): Promise<About> =>
  uow.read(scopeOf(asker), async (stores) => {
    const here = await namedIn(stores, message)
    const thread = message.root === null ? [] : await threadIsAbout(stores, message.channelId, message.root)
    const certain = eachOnce([...here.certain, ...thread])
    return { certain, possible: eachOnce([...certain, ...here.possible]).slice(certain.length) }
  })

const threadIsAbout = async (stores: Stores, channelId: string, root: Said): Promise<PersonName[]> => {
  const logged = (await stores.marks.on(channelId, root.ts)).map((mark) => mark.personId)
  const nudged = await stores.nudges.postedAt(channelId, root.ts)
  const known = await stores.people.names([...new Set([...logged, ...(nudged.length === 1 ? nudged : [])])])
  return known.length > 0 ? [...known] : [...(await namedIn(stores, root)).certain]
}

const namedIn = async ({ people }: Stores, { text, links, authorId }: Said): Promise<About> => {
  const keys = [...keysIn(text), ...links.map(addressKey), ...(authorId === null ? [] : [authorId])]
  const called = await people.calledFew(keys, mostOfOneName)
  const certain: Named[] = []
  const possible: Named[] = []
  for (const { key, kind, person } of called) {
    // Somebody known by one word alone is called by it in every other sentence: never beyond doubt.
    if (kind === 'address' || kind === 'slack' || (kind === 'full' && key.includes(' '))) certain.push(person)
    else if (kind !== 'initials') possible.push(person)
  }
  const sure = eachOnce(certain)
  const named = await people.withRoles(eachOnce([...sure, ...possible]))
  return { certain: named.slice(0, sure.length), possible: named.slice(sure.length) }
}

/** Every address, link, mention and run of words that could call somebody. */
export const keysIn = (text: string): string[] => {
  const pieces = text.split(/\s+/u).slice(0, mostWords)
  const keys = pieces.map(addressIn).filter((key) => key !== '')
  const words = pieces.map((piece) => bareOf(fold(piece)))
  for (let from = 0; from < words.length; from++) {
    let run = ''
    for (let length = 1; length <= longestRun && from + length <= words.length; length++) {
      const word = words[from + length - 1] ?? ''
      run = length === 1 ? word : `${run} ${word}`
      if (run.trim() === '') continue
      keys.push(run)
      if (run.endsWith('.')) keys.push(run.slice(0, -1))
      else if (run.endsWith("'s")) keys.push(run.slice(0, -2))
    }
  }
  return keys
}

/** A word without what stands around it; most have nothing. */
const bareOf = (word: string): string =>
  /^[a-z0-9]+$/.test(word) ? word : word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|['’]s$/gu, '')

const addressIn = (piece: string): string => {
  const mention = piece.match(/^[^<]*<@([UW][A-Z0-9]+)/u)
  if (mention !== null) return mention[1] ?? ''
  const bare = piece.replace(/^[<("'[]+|[>)"'\].,;:!?]+$/gu, '')
  return bare.includes('@') || bare.includes('/') ? addressKey(bare) : ''
}
