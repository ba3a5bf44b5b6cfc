import Sequencer from '@jest/test-sequencer';

/** Sound as it is sent and heard, and how long somebody waits for a service that is away: there milliseconds are what is tested. */
const measured = /\/test\/(media\/|live\/outages\.)/;

/** Of two test files at a time, those that measure come last, beside each other: so they do not share the processors with those that do nothing but work. */
export default class MeasuredLast extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isMeasured = ({ path }) => measured.test(path);
    return [...sorted.filter((test) => !isMeasured(test)), ...sorted.filter(isMeasured)];
  }
}
