/** Where something stands in the imported folder: a file from it, and a line from 1. */
export interface Origin {
  readonly file: string
  readonly line: number
}

/** What the draft does not say as the repository did. */
export interface Note {
  /** `skipped`: it is not in the draft. `decide`: it is, and a person must look at it. */
  readonly kind: 'decide' | 'skipped'
  /** Absent where it is about the whole folder. */
  readonly origin?: Origin
  /** What it is about: `HelmRelease podinfo/podinfo`. */
  readonly what: string
  /** Continues that, without a full stop: `takes any version: >=1.0.0`. */
  readonly why: string
  /** One imperative sentence without a full stop. */
  readonly fix: string
  /** The component of the draft that it is about, as `namespace/name`. */
  readonly component?: string
}

/** `apps/base/podinfo/release.yaml:1` */
export const originName = ({ file, line }: Origin): string => `${file}:${line}`
