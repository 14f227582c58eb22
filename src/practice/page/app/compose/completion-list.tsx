import type { Completion } from './completion.js'

interface Props {
  id: string
  of: readonly Completion[]
  active: number
  isChosen: boolean
  take: (index: number) => void
}

export function CompletionList({ id, of, active, isChosen, take }: Props) {
  return (
    <>
      <p class="visually-hidden" role="status">
        {of.length > 0 ? `${of.length} completions. Arrows choose, Tab takes the first.` : ''}
      </p>
      <div class="completions" id={id} role="listbox" aria-label="Completions" hidden={of.length === 0}>
        {of.map(({ label, about }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box below has the keys
          <div
            key={label}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active && (isChosen || index === 0)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            <strong dir="auto">{label}</strong>
            {about && <span dir="auto">{about}</span>}
          </div>
        ))}
      </div>
    </>
  )
}
