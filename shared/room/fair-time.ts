import { current, freshStep, type Playing, type Stage, withPlaying, withStepRun } from './stage';
import { allowedAdjustment, type Now } from './timer';
import { otherSide, type WallStep } from './wall';

/** The milliseconds of a turn made for the partner of the one who has the floor now, still to come; 0 without one. */
function madeAhead(playing: Playing, index: number): number {
  const { offer } = playing;
  return offer?.made === true && offer.step === index + 1 ? offer.ms : 0;
}

/**
 * A partner whose matching turn has passed cannot be kept level by a shorter turn now: the change is refused, unless it only
 * takes back what was given while that turn was on.
 */
export function wouldBeUneven(stage: Stage, ms: number): boolean {
  const on = current(stage);
  if (on === null || stage.playing === null || ms >= 0 || on.step.pair === null || on.step.pair >= on.index)
    return false;
  return madeAhead(stage.playing, on.index) < -ms;
}

function insertStep(playing: Playing, at: number, step: WallStep): Playing {
  const shifted = playing.steps.map((other) =>
    other.pair !== null && other.pair >= at ? { ...other, pair: other.pair + 1 } : other,
  );
  return {
    ...playing,
    steps: [...shifted.slice(0, at), step, ...shifted.slice(at)],
    runs: [...playing.runs.slice(0, at), freshStep, ...playing.runs.slice(at)],
  };
}

function removeStep(playing: Playing, at: number): Playing {
  return {
    ...playing,
    steps: playing.steps
      .filter((_, index) => index !== at)
      .map((other) => (other.pair !== null && other.pair > at ? { ...other, pair: other.pair - 1 } : other)),
    runs: playing.runs.filter((_, index) => index !== at),
  };
}

function addTo(playing: Playing, index: number, ms: number): Playing {
  return withStepRun(playing, index, (stepRun) => ({
    ...stepRun,
    run: { ...stepRun.run, adjustedMs: stepRun.run.adjustedMs + ms },
    rung: false,
  }));
}

/**
 * The extra turn made for a partner whose own had passed: the same words, just the seconds that were given. It is paired with the
 * turn that was made longer, so that more time in it is the other's again.
 */
function makeUpStep(like: WallStep, ms: number, pair: number): WallStep {
  return {
    ...like,
    timer: { kind: 'turns', seconds: Math.round(ms / 1000) },
    pair,
    handover: false,
    early: null,
  };
}

/**
 * Makes the step that is on longer or shorter. S19: when a partner has the floor, the other gets the same: in their turn
 * to come, or in a turn made for it when theirs has passed.
 */
export function adjust(stage: Stage, ms: number, now: Now): Stage {
  const on = current(stage);
  if (on === null || wouldBeUneven(stage, ms)) return stage;
  const allowed = allowedAdjustment(on.timer, on.run, ms, now);
  if (allowed === 0) return stage;
  return withPlaying(stage, (playing) => {
    const changed = addTo(playing, on.index, allowed);
    const { pair, speaker } = on.step;
    if (pair === null || (speaker !== 'A' && speaker !== 'B')) return changed;
    const to = otherSide(speaker);
    if (pair > on.index) {
      const ms = (changed.offer?.step === pair ? changed.offer.ms : 0) + allowed;
      // More and as much less is nothing to tell, and nothing to take back.
      const offer = ms === 0 ? null : { to, ms, step: pair, made: false };
      return { ...addTo(changed, pair, allowed), offer };
    }
    const made = changed.offer?.made === true && changed.offer.step === on.index + 1 ? changed.offer : null;
    if (made !== null) {
      const ms = made.ms + allowed;
      if (ms <= 0) return { ...removeStep(changed, made.step), offer: null };
      return { ...addTo(changed, made.step, allowed), offer: { ...made, ms } };
    }
    const like = changed.steps[pair];
    if (like === undefined) return changed;
    return {
      ...insertStep(changed, on.index + 1, makeUpStep(like, allowed, on.index)),
      offer: { to, ms: allowed, step: on.index + 1, made: true },
    };
  });
}

/** The partner does not want the time offered: it is taken back, from their turn only. */
export function declineOffer(stage: Stage): Stage {
  return withPlaying(stage, (playing) => {
    const { offer } = playing;
    if (offer === null) return playing;
    const rest = offer.made ? removeStep(playing, offer.step) : addTo(playing, offer.step, -offer.ms);
    return { ...rest, offer: null };
  });
}
