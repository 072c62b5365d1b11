import { expect, test } from 'vitest'
import { groupIds } from '../../../generators/review/page/group-ids.ts'
import { group } from '../../support/review.ts'

test('an address is as short as it can be, and no two changes have the same', () => {
  const groups = [
    group(),
    group({ environment: 'dev', clusters: ['a', 'b'] }),
    group({ environment: 'dev', clusters: ['c'] }),
    group({ environment: 'local', clusters: ['d'], namespaces: ['one'] }),
    group({ environment: 'local', clusters: ['d'], namespaces: ['two'] }),
    group({ environment: 'lab', clusters: ['e'] }),
    group({ environment: 'lab', clusters: ['e'] }),
  ]
  expect(groupIds(groups)).toEqual([
    'prod/web',
    'dev/web/a',
    'dev/web/c',
    'local/web/d/one',
    'local/web/d/two',
    'lab/web/e/shop/6',
    'lab/web/e/shop/7',
  ])
})
