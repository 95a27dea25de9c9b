package dev.clientele.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

class AllocationPropertyTest {
    @Property
    void the_parts_add_up_to_the_amount(@ForAll("amounts") Money amount, @ForAll("weights") List<BigDecimal> weights) {
        assertThat(Money.total(Allocation.byWeight(amount, weights))).isEqualTo(amount);
    }

    @Property
    void a_part_differs_from_its_share_by_less_than_one_minor_unit(
            @ForAll("amounts") Money amount, @ForAll("weights") List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(amount.getScale());
        List<Money> parts = Allocation.byWeight(amount, weights);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal share = amount.getAmount().multiply(weights.get(i)).divide(sum, new MathContext(60));
            assertThat(parts.get(i).getAmount().subtract(share).abs()).isLessThan(unit);
        }
    }

    @Property
    void a_negative_amount_gives_the_negated_parts(
            @ForAll("amounts") Money amount, @ForAll("weights") List<BigDecimal> weights) {
        assertThat(Allocation.byWeight(amount.negated(), weights))
                .isEqualTo(Allocation.byWeight(amount, weights).stream()
                        .map(Money::negated)
                        .toList());
    }

    @Property
    void a_part_without_weight_gets_nothing(
            @ForAll("amounts") Money amount, @ForAll("weights") List<BigDecimal> weights) {
        List<Money> parts = Allocation.byWeight(amount, weights);
        for (int i = 0; i < parts.size(); i++) {
            if (weights.get(i).signum() == 0) {
                assertThat(parts.get(i).isZero()).isTrue();
            }
        }
    }

    @Property
    void only_the_proportion_of_weights_counts(
            @ForAll("amounts") Money amount, @ForAll("weights") List<BigDecimal> weights) {
        BigDecimal seven = BigDecimal.valueOf(7);
        assertThat(Allocation.byWeight(
                        amount, weights.stream().map(seven::multiply).toList()))
                .isEqualTo(Allocation.byWeight(amount, weights));
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Monies.any();
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1000))
                .ofScale(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .filter(weights -> weights.stream().anyMatch(weight -> weight.signum() > 0));
    }
}
