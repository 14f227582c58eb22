import { useState } from 'preact/hooks'
import { Icon } from '../icons.js'
import { useMedia } from '../live/media.js'

/** Light or dark; until chosen, as the system is. */
export function ThemeButton() {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  const [chosen, setChosen] = useState(document.documentElement.dataset.theme)
  const isDark = chosen ? chosen === 'dark' : systemIsDark
  const turn = () => {
    const next = isDark ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    localStorage.setItem('practice-theme', next)
    setChosen(next)
  }
  return (
    <button type="button" onClick={turn}>
      <Icon name={isDark ? 'sun' : 'moon'} size={18} /> {isDark ? 'Light' : 'Dark'}
    </button>
  )
}
