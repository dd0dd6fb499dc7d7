import { recall, remember } from './storage.js'
import { languageNow, useLanguage } from './words.js'

const THEMES = ['auto', 'light', 'dark']

let theme = 'auto'

/** Takes up what was chosen last time; at first the language of the browser and its light or dark. */
export function loadSettings() {
  const language = recall('language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')
  useLanguage(language === 'zh' ? 'zh' : 'en')
  useTheme(recall('theme') ?? 'auto')
}

/** @param {string} chosen */
function useTheme(chosen) {
  theme = THEMES.includes(chosen) ? chosen : 'auto'
  document.documentElement.dataset.theme = theme
}

export function themeNow() {
  return theme
}

/** The next of: as the system has it, light, dark. */
export function switchTheme() {
  useTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto')
  remember('theme', theme)
}

export function switchLanguage() {
  useLanguage(languageNow() === 'zh' ? 'en' : 'zh')
  remember('language', languageNow())
}
