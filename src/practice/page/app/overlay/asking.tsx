import { useEffect, useRef, useState } from 'preact/hooks'
import type { Json } from '../../wire.js'
import { objectAt, textAt } from '../text/json.js'
import { TextObject } from '../text/text-object.js'

interface Question {
  confirm: Json
  answer: (isYes: boolean) => void
}

let show: (question: Question | undefined) => void = () => {}

/** Asks what a bot wants to have confirmed; resolves with the answer. */
export const askFirst = (confirm: Json): Promise<boolean> =>
  new Promise((resolve) => {
    show({
      confirm,
      answer: (isYes) => {
        show(undefined)
        resolve(isYes)
      },
    })
  })

/** Where such questions appear; once on the page. */
export function Asking() {
  const [question, setQuestion] = useState<Question>()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    show = setQuestion
  }, [])
  useEffect(() => {
    if (question) dialog.current?.showModal()
  }, [question])
  if (!question) return null
  const { confirm, answer } = question
  const text = objectAt(confirm, 'text')
  return (
    <dialog
      ref={dialog}
      class="dialog is-small"
      aria-labelledby="asking-title"
      onCancel={() => answer(false)}
    >
      <h2 id="asking-title">{textAt(objectAt(confirm, 'title'), 'text')}</h2>
      <div class="dialog-body">{text && <TextObject of={text} />}</div>
      <footer>
        <button type="button" class="block-button" onClick={() => answer(false)}>
          {textAt(objectAt(confirm, 'deny'), 'text')}
        </button>
        <button
          type="button"
          class={`block-button ${textAt(confirm, 'style') === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => answer(true)}
        >
          {textAt(objectAt(confirm, 'confirm'), 'text')}
        </button>
      </footer>
    </dialog>
  )
}
