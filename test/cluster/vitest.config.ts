import { defineConfig } from 'vitest/config'

// One cluster, one test at a time: npx vitest run --root test/cluster
export default defineConfig({
  cacheDir: '../../node_modules/.vite',
  test: {
    include: ['*.test.ts'],
    // Names each test, and so what is missing where they are skipped.
    reporters: ['verbose'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
})
