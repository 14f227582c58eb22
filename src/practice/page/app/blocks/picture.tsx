import type { Json } from '../../wire.js'
import { objectAt, textAt } from '../text/json.js'

/** The page fetches nothing from elsewhere: a picture is shown by what it is said to show. */
export function Picture({ of, isSmall = false }: { of: Json; isSmall?: boolean }) {
  const title = textAt(objectAt(of, 'title'), 'text')
  const words = textAt(of, 'alt_text')
  if (isSmall) return <span class="picture is-small" role="img" aria-label={words} title={words} />
  return (
    <figure class="picture">
      <div class="picture-frame" role="img" aria-label={words}>
        <span aria-hidden="true">🖼️</span> {words}
      </div>
      {title && <figcaption>{title}</figcaption>}
    </figure>
  )
}
