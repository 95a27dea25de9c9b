package dev.clientele.b2c.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgCnbdK;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.MbgCnbdK;
import dev.clientele.b2c.scoring.family.MbgNbd;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The choice among models of simulated customers whose truth is known. */
class ModelChoicePropertyTest {

    /** (M)BG/CNBD-k with k = 1 is (M)BG/NBD; which of the two comes out smaller in anything is rounding. */
    @Property(tries = 30)
    void a_model_that_became_its_simpler_twin_never_wins(@ForAll long seed, @ForAll boolean leavesAtFirst) {
        List<RepeatPurchaseFamily> twinFirst =
                leavesAtFirst ? List.of(MbgCnbdK.weekly(), MbgNbd.weekly()) : List.of(BgCnbdK.weekly(), BgNbd.weekly());
        ModelComparison comparison = ModelComparison.of(twinFirst, RandomTimingShop.split(250, leavesAtFirst, seed));

        comparison.best().ifPresent(ModelChoicePropertyTest::isNoTwin);
        comparison.leastError().ifPresent(ModelChoicePropertyTest::isNoTwin);
    }

    private static void isNoTwin(ComparedModel winner) {
        assertThat(winner.fitted().orElseThrow().parameters()).doesNotContainEntry("k", 1.0);
    }

    @Example
    void the_true_model_is_chosen_where_another_errs_less_by_chance() {
        HoldOutSplit customers = RandomTimingShop.split(1_000, true, 4);
        ModelComparison comparison =
                ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), customers);

        assertThat(comparison.leastError().orElseThrow().name()).isNotEqualTo("MBG/NBD");
        assertThat(comparison.best().orElseThrow().name()).isEqualTo("MBG/NBD");
    }
}
