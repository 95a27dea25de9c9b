package dev.clientele.b2b.insight.winning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.insight.winning.WinModelAccuracy.Prediction;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WinModelAccuracyPropertyTest {

    @Provide
    Arbitrary<List<Prediction>> foretold() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10).map(tenths -> tenths / 10.0), Arbitraries.of(true, false))
                .as(Prediction::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void the_area_is_the_share_of_pairs_in_order(@ForAll("foretold") List<Prediction> foretold) {
        double pairs = 0;
        double inOrder = 0;
        for (Prediction won : foretold) {
            for (Prediction lost : foretold) {
                if (won.won() && !lost.won()) {
                    pairs++;
                    inOrder += won.probability() > lost.probability()
                            ? 1
                            : won.probability() == lost.probability() ? 0.5 : 0;
                }
            }
        }

        WinModelAccuracy accuracy = WinModelAccuracy.of(foretold);

        if (pairs == 0) {
            assertThat(accuracy.auc()).isEmpty();
        } else {
            assertThat(accuracy.auc()).hasValueCloseTo(inOrder / pairs, within(1e-12));
        }
    }

    @Property(tries = 300)
    void the_bands_hold_every_deal_once(@ForAll("foretold") List<Prediction> foretold) {
        WinModelAccuracy accuracy = WinModelAccuracy.of(foretold);

        assertThat(accuracy.reliability().stream()
                        .mapToInt(WinModelAccuracy.ReliabilityBand::cases)
                        .sum())
                .isEqualTo(foretold.size());
        assertThat(accuracy.reliability().stream()
                        .mapToDouble(band -> band.share() * band.cases())
                        .sum())
                .isCloseTo((double) accuracy.won(), within(1e-9));
        assertThat(accuracy.brier()).isBetween(0.0, 1.0);
    }
}
