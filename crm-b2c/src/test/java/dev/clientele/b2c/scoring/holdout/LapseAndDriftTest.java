package dev.clientele.b2c.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LapseAndDriftTest {
    private final HoldOutSplit split =
            HoldOutSplit.of(Cdnow.histories().values(), Cdnow.CALIBRATION_END, Cdnow.DATA_END, CountingRule.standard());
    private final FittedModel fitted = BgNbd.weekly().fit(split.calibration());

    @Test
    void of_the_customers_flagged_no_more_than_tolerated_came_back() {
        LapseRule flag = LapseRule.calibrate(fitted, split, .16);
        long flagged = 0;
        for (int i = 0; i < split.size(); i++) {
            flagged += flag.isLapsed(fitted, split.customer(i, TimeStep.WEEK)) ? 1 : 0;
        }

        assertThat(flag.flagged()).isGreaterThan(1000).isEqualTo((int) flagged);
        assertThat(flag.returned()).isLessThanOrEqualTo((int) (.16 * flag.flagged()));
        assertThat(flag.days()).isEqualTo(273);
    }

    @Test
    void who_tolerates_more_flags_more() {
        int careful = LapseRule.calibrate(fitted, split, .1).flagged();
        int bold = LapseRule.calibrate(fitted, split, .25).flagged();

        assertThat(bold).isGreaterThan(careful);
        assertThat(LapseRule.calibrate(fitted, split, .999).flagged()).isEqualTo(2357);
        assertThatThrownBy(() -> LapseRule.calibrate(fitted, split, 1)).hasMessageContaining("tolerated");
    }

    @Test
    void a_customer_who_has_long_been_silent_after_many_purchases_has_lapsed() {
        LapseRule flag = LapseRule.calibrate(fitted, split, .16);

        assertThat(flag.isLapsed(fitted, CustomerSummary.of(12, 8, 38))).isTrue();
        assertThat(flag.isLapsed(fitted, CustomerSummary.of(12, 37, 38))).isFalse();
    }

    @Test
    void a_model_that_still_holds_raises_no_alarm() {
        ModelDrift drift = ModelDrift.of(fitted, split);

        assertThat(drift.trackingRatio()).isCloseTo(1882 / 1653.4086979, within(1e-6));
        assertThat(drift.alarms(ModelDrift.DriftLimits.standard())).isEmpty();
        assertThat(drift.logLikelihood()).isCloseTo(drift.expectedLogLikelihood(), within(.15));
    }

    @Test
    void a_model_of_other_customers_raises_alarms() {
        Fit fit = new Fit("BG/NBD", Map.of(), List.of(), -1, true, 1, 2357, 946);
        FittedModel other = new FittedModel(
                BgNbd.weekly().withParameters(2, 4, .1, 5), TimeStep.WEEK, fit, Optional.of(Cdnow.CALIBRATION_END));

        assertThat(ModelDrift.of(other, split).alarms(ModelDrift.DriftLimits.standard()))
                .containsExactlyInAnyOrder(
                        ModelDrift.DriftAlarm.TRACKING,
                        ModelDrift.DriftAlarm.CALIBRATION,
                        ModelDrift.DriftAlarm.LIKELIHOOD);
    }
}
