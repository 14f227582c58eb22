import { useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.js'
import { useLive } from '../live/live.js'
import { Samples } from './samples.js'

/** Files by drag and drop or by button. The server says in a plain sentence where no bot listens for them. */
export function useFileDrop(channel: string, withSamples: boolean) {
  const live = useLive()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const drop = async (file: File) => {
    const brought = await live.bring(file)
    if ('id' in brought) await live.act({ do: 'drop', channel, file: brought.id })
  }
  const take = (files: FileList | null | undefined) => {
    for (const file of files ?? []) void drop(file)
  }
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      },
    },
    button: (
      <>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="A file to drop here"
          onChange={({ currentTarget }) => {
            take(currentTarget.files)
            currentTarget.value = ''
          }}
        />
        <button
          type="button"
          class="icon-button"
          aria-label="Drop a file"
          title="Drop a file"
          onClick={() => input.current?.click()}
        >
          <Icon name="clip" size={18} />
        </button>
        {withSamples && <Samples class="icon-button" take={(file) => void drop(file)} />}
      </>
    ),
  }
}
