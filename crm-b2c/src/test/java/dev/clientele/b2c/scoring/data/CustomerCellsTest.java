package dev.clientele.b2c.scoring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.ParetoNbd;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CustomerCellsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void cells_give_the_same_fit_to_the_bit_as_the_customers() {
        CustomerHistogram cells = new CustomerHistogram();
        Cdnow.summaries().forEach(cells::add);
        FittedModel fromCells = BgNbd.weekly().fit(cells.asOf(Cdnow.CALIBRATION_END, TimeStep.WEEK));

        assertThat(cells.customers()).isEqualTo(2357);
        assertThat(cells.size()).isLessThan(1100);
        assertThat(fromCells).isEqualTo(BgNbd.weekly().fit(Cdnow.customers()));
    }

    @Test
    void moved_and_merged_cells_are_those_of_the_customers_as_they_are() {
        CustomerHistogram one = new CustomerHistogram();
        CustomerHistogram other = new CustomerHistogram();
        CustomerHistogram whole = new CustomerHistogram();
        LocalDate middle = LocalDate.of(1997, 6, 30);
        List<PurchaseHistory> histories = new ArrayList<>(Cdnow.histories().values());
        for (int i = 0; i < histories.size(); i++) {
            CustomerHistogram part = i % 3 == 0 ? one : other;
            Optional<PurchaseSummary> before = histories.get(i).summary(middle, CountingRule.standard());
            PurchaseSummary now = histories
                    .get(i)
                    .summary(Cdnow.CALIBRATION_END, CountingRule.standard())
                    .orElseThrow();
            before.ifPresentOrElse(
                    was -> {
                        part.add(was);
                        part.replace(was, now);
                    },
                    () -> part.add(now));
            whole.add(now);
        }
        one.merge(other);

        assertThat(one.customers()).isEqualTo(whole.customers());
        assertThat(one.size()).isEqualTo(whole.size());
        assertThat(BgNbd.weekly().fit(one.asOf(Cdnow.CALIBRATION_END, TimeStep.WEEK)))
                .isEqualTo(BgNbd.weekly().fit(whole.asOf(Cdnow.CALIBRATION_END, TimeStep.WEEK)));
    }

    @Test
    void a_refit_finds_what_a_first_fit_finds_in_fewer_steps() {
        FittedModel before = ParetoNbd.weekly().fit(Cdnow.customers());
        CustomerHistogram more = new CustomerHistogram();
        Cdnow.summaries().forEach(more::add);
        Cdnow.summaries().stream().limit(24).forEach(more::add);
        CustomerBase customers = more.asOf(Cdnow.CALIBRATION_END, TimeStep.WEEK);
        FittedModel again = ParetoNbd.weekly().refit(customers, before);
        FittedModel first = ParetoNbd.weekly().fit(customers);

        first.parameters()
                .forEach((name, value) ->
                        assertThat(again.parameters().get(name)).isCloseTo(value, withinPercentage(1e-6)));
        assertThat(again.fit().iterations()).isLessThan(first.fit().iterations() / 2);
    }

    @Test
    void who_was_not_added_cannot_be_taken_out() {
        CustomerHistogram cells = new CustomerHistogram();

        assertThatThrownBy(() -> cells.remove(customer())).hasMessageContaining("added before");
        assertThat(cells.size()).isZero();
    }

    @Test
    void a_date_before_a_purchase_is_refused() {
        CustomerHistogram cells = new CustomerHistogram();
        cells.add(customer());

        assertThatThrownBy(() -> cells.asOf(DAY.minusDays(1), TimeStep.DAY)).hasMessageContaining("asOf");
    }

    private static PurchaseSummary customer() {
        return PurchaseHistory.empty(CurrencyUnit.EUR)
                .plus(DAY, Money.of(CurrencyUnit.EUR, 5))
                .summary(DAY, CountingRule.standard())
                .orElseThrow();
    }
}
