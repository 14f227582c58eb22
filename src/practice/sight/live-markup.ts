import { eachTextObject } from '../blocks/walk.js'
import { type Json, textAt } from '../json.js'

/** What in a message would act when Slack shows it. Text that is shown "as typed" has none of it. */
export interface LiveMarkup {
  /** channel, here, everyone, or a user group's id: these ring. */
  broadcasts: string[]
  /** Ids of users who are mentioned, and thereby notified. */
  users: string[]
  channels: string[]
  /** Targets of explicit links, mailto: included. */
  links: string[]
  /** Bare addresses that Slack would link by itself, because the text object is not `verbatim`. */
  autoLinks: string[]
}

/** Reads the top-level text and every mrkdwn text object in the blocks. */
export function liveMarkup(shown: { text?: string; blocks: readonly Json[] }): LiveMarkup {
  const found: LiveMarkup = { broadcasts: [], users: [], channels: [], links: [], autoLinks: [] }
  if (shown.text) collect(shown.text, true, found)
  eachTextObject(shown.blocks, (object) => {
    if (object.type === 'mrkdwn') collect(textAt(object, 'text') ?? '', object.verbatim === true, found)
  })
  return found
}

function collect(text: string, isVerbatim: boolean, found: LiveMarkup): void {
  const rest = text.replace(/<([^<>]+)>/g, (_, inside: string) => {
    const target = inside.split('|')[0] ?? ''
    if (target.startsWith('@')) found.users.push(target.slice(1))
    else if (target.startsWith('#')) found.channels.push(target.slice(1))
    else if (target.startsWith('!subteam^')) found.broadcasts.push(target.slice('!subteam^'.length))
    else if (target.startsWith('!date')) return ' '
    else if (target.startsWith('!')) found.broadcasts.push(target.slice(1))
    else found.links.push(target)
    return ' '
  })
  if (!isVerbatim) found.autoLinks.push(...(rest.match(/https?:\/\/[^\s<>]+/g) ?? []))
}
