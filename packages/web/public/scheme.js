// Before anything is painted: the light or dark that was chosen in the settings.
try {
  const chosen = localStorage.getItem('mantine-color-scheme-value')
  if (chosen === 'light' || chosen === 'dark')
    document.documentElement.dataset.mantineColorScheme = chosen
} catch {
  // Without storage the system decides.
}
