import { useScene } from '../live/live.js'

export function BotLog() {
  const { bot } = useScene()
  if (bot.log.length === 0) return <p class="quiet">The bot has written nothing: all is well with it.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre class="code" tabIndex={0}>
      {bot.log.join('\n')}
    </pre>
  )
}
