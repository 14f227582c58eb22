import type { Person } from '../../wire.js'

/** Two letters on a colour that stays the same for a person; the bot smiles. */
export function Avatar({ of, size = 38 }: { of: Person | undefined; size?: number }) {
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.38}px` }
  if (of?.standing === 'bot')
    return (
      <span class="avatar is-bot" style={style} aria-hidden="true">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="11" cy="13" r="2.2" fill="#fdf6ea" />
          <circle cx="21" cy="13" r="2.2" fill="#fdf6ea" />
          <path
            d="M8.500 18.500a8 8 0 0 0 15 0"
            fill="none"
            stroke="#f2b872"
            stroke-width="2.800"
            stroke-linecap="round"
          />
        </svg>
      </span>
    )
  return (
    <span class={`avatar hue-${hueOf(of?.handle ?? '')}`} style={style} aria-hidden="true">
      {initials(of?.name ?? '?')}
    </span>
  )
}

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

const hueOf = (handle: string): number =>
  [...handle].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 6
