import type { Json } from '../../wire.js'
import { type Inline, plainInline } from './inline.js'
import { parseMrkdwn } from './mrkdwn.js'
import { Pieces, Words } from './written.js'

export const textOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null || !('text' in value)) return ''
  return typeof value.text === 'string' ? value.text : ''
}

/** A text object of either kind. */
export function TextObject({ of }: { of: Json }) {
  if (of.type === 'mrkdwn') return <Pieces of={parseMrkdwn(textOf(of), of.verbatim === true)} />
  return <PlainText text={textOf(of)} />
}

/** plain_text: no marks, but emoji by their names. */
export function PlainText({ text }: { text: string }) {
  return (
    <span class="plain" dir="auto">
      <Words of={withEmoji(text)} />
    </span>
  )
}

function withEmoji(text: string): Inline[] {
  return text
    .split(/(:[a-z0-9_+-]+:)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^:[a-z0-9_+-]+:$/.test(part) ? { kind: 'emoji', name: part.slice(1, -1) } : plainInline(part),
    )
}
