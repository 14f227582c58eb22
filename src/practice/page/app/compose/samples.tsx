import { Icon } from '../icons.js'
import { useScene } from '../live/live.js'
import { Menu } from '../overlay/menu.js'

/** Files to try, for whoever has none at hand. `endings` are those that are taken; empty: all are. */
export function Samples(props: { class: string; endings?: readonly string[]; take: (file: File) => void }) {
  const { abilities } = useScene()
  const { endings = [] } = props
  const names = abilities.samples.filter(
    (name) => endings.length === 0 || endings.some((ending) => name.endsWith(`.${ending}`)),
  )
  if (names.length === 0) return null
  const items = names.map((name) => ({
    label: name,
    pick: () => void fetchSample(name).then(props.take),
  }))
  return (
    <Menu label="Try a sample file" class={props.class} items={items}>
      {props.class === 'icon-button' ? <Icon name="sample" size={18} /> : 'Try a sample file'}
    </Menu>
  )
}

async function fetchSample(name: string): Promise<File> {
  const answer = await fetch(`/page/sample?${new URLSearchParams({ name })}`)
  return new File([await answer.blob()], name)
}
