import type { Scene } from '../../wire.js'

/** Something that the text can be completed to. */
export interface Completion {
  /** What stands in the list. */
  label: string
  about?: string
  /** The whole text after it was taken. */
  text: string
}
/** A name of somebody that the bot knows is being typed: the server is asked. */
export interface NameQuery {
  typed: string
  /** The text with a name in place of what was typed of one. */
  put: (name: string) => string
}
export interface Completing {
  ready: Completion[]
  names?: NameQuery
}

const most = 8

/** What can complete the text, which ends at the caret. */
export function completing(text: string, { abilities, people, places }: Scene): Completing {
  const mention = /(^|\s)([@#])([\p{L}\p{N}._-]*)$/u.exec(text)
  if (mention) {
    const [whole, before = '', sign, typed = ''] = mention
    const start = text.slice(0, text.length - whole.length) + before
    return { ready: sign === '@' ? teammates(start, typed, people) : channels(start, typed, places) }
  }
  const begun = /^(\/\S*)$/.exec(text)
  if (begun)
    return {
      ready: abilities.commands
        .filter(({ name }) => name.startsWith(begun[1] ?? ''))
        .map(({ name, about }) => ({ label: name, about, text: `${name} ` })),
    }
  const inCommand = /^(\/\S+) (\S*)(?: (\S*))?$/.exec(text)
  if (!inCommand || inCommand[1] !== abilities.commands[0]?.name || abilities.verbs.length === 0)
    return { ready: [] }
  return afterCommand(inCommand, abilities.verbs)
}

function afterCommand(match: RegExpExecArray, verbs: Scene['abilities']['verbs']): Completing {
  const [, command = '', first = '', second] = match
  if (second !== undefined) {
    const verb = verbs.find(({ word }) => word === first.toLowerCase())
    if (!verb?.who) return { ready: [] }
    return { ready: [], names: { typed: second, put: (name) => `${command} ${first} ${name} ` } }
  }
  const ready = verbs
    .filter(({ word }) => word.startsWith(first.toLowerCase()))
    .map(({ word, example }) => ({ label: word, about: example, text: `${command} ${word} ` }))
  // Without a verb a name shows the card.
  return first === '' ? { ready } : { ready, names: { typed: first, put: (name) => `${command} ${name}` } }
}

function teammates(start: string, typed: string, people: Scene['people']): Completion[] {
  const wanted = typed.toLowerCase()
  return people
    .filter(({ handle, name }) =>
      [handle, ...name.split(' ')].some((word) => word.toLowerCase().startsWith(wanted)),
    )
    .slice(0, most)
    .map(({ handle, name }) => ({ label: `@${handle}`, about: name, text: `${start}@${handle} ` }))
}

function channels(start: string, typed: string, places: Scene['places']): Completion[] {
  return places
    .filter(({ kind, name }) => kind !== 'dm' && kind !== 'group' && name.startsWith(typed.toLowerCase()))
    .slice(0, most)
    .map(({ name, topic }) => ({ label: `#${name}`, about: topic, text: `${start}#${name} ` }))
}
