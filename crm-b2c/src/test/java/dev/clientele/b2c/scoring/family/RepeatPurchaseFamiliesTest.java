package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.scoring.data.TimeStep;
import org.junit.jupiter.api.Test;

class RepeatPurchaseFamiliesTest {
    @Test
    void a_family_is_found_by_its_name_and_by_its_option_name() {
        for (RepeatPurchaseFamily family : RepeatPurchaseFamilies.all(TimeStep.MONTH)) {
            String option = RepeatPurchaseFamilies.optionName(family.name());

            assertThat(option).matches("[a-z-]+");
            for (String name : new String[] {family.name(), option}) {
                RepeatPurchaseFamily found =
                        RepeatPurchaseFamilies.find(name, TimeStep.MONTH).orElseThrow();
                assertThat(found.name()).isEqualTo(family.name());
                assertThat(found.step()).isEqualTo(TimeStep.MONTH);
            }
        }
        assertThat(RepeatPurchaseFamilies.find("BG-NBD", TimeStep.WEEK)).isPresent();
    }

    @Test
    void an_unknown_name_finds_nothing() {
        assertThat(RepeatPurchaseFamilies.find("prophet", TimeStep.WEEK)).isEmpty();
    }

    @Test
    void models_of_any_time_leave_out_the_one_of_opportunities() {
        assertThat(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK))
                .extracting(RepeatPurchaseFamily::name)
                .contains("BG/NBD", "Pareto/NBD")
                .doesNotContain("BG/BB");
    }
}
