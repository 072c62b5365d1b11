import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a cluster, and have a configuration of their own.
    exclude: [...configDefaults.exclude, 'test/cluster/**'],
    setupFiles: ['test/setup.ts'],
    // No module keeps anything that a test could change, so that a worker loads each once for all its files.
    isolate: false,
    // By default one processor is left idle, which is half of a machine that has two.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
