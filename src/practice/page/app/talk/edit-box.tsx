import { useState } from 'preact/hooks'
import { undoEscapes } from '../text/mrkdwn.js'

/** Changes what oneself has said; Escape leaves it as it was. */
export function EditBox(props: { text: string; save: (text: string) => unknown; close: () => void }) {
  const [text, setText] = useState(() => undoEscapes(props.text))
  const save = () => {
    props.save(text)
    props.close()
  }
  return (
    <div class="edit-box">
      <textarea
        aria-label="Change the message"
        rows={2}
        dir="auto"
        value={text}
        ref={(box) => box?.focus()}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.close()
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          save()
        }}
      />
      <button type="button" class="block-button" onClick={props.close}>
        Leave it
      </button>
      <button type="button" class="block-button primary" disabled={text.trim() === ''} onClick={save}>
        Save
      </button>
    </div>
  )
}
