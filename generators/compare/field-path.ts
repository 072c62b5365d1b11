/** The step to an item of a list: by what it is known among the others, or by its index. */
export const itemStep = (label: string | number): string => `[${label}]`

/** The step to the order of a list's items. */
export const orderStep = itemStep('the order')

/** A path as people write it: `spec.template.spec.containers[grafana].image`, `metadata.labels[app.kubernetes.io/name]`. */
export const fieldPath = (path: readonly string[]): string =>
  path
    .map((step, index) => {
      if (step.startsWith('[')) return step
      if (step === '' || step.includes('.')) return `[${step}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
