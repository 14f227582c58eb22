import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.js'
import { useLive, useScene } from '../live/live.js'
import { Menu } from '../overlay/menu.js'
import { CompletionList } from './completion-list.js'
import { useDraft } from './draft.js'
import { useFileDrop } from './file-drop.js'
import { useCompletions } from './use-completions.js'

/** Where one types: messages, commands, replies in a thread. */
export function Composer({ thread }: { thread?: string }) {
  const live = useLive()
  const { here, places, me, abilities } = useScene()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraft(thread, () => box.current?.focus())
  const [isCompleting, setCompleting] = useState(false)
  const [active, setActive] = useState<{ index: number; isChosen: boolean }>({ index: 0, isChosen: false })
  const listId = useId()
  const completions = useCompletions(text, isCompleting)
  const place = places.find(({ id }) => id === here)
  const files = useFileDrop(here, place?.kind === 'dm' && abilities.hearsFiles)
  useEffect(() => grow(box.current), [text])
  useEffect(() => {
    if (thread) box.current?.focus()
  }, [thread])
  if (!place) return null
  if (!place.joined || place.archived)
    return <p class="composer-closed">{closedWords(place.archived, me.name, place.name)}</p>

  const complete = (index: number) => {
    const completion = completions[index]
    if (!completion) return
    setText(completion.text)
    setActive({ index: 0, isChosen: false })
    box.current?.focus()
  }
  const send = async () => {
    const typed = text.trim()
    if (typed === '') return
    setText('')
    setCompleting(false)
    const outcome = await live.act({ do: 'type', channel: here, text: typed, ...(thread ? { thread } : {}) })
    // What was typed is never lost.
    if (outcome.error) setText(typed)
  }
  const onKey = (event: KeyboardEvent) => {
    const isOpen = completions.length > 0
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = active.isChosen ? active.index + step : step > 0 ? 0 : -1
      setActive({ index: (from + completions.length) % completions.length, isChosen: true })
    } else if (
      isOpen &&
      (event.key === 'Tab' || (event.key === 'Enter' && active.isChosen)) &&
      !event.shiftKey
    ) {
      event.preventDefault()
      complete(active.index)
    } else if (isOpen && event.key === 'Escape') {
      event.stopPropagation()
      setCompleting(false)
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      void send()
    }
  }
  const globals = abilities.shortcuts.filter(({ on }) => on === 'global')
  const hint = thread ? 'Reply…' : `Message ${place.kind === 'dm' ? place.name : `#${place.name}`}`
  return (
    <form
      class="composer"
      {...files.handlers}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <CompletionList
        id={listId}
        of={completions}
        active={active.index}
        isChosen={active.isChosen}
        take={complete}
      />
      <div class={`composer-box${files.isOver ? ' is-dropping' : ''}`}>
        <textarea
          ref={box}
          id={thread ? undefined : 'composer'}
          rows={1}
          dir="auto"
          aria-label={hint}
          placeholder={hint}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={
            active.isChosen && completions.length > 0 ? `${listId}-${active.index}` : undefined
          }
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value)
            setCompleting(true)
            setActive({ index: 0, isChosen: false })
          }}
          onBlur={() => setCompleting(false)}
          onKeyDown={onKey}
        />
        <div class="composer-row">
          <button
            type="button"
            class="icon-button"
            aria-label="Begin a command"
            title="Begin a command"
            disabled={abilities.commands.length === 0}
            onClick={() => {
              setText(`${abilities.commands[0]?.name ?? '/'} `)
              setCompleting(true)
              box.current?.focus()
            }}
          >
            <span class="slash" aria-hidden="true">
              /
            </span>
          </button>
          {files.button}
          {globals.length > 0 && me.standing !== 'outsider' && (
            <Menu
              label="Shortcuts"
              class="icon-button"
              items={globals.map(({ callbackId, name }) => ({
                label: name,
                pick: () => void live.act({ do: 'shortcut', callbackId }),
              }))}
            >
              <Icon name="bolt" size={18} />
            </Menu>
          )}
          <span class="composer-hint">
            <kbd>Tab</kbd> completes, <kbd>Enter</kbd> sends
          </span>
          <button type="submit" class="send" aria-label="Send" title="Send" disabled={text.trim() === ''}>
            <Icon name="send" size={18} />
          </button>
        </div>
      </div>
    </form>
  )
}

/** As high as what is typed, up to the limit that the style sets. */
function grow(box: HTMLTextAreaElement | null): void {
  if (!box) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight}px`
}

const closedWords = (isArchived: boolean, me: string, place: string): string =>
  isArchived
    ? `#${place} is archived: everybody can read it, and nobody can write.`
    : `${me} is not in #${place}: you can read it, and not write.`
