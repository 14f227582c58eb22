import type { ComponentChildren } from 'preact'
import { useScene } from '../live/live.js'
import { emojiSign } from './emoji.js'
import type { Inline, Piece } from './inline.js'

export function Pieces({ of }: { of: readonly Piece[] }) {
  return (
    <>
      {of.map((piece, index) => (
        <OnePiece key={index} piece={piece} />
      ))}
    </>
  )
}

function OnePiece({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre class="code" tabIndex={0}>
          {piece.text}
        </pre>
      )
    case 'heading':
      return (
        <p class="md-heading" dir="auto">
          <Words of={piece.line} />
        </p>
      )
    case 'list': {
      const items = piece.items.map((item, index) => (
        <li key={index} dir="auto">
          <Words of={item} />
        </li>
      ))
      return piece.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return (
        <blockquote>
          <Lines of={piece.lines} />
        </blockquote>
      )
    case 'lines':
      return <Lines of={piece.lines} />
  }
}

/** A line each, in its own direction of writing. */
function Lines({ of }: { of: readonly Inline[][] }) {
  return (
    <div class="lines">
      {of.map((line, index) => (
        <div key={index} class="line" dir="auto">
          {line.length === 0 ? <br /> : <Words of={line} />}
        </div>
      ))}
    </div>
  )
}

export function Words({ of }: { of: readonly Inline[] }) {
  return (
    <>
      {of.map((inline, index) => (
        <Word key={index} inline={inline} />
      ))}
    </>
  )
}

function Word({ inline }: { inline: Inline }): ComponentChildren {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'bold':
      return <strong>{<Words of={inline.of} />}</strong>
    case 'italic':
      return <em>{<Words of={inline.of} />}</em>
    case 'strike':
      return <s>{<Words of={inline.of} />}</s>
    case 'underline':
      return <u>{<Words of={inline.of} />}</u>
    case 'code':
      return <code>{inline.text}</code>
    case 'link':
      return (
        <a
          href={/^(https?|mailto|tel):/.test(inline.url) ? inline.url : '#'}
          rel="noreferrer"
          target="_blank"
        >
          <Words of={inline.of} />
        </a>
      )
    case 'user':
      return <UserMention id={inline.id} />
    case 'channel':
      return <ChannelMention id={inline.id} />
    case 'broadcast':
      return <span class="mention is-me">@{inline.range}</span>
    case 'emoji':
      return <Emoji name={inline.name} />
  }
}

/** An emoji by its name; one that is not known here as :name:. */
export function Emoji({ name }: { name: string }) {
  const sign = emojiSign(name)
  if (!sign) return <span class="emoji-name">:{name}:</span>
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')}>
      {sign}
    </span>
  )
}

function UserMention({ id }: { id: string }) {
  const { people, me } = useScene()
  const person = people.find((one) => one.id === id)
  return <span class={`mention${id === me.id ? ' is-me' : ''}`}>@{person?.name ?? 'somebody'}</span>
}

/** A place that this user does not see keeps its name to itself. */
function ChannelMention({ id }: { id: string }) {
  const { places } = useScene()
  const place = places.find((one) => one.id === id)
  return <span class="mention">{place ? `#${place.name}` : '🔒 a private channel'}</span>
}
