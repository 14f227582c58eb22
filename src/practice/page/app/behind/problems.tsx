import { clockTime } from '../live/days.js'
import { useScene } from '../live/live.js'
import { problemWords } from './problem-words.js'

export function Problems() {
  const { problems, me } = useScene()
  if (problems.length === 0)
    return <p class="quiet">Nothing so far: Slack would have taken all that the bot sent.</p>
  return (
    <ol class="problems">
      {problems.toReversed().map(({ at, kind, message, subject }, index) => {
        const { what, look } = problemWords(kind)
        return (
          <li key={index}>
            <p>
              <time>{clockTime(new Date(at), me.zone)}</time> <strong>{what}</strong>
            </p>
            <code>{message}</code>
            <p class="quiet">
              {look} {subject && `It was about ${subject}.`}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
