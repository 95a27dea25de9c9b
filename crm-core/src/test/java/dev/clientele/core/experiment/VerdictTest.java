package dev.clientele.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final EffectEstimate CLEAR = new EffectEstimate(1, 0.1, 100, 0.95);
    private static final SampleRatio EVEN = SampleRatio.ofEqualArms(List.of(5000L, 5010L));

    @Test
    void a_mismatch_of_sizes_blocks_the_clearest_effect() {
        SampleRatio mismatch = SampleRatio.of(List.of(9000L, 1200L), List.of(0.9, 0.1));

        assertThat(mismatch.isMismatch()).isTrue();
        assertThat(Verdict.of(mismatch, CLEAR)).isEqualTo(Verdict.SAMPLE_RATIO_MISMATCH);
    }

    @Test
    void the_verdict_is_the_side_of_zero_the_interval_lies_on() {
        assertThat(Verdict.of(EVEN, CLEAR)).isEqualTo(Verdict.INCREASE);
        assertThat(Verdict.of(EVEN, new EffectEstimate(-1, 0.1, 100, 0.95))).isEqualTo(Verdict.DECREASE);
        assertThat(Verdict.of(EVEN, new EffectEstimate(0.1, 0.1, 100, 0.95))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void the_interval_of_a_sequence_may_decide() {
        EffectInterval interval = ConfidenceSequence.tunedAt(5000, 0.95).interval(CLEAR, 10);

        assertThat(interval.width()).isGreaterThan(CLEAR.interval().width());
        assertThat(Verdict.of(EVEN, interval)).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
