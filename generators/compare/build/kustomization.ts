import { isRecord } from '../../fleet/checks/check.ts'
import type {
  ConfigMapGenerator,
  KustomizationFile,
  KustomizePatch,
} from '../../objects/kustomize/kustomization-file.ts'

/**
 * A `kustomization.yaml` that says nothing but what ours say, whoever wrote it. Undefined for any other: what we do not
 * write we do not build, but ask kustomize.
 */
export const ownKustomization = (content: unknown): KustomizationFile | undefined =>
  isLike(content, {
    apiVersion: isOneOf('kustomize.config.k8s.io/v1beta1', 'kustomize.config.k8s.io/v1alpha1'),
    kind: isOneOf('Kustomization', 'Component'),
    namespace: isText,
    components: isListOf(isText),
    resources: isListOf(isText),
    configMapGenerator: isListOf(isGenerator),
    configurations: isListOf(isText),
    patches: isListOf(isPatch),
  })
    ? (content as unknown as KustomizationFile)
    : undefined

/** What a file that `configurations` names may say: which references follow a name. They do not, without hashes. */
export const isNameReference = (content: unknown): boolean => isLike(content, { nameReference: Array.isArray })

type Is = (value: unknown) => boolean
type Keys = Readonly<Record<string, Is>>

/** Whether a map holds no other keys than these, and behind each what it must be. */
const isLike = (value: unknown, keys: Keys): boolean =>
  isRecord(value) && Object.entries(value).every(([key, member]) => Object.hasOwn(keys, key) && keys[key]!(member))

const isText: Is = (value) => typeof value === 'string'

const isOneOf =
  (...texts: readonly string[]): Is =>
  (value) =>
    texts.some((text) => text === value)

const isListOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)

const isMapOfTexts: Is = (value) => isRecord(value) && Object.values(value).every(isText)

function isGenerator(value: unknown): value is ConfigMapGenerator {
  return isLike(value, {
    name: isText,
    behavior: isOneOf('create', 'merge', 'replace'),
    // A key of its own, `key=file`, is nothing that we write.
    files: isListOf((file) => typeof file === 'string' && !file.includes('=')),
    options: (options) =>
      isLike(options, {
        disableNameSuffixHash: (flag) => typeof flag === 'boolean',
        labels: isMapOfTexts,
        annotations: isMapOfTexts,
      }),
  })
}

function isPatch(value: unknown): value is KustomizePatch {
  return isLike(value, {
    target: (target) => isLike(target, { group: isPlain, version: isPlain, kind: isPlain, name: isPlain }),
    patch: isText,
  })
}

/** Kustomize reads a target as regular expressions; these stand for themselves, a dot nearly so. */
const isPlain: Is = (value) => typeof value === 'string' && /^[\w.-]+$/.test(value)
