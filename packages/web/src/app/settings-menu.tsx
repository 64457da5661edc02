import { Menu, useMantineColorScheme } from '@mantine/core'
import { memo } from 'react'
import type { Language } from '../messages/index.ts'
import { LANGUAGES, setLanguage, useLanguage, useMessages } from '../messages/index.ts'
import { addressOf, readAddress } from '../state/address.ts'
import { isTeam } from '../state/person.ts'
import { TextLink } from '../ui/text-link.tsx'

const SCHEMES = ['auto', 'light', 'dark'] as const

const KNOWN = Object.entries(LANGUAGES)

/** What is shared of the case that is open, or of all. */
function sharingOf(): readonly string[] {
  const address = readAddress(location.hash)
  return address.page === 'case' ? ['case', address.id] : []
}

/** Language of the interface where there are several, and light or dark. */
export const SettingsMenu = memo(function SettingsMenu(): React.ReactNode {
  const t = useMessages()
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <TextLink bare>{t('app.settings')}</TextLink>
      </Menu.Target>
      <Menu.Dropdown>
        {KNOWN.length > 1 ? <Menu.Label>{t('app.language')}</Menu.Label> : null}
        {(KNOWN.length > 1 ? KNOWN : []).map(([one, name]) => (
          <Menu.Item
            key={one}
            lang={one}
            onClick={() => void setLanguage(one as Language)}
            aria-current={one === language}
            rightSection={one === language && '✓'}
          >
            {name}
          </Menu.Item>
        ))}
        {isTeam() && (
          <Menu.Item component="a" href={addressOf({ page: 'sharing', of: sharingOf() })}>
            {t('app.sharing')}
          </Menu.Item>
        )}
        <Menu.Label>{t('app.scheme')}</Menu.Label>
        {SCHEMES.map((one) => (
          <Menu.Item
            key={one}
            onClick={() => setColorScheme(one)}
            aria-current={one === colorScheme}
            rightSection={one === colorScheme && '✓'}
          >
            {t(`app.scheme.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
})
