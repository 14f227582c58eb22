import type { Next } from '../../wire.js'
import { clockTime, dayKey, shortDay } from '../live/days.js'
import { useScene } from '../live/live.js'

/** What the bot would post, if nothing happened until then. */
export function NextCard() {
  const { next, bot } = useScene()
  if (next.kind === 'unknown') return null
  return (
    <section class="card next" aria-label={`What ${bot.name} thinks of next`}>
      <h2>What {bot.name} thinks of next</h2>
      {next.kind === 'waiting' && <p class="quiet">Thinking…</p>}
      {next.kind === 'known' && next.items.length === 0 && (
        <p class="quiet">Nobody comes up in the next two weeks.</p>
      )}
      {next.kind === 'known' && (
        <ul>
          {next.items.map((item) => (
            <Item key={item.channelId + item.at} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ item }: { item: Next }) {
  const { clock, places } = useScene()
  const at = new Date(item.at)
  const place = places.find(({ id }) => id === item.channelId)
  const isToday = dayKey(at, clock.zone) === dayKey(new Date(clock.now), clock.zone)
  const where = place?.kind === 'dm' ? 'to you alone' : `#${place?.name}`
  return (
    <li>
      <p class="next-when">
        {isToday ? 'Today' : shortDay(at, clock.zone)}, {clockTime(at, clock.zone)} · {where}
      </p>
      {item.people.map(({ name, why }) => (
        <p key={name} class="next-who">
          <strong dir="auto">{name}</strong> <span>{why}</span>
        </p>
      ))}
    </li>
  )
}
