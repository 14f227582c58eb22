import { useRef, useState } from 'preact/hooks'
import { Samples } from '../../compose/samples.js'
import { useLive } from '../../live/live.js'
import { objectsAt, textAt } from '../../text/json.js'
import { type ElementProps, useElement } from '../acting.js'

/** A field for files: from the disk, or a sample. */
export function Files(props: ElementProps) {
  const live = useLive()
  const { choose, held, error, errorId, name } = useElement(props)
  const { block, element } = props
  const input = useRef<HTMLInputElement>(null)
  const [names, setNames] = useState(() => objectsAt(held, 'files').map((file) => textAt(file, 'name')))
  const endings = Array.isArray(element.filetypes)
    ? element.filetypes.filter((ending) => typeof ending === 'string')
    : []
  const most = typeof element.max_files === 'number' ? element.max_files : 10
  const take = async (files: readonly File[]) => {
    const brought = await Promise.all(files.slice(0, most).map((file) => live.bring(file)))
    const taken = brought.flatMap((each) => ('id' in each ? [each] : []))
    if (taken.length === 0) return
    setNames(taken.map((each) => each.name))
    await choose(taken.map(({ id }) => id))
  }
  return (
    <div class="block-files" data-field={name}>
      <input
        ref={input}
        id={`field-${textAt(block, 'block_id')}`}
        type="file"
        class="visually-hidden"
        multiple={most > 1}
        accept={endings.map((ending) => `.${ending}`).join(',')}
        aria-invalid={error !== undefined}
        aria-describedby={errorId}
        onChange={({ currentTarget }) => void take([...(currentTarget.files ?? [])])}
      />
      <button type="button" class="block-button" onClick={() => input.current?.click()}>
        {most > 1 ? 'Choose files' : 'Choose a file'}
      </button>
      <p class="block-files-names" aria-live="polite">
        {names.join(', ')}
      </p>
      <Samples class="block-button" endings={endings} take={(file) => void take([file])} />
    </div>
  )
}
