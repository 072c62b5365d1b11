import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageScripts, usualFiles } from '../new/files.ts'
import { ownPackage } from '../output/own-package.ts'
import { readText } from '../output/reader.ts'
import { sourceFiles } from '../output/source-files.ts'
import { unified } from '../review/unified.ts'
import { type FileUpgrade, fileUpgrades } from '../upgrade/file-upgrade.ts'
import { type Handover, handoverFile } from '../upgrade/handover.ts'
import { type Migrated, migrate } from '../upgrade/migration.ts'
import { migrations } from '../upgrade/migrations/migrations.ts'
import { withScripts } from '../upgrade/package-json.ts'

/** What the older program left in a copy of the repository. */
export const handedOver = (beside: string): Handover => JSON.parse(readFileSync(join(beside, handoverFile), 'utf8'))

/** The programs of the repository in the words of this version. */
export const migrated = ({ root, from }: Handover, program: string): Migrated =>
  migrate(sourceFiles(root, 'generators'), { from: from.version, to: ownPackage(program).version }, migrations)

/** Writes them into the copy. Comes before any of them is loaded. */
export const migrateCopy = (beside: string, program: string): void => {
  for (const { path, content } of migrated(handedOver(beside), program).files)
    writeFileSync(join(beside, path), content)
}

/** What becomes of the files that people own, by path. */
export const ownFiles = (
  { root, from, packageJson }: Handover,
  {
    url,
    program,
    rewritten,
  }: { readonly url: string; readonly program: string; readonly rewritten: Migrated['files'] },
): readonly FileUpgrade[] => {
  const changed = (path: string, before: string, content: string): FileUpgrade => ({
    path,
    does: 'change',
    content,
    difference: unified(before, content, 0),
  })
  const standing = (path: string): string | undefined => readText(root, path)
  const scripts = packageScripts(ownPackage(program).typescript)
  return [
    changed('package.json', packageJson.before, withScripts(packageJson.after, from.scripts, scripts)),
    ...rewritten.map(({ path, content }) => changed(path, standing(path) ?? '', content)),
    ...fileUpgrades(standing, { before: from.files, after: usualFiles(url) }),
  ].toSorted((one, other) => (one.path < other.path ? -1 : 1))
}
