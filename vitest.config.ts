import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a cluster, and have a configuration of their own.
    exclude: [...configDefaults.exclude, 'test/cluster/**'],
    setupFiles: ['test/setup.ts'],
    // No module keeps anything that a test could change, so that a worker loads each once for all its files.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
