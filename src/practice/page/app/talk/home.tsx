import { useEffect } from 'preact/hooks'
import { ActingContext } from '../blocks/acting.js'
import { Blocks } from '../blocks/blocks.js'
import { useLive, useScene } from '../live/live.js'

/** The bot's Home as this user has it; opening it tells the bot. */
export function Home() {
  const live = useLive()
  const { home, bot, me } = useScene()
  useEffect(() => void live.act({ do: 'home' }), [me.id])
  return (
    <section class="home" id="home" tabIndex={-1} aria-label={`Home of ${bot.name}`}>
      {home ? (
        <ActingContext.Provider value={{ where: { view: home.id }, values: home.values }}>
          <Blocks of={home.blocks} />
        </ActingContext.Provider>
      ) : (
        <p class="empty">{bot.name} has not put anything here yet.</p>
      )}
    </section>
  )
}
