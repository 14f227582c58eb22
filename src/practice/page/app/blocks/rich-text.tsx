import type { Json } from '../../wire.js'
import { type Inline, plainInline } from '../text/inline.js'
import { objectAt, objectsAt, textAt } from '../text/json.js'
import { Words } from '../text/written.js'

export function RichText({ of }: { of: Json }) {
  return (
    <div class="rich-text">
      {objectsAt(of, 'elements').map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  )
}

function Part({ part }: { part: Json }) {
  switch (part.type) {
    case 'rich_text_list':
      return <List part={part} />
    case 'rich_text_quote':
      return (
        <blockquote>
          <Section part={part} />
        </blockquote>
      )
    case 'rich_text_preformatted':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre class="code" tabIndex={0}>
          {objectsAt(part, 'elements')
            .map((element) => textAt(element, 'text') || textAt(element, 'url'))
            .join('')}
        </pre>
      )
    default:
      return <Section part={part} />
  }
}

function Section({ part }: { part: Json }) {
  return (
    <div class="rich-section" dir="auto">
      <Words of={objectsAt(part, 'elements').map(inlineOf)} />
    </div>
  )
}

function List({ part }: { part: Json }) {
  const indent = typeof part.indent === 'number' ? part.indent : 0
  const items = objectsAt(part, 'elements').map((item, index) => (
    <li key={index} dir="auto">
      <Words of={objectsAt(item, 'elements').map(inlineOf)} />
    </li>
  ))
  const style = { marginInlineStart: `${indent * 1.6}rem` }
  if (part.style !== 'ordered') return <ul style={style}>{items}</ul>
  return (
    <ol style={style} start={(typeof part.offset === 'number' ? part.offset : 0) + 1}>
      {items}
    </ol>
  )
}

function inlineOf(element: Json): Inline {
  const style = objectAt(element, 'style')
  if (style?.code === true) return { kind: 'code', text: textAt(element, 'text') }
  let inline = bare(element)
  if (style?.bold === true) inline = { kind: 'bold', of: [inline] }
  if (style?.italic === true) inline = { kind: 'italic', of: [inline] }
  if (style?.strike === true) inline = { kind: 'strike', of: [inline] }
  if (style?.underline === true) inline = { kind: 'underline', of: [inline] }
  return inline
}

function bare(element: Json): Inline {
  switch (element.type) {
    case 'user':
      return { kind: 'user', id: textAt(element, 'user_id') }
    case 'channel':
      return { kind: 'channel', id: textAt(element, 'channel_id') }
    case 'broadcast':
      return { kind: 'broadcast', range: textAt(element, 'range') }
    case 'emoji':
      return { kind: 'emoji', name: textAt(element, 'name') }
    case 'link': {
      const url = textAt(element, 'url')
      return { kind: 'link', url, of: [plainInline(textAt(element, 'text') || url)] }
    }
    default:
      return plainInline(textAt(element, 'text') || textAt(element, 'fallback'))
  }
}
