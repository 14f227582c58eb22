import { useState } from 'preact/hooks'
import type { BehindView } from '../behind/behind.js'
import { problemWords } from '../behind/problem-words.js'
import { Icon } from '../icons.js'
import { useLive, useScene } from '../live/live.js'

/** What is wrong, in plain words, with what to do about it and where to look. */
export function Banners({ openBehind }: { openBehind: (view: BehindView) => void }) {
  const live = useLive()
  const { bot, switches, problems } = useScene()
  const [read, setRead] = useState(problems.length)
  const problem = problems.length > read ? problems.at(-1) : undefined
  return (
    <div class="banners" aria-live="polite">
      {!live.isReachable && (
        <p class="banner">The practice workspace does not answer. It comes back here by itself.</p>
      )}
      {switches.isDown && (
        <p class="banner">
          Slack is down, because you switched it off.
          <button type="button" onClick={() => void live.act({ do: 'switch', which: 'isDown', on: false })}>
            Bring it back
          </button>
        </p>
      )}
      {bot.trouble && (
        <p class="banner is-bad">
          {bot.trouble}
          {bot.isOurs && (
            <>
              <button type="button" onClick={() => void live.act({ do: 'bot', what: 'restart' })}>
                Start it again
              </button>
              <button type="button" onClick={() => openBehind('log')}>
                What it said last
              </button>
            </>
          )}
        </p>
      )}
      {!bot.trouble && !switches.isDown && bot.standing !== 'connected' && (
        <p class="banner">{bot.name} is not connected just now.</p>
      )}
      {problem && (
        <p class="banner is-bad">
          {problemWords(problem.kind).what}
          <button type="button" onClick={() => openBehind('refused')}>
            Where to look
          </button>
          <button type="button" aria-label="Put it away" onClick={() => setRead(problems.length)}>
            <Icon name="close" size={16} />
          </button>
        </p>
      )}
      {live.notice && (
        <p class="banner is-bad" role="alert">
          {live.notice}
          <button type="button" aria-label="Put it away" onClick={() => live.say('')}>
            <Icon name="close" size={16} />
          </button>
        </p>
      )}
    </div>
  )
}
