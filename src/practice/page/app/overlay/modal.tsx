import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownView } from '../../wire.js'
import { ActingContext } from '../blocks/acting.js'
import { Blocks } from '../blocks/blocks.js'
import { useGuideHint } from '../desk/guide-state.js'
import { useLive, useScene } from '../live/live.js'

/** The modal on top of this user's stack, if one is open. */
export function Modal() {
  const { modal } = useScene()
  return modal ? <OneModal key={modal.id} view={modal} /> : null
}

function OneModal({ view }: { view: ShownView }) {
  const live = useLive()
  const dialog = useRef<HTMLDialogElement>(null)
  const before = useRef<Element | null>(null)
  const filled = useRef(new Map<string, unknown>())
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    const box = dialog.current
    before.current = document.activeElement
    box?.showModal()
    const field = dialog.current?.querySelector<HTMLElement>(
      '[autofocus], .dialog-body input, .dialog-body select, .dialog-body textarea',
    )
    field?.focus()
    return () => {
      // While it is open nothing beneath it takes the focus.
      box?.close()
      if (before.current instanceof HTMLElement) before.current.focus()
    }
  }, [])
  const close = () => void live.act({ do: 'close' })
  const submit = async () => {
    setBusy(true)
    const outcome = await live.act({ do: 'submit', values: Object.fromEntries(filled.current) })
    setBusy(false)
    setErrors(outcome.errors ?? {})
    const [first] = Object.keys(outcome.errors ?? {})
    if (first) document.getElementById(`field-${first}`)?.focus()
  }
  const wrong = Object.keys(errors).length
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <header>
          <h2 id="modal-title" dir="auto">
            {view.title}
          </h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={close}>
            ✕
          </button>
        </header>
        <div class="dialog-body">
          <Hint />
          <p class="visually-hidden" role="alert">
            {wrong > 0 ? `${wrong} of the answers cannot be taken as they are.` : ''}
          </p>
          <ActingContext.Provider
            value={{ where: { view: view.id }, values: view.values, filled: filled.current, errors }}
          >
            <Blocks of={view.blocks} />
          </ActingContext.Provider>
        </div>
        <footer>
          <button type="button" class="block-button" onClick={close}>
            {view.close ?? (view.depth > 1 ? 'Back' : 'Cancel')}
          </button>
          {view.submit && (
            <button type="submit" class="block-button primary" disabled={isBusy}>
              {view.submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  )
}

/** What the guide suggests to type here. */
function Hint() {
  const hint = useGuideHint()
  if (!hint) return null
  const put = () => {
    const fields = document.querySelectorAll<HTMLTextAreaElement>('.dialog textarea')
    const field = [...fields].at(-1)
    if (!field) return
    field.value = hint
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }
  return (
    <div class="hint">
      <p>{hint}</p>
      <button type="button" class="block-button" onClick={put}>
        Put it in
      </button>
    </div>
  )
}
