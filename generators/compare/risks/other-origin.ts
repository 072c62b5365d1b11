import type { Finding, Hazard } from './hazard.ts'
import { imagesIn } from './images-in.ts'
import { everythingTold, ofTold, type Subject } from './subject.ts'

/** A chart or an image comes from somewhere else, and so from somebody else. */
export const otherOrigin: Hazard = {
  name: 'other-origin',
  among: (subject) => [...ofChart(subject), ...ofImages(subject)],
}

const because = 'Whoever publishes it decides what runs here. Check that it is the place that you trust and meant.'

const ofChart = ({ pair }: Subject): readonly Finding[] => {
  const before = pair.before?.content.release?.chart
  const after = pair.after?.content.release?.chart
  if (before === undefined || after === undefined) return []
  if (before.name !== after.name) {
    return [{ what: `the chart is ${after.name} instead of ${before.name}`, because: otherChart }]
  }
  return before.url === after.url
    ? []
    : [{ what: `the chart ${after.name} comes from ${after.url} instead of ${before.url}`, because }]
}

const otherChart =
  'Helm removes every object of the old chart that the new one does not bring under the same name. Check what becomes of its volumes, and of whoever talks to its Services.'

const ofImages = (subject: Subject): readonly Finding[] =>
  everythingTold(subject).flatMap((told) => {
    const old = imagesIn(told, told.before)
    return [...imagesIn(told, told.after)].flatMap(([where, { repository }]) => {
      const was = old.get(where)?.repository
      return was === undefined || repository === undefined || was === repository
        ? []
        : [ofTold(told, `runs ${repository} instead of ${was} (${where})`, because)]
    })
  })
