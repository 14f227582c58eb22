import { isObject, type Json, objectAt, objectsAt, textAt } from '../json.js'
import type { View } from '../world/view.js'
import type { Workspace } from '../world/workspace.js'
import { richTextWords } from './rich-words.js'

/** Something with blocks: a message, a modal, a Home. */
export type Shown = { text?: string; blocks: readonly Json[] } | View

/** Everything a user reads there, a line for each part: blocks if there are any (as Slack shows it), else the text. */
export function visibleText(workspace: Workspace, shown: Shown): string {
  const lines: string[] = []
  if ('kind' in shown) lines.push(...part(workspace, shown.body.title))
  for (const block of shown.blocks) lines.push(...blockLines(workspace, block))
  if ('kind' in shown) lines.push(...part(workspace, shown.body.submit).map((label) => `[${label}]`))
  else if (shown.blocks.length === 0 && shown.text) lines.push(readMrkdwn(workspace, shown.text))
  return lines.join('\n')
}

/** What a reader sees of mrkdwn: links by their label, mentions by name, entities undone. Marks like *bold* stay. */
function readMrkdwn(workspace: Workspace, text: string): string {
  return text
    .replace(/<([^<>]+)>/g, (_, inside: string) => {
      const [target = '', label] = inside.split('|')
      if (target.startsWith('@'))
        return `@${workspace.users.get(target.slice(1))?.name ?? label ?? target.slice(1)}`
      if (target.startsWith('#'))
        return `#${workspace.channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}`
      if (target.startsWith('!date')) return label ?? target
      if (target.startsWith('!')) return `@${target.slice(1)}`
      return label ?? target.replace(/^mailto:/, '')
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function blockLines(workspace: Workspace, block: Json): string[] {
  const read = (value: unknown) => part(workspace, value)
  switch (block.type) {
    case 'markdown':
      return [textAt(block, 'text') ?? '']
    case 'rich_text':
      return [richTextWords(workspace, block)]
    case 'context':
      return objectsAt(block, 'elements').flatMap(read)
    case 'actions':
      return objectsAt(block, 'elements').flatMap((element) => elementLines(workspace, element))
    case 'input':
      return [
        ...read(block.label),
        ...elementLines(workspace, objectAt(block, 'element') ?? {}),
        ...read(block.hint),
      ]
    case 'image':
      return [...read(block.title), textAt(block, 'alt_text') ?? '']
    default:
      return [
        ...read(block.text),
        ...objectsAt(block, 'fields').flatMap(read),
        ...elementLines(workspace, objectAt(block, 'accessory') ?? {}),
      ]
  }
}

function elementLines(workspace: Workspace, element: Json): string[] {
  const label = part(workspace, element.text)[0]
  if (element.type === 'button') return [`[${label ?? ''}]`]
  const groups = objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options'))
  const options = [...objectsAt(element, 'options'), ...groups].flatMap((option) => [
    ...part(workspace, option.text),
    ...part(workspace, option.description),
  ])
  const value = textAt(element, 'initial_value') ?? textAt(element, 'initial_date')
  return [
    ...part(workspace, element.placeholder),
    ...(value ? [value] : []),
    ...part(workspace, objectAt(element, 'initial_option')?.text),
    ...options.map((option) => `(${option})`),
    ...(element.type === 'image' ? [textAt(element, 'alt_text') ?? ''] : []),
  ]
}

/** A text object as lines: none when it is absent. plain_text is shown to the letter, entities and all. */
function part(workspace: Workspace, value: unknown): string[] {
  if (!isObject(value)) return []
  if (value.type === 'image') return [textAt(value, 'alt_text') ?? '']
  const text = textAt(value, 'text')
  if (text === undefined) return []
  return [value.type === 'mrkdwn' ? readMrkdwn(workspace, text) : text]
}
