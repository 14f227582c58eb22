import type { Place } from '../../wire.js'
import { Icon } from '../icons.js'
import { useLive, useScene } from '../live/live.js'
import { PlaceIcon } from './place-icon.js'
import { useUnread } from './reading.js'
import { ThemeButton } from './theme-button.js'
import { WhoAmI } from './who-am-i.js'

interface Props {
  close: () => void
  openBehind: () => void
}

export function Sidebar({ close, openBehind }: Props) {
  const live = useLive()
  const scene = useScene()
  const { places, here, workspace, abilities, problems } = scene
  const isUnread = useUnread(scene)
  const go = (place: Place) => {
    void live.go(place.id)
    close()
  }
  const isDirect = ({ kind }: Place) => kind === 'dm' || kind === 'group'
  const groups = [
    { name: 'Channels', of: places.filter((place) => !isDirect(place)) },
    { name: 'Direct messages', of: places.filter(isDirect) },
  ].filter(({ of }) => of.length > 0)
  const again = () => {
    if (confirm('Start again? Everything that was typed here is thrown away.')) void live.act({ do: 'again' })
  }
  return (
    <nav class="sidebar" aria-label="Places and people">
      <div class="brand">
        <img src="/icon.svg" alt="" width="34" height="34" />
        <div>
          <strong>{workspace}</strong>
          <span>practice workspace</span>
        </div>
        <button type="button" class="icon-button only-narrow" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <WhoAmI />
      <div class="place-groups">
        {groups.map(({ name, of }) => (
          <section key={name} aria-label={name}>
            <h2>{name}</h2>
            <ul>
              {of.map((place) => {
                const unread = isUnread(place)
                return (
                  <li key={place.id}>
                    <button
                      type="button"
                      class={`place${unread ? ' is-unread' : ''}`}
                      aria-current={place.id === here ? 'page' : undefined}
                      onClick={() => go(place)}
                    >
                      <PlaceIcon place={place} />
                      <span class="place-name" dir="auto">
                        {place.name}
                      </span>
                      {unread && (
                        <span class="unread-dot">
                          <span class="visually-hidden">unread</span>
                        </span>
                      )}
                    </button>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </div>
      <div class="sidebar-foot">
        <button type="button" onClick={openBehind}>
          <Icon name="wires" size={18} /> Behind the scenes
          {problems.length > 0 && <span class="count">{problems.length}</span>}
        </button>
        {abilities.canStartAgain && (
          <button type="button" onClick={again}>
            <Icon name="again" size={18} /> Start again
          </button>
        )}
        <ThemeButton />
      </div>
    </nav>
  )
}
