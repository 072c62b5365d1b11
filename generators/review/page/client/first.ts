/// <reference lib="dom" />
import { showTheme } from './theme.ts'

// Runs before anything is painted, so that a dark page is not white for a moment.
showTheme()
