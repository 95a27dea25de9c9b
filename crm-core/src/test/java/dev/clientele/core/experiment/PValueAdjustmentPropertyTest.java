package dev.clientele.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class PValueAdjustmentPropertyTest {

    @Property
    void adjusted_p_values_keep_their_order_and_are_no_smaller(
            @ForAll PValueAdjustment adjustment,
            @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
        List<Double> adjusted = adjustment.adjust(pValues);

        for (int i = 0; i < pValues.size(); i++) {
            assertThat(adjusted.get(i)).isBetween(pValues.get(i), 1.0);
            for (int j = 0; j < pValues.size(); j++) {
                if (pValues.get(i) <= pValues.get(j)) {
                    assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
                }
            }
        }
    }

    @Property
    void holm_is_never_below_benjamini_and_hochberg(
            @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
        List<Double> holm = PValueAdjustment.HOLM.adjust(pValues);
        List<Double> discovery = PValueAdjustment.BENJAMINI_HOCHBERG.adjust(pValues);

        for (int i = 0; i < pValues.size(); i++) {
            assertThat(holm.get(i)).isGreaterThanOrEqualTo(discovery.get(i) - 1e-15);
        }
    }
}
