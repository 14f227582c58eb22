const paths = {
  hash: 'M7 3 5.5 17M14.5 3 13 17M3.5 7.5h14M2.5 12.5h14',
  lock: 'M5 9.5h10v7H5zM7 9.5V7a3 3 0 0 1 6 0v2.5',
  shared:
    'M7 10a3 3 0 1 1 0-6 3 3 0 0 1 0 6Zm7 1.5a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5ZM2 17c.4-3 2.4-4.5 5-4.5s4.600 1.500 5 4.500M14 14c2 0 3.400 1 4 3',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  clock: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM10 5.800V10l2.800 2',
  smile:
    'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM7.500 8v.400M12.500 8v.400M6.800 11.600a3.700 3.700 0 0 0 6.400 0',
  reply: 'M4 4.500h12v8.500H9l-3.500 3v-3H4z',
  more: 'M4.500 10h.010M10 10h.010M15.500 10h.010',
  send: 'M3 4l14 6-14 6 2.500-6zM5.500 10H11',
  clip: 'M13.500 6.500 8 12a1.600 1.600 0 0 0 2.300 2.300l6-6a3.300 3.300 0 0 0-4.700-4.700l-6 6a5 5 0 0 0 7 7l4.900-4.900',
  sample: 'M5 3h6l4 4v10H5zM11 3v4h4M8 11h4M8 14h4',
  bolt: 'M11 2.500 4.500 11.500H9.500L8.500 17.500 15.500 8.500H10.500z',
  moon: 'M16 12.500A6.800 6.800 0 0 1 7.500 4a6.800 6.800 0 1 0 8.500 8.500Z',
  sun: 'M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM10 2v2M10 16v2M2 10h2M16 10h2M4.300 4.300l1.400 1.400M14.300 14.300l1.400 1.400M4.300 15.700l1.400-1.400M14.300 5.700l1.400-1.400',
  wires: 'M3 6.500h11l-3-3M17 13.500H6l3 3',
  again: 'M4 10a6 6 0 1 0 2-4.500M4 3.500V7h3.500',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4.500 10.500 8.500 14.500 15.500 6',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" class="icon">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width={name === 'more' ? 2.6 : 1.6}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
