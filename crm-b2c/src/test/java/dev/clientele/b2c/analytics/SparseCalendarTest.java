package dev.clientele.b2c.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.analytics.audit.CustomerBasePeriod;
import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A purchase with a mistyped year costs a row, not the memory of all months between. */
class SparseCalendarTest {
    private static final LocalDate END = LocalDate.of(2024, 6, 30);
    private static final Money PRICE = Money.of(CurrencyUnit.EUR, 10);

    @Test
    void one_purchase_of_the_year_1_leaves_the_months_between_out() {
        Map<String, PurchaseHistory> histories = new HashMap<>();
        histories.put("old", history("0001-01-05", "2024-05-20"));
        histories.put("new", history("2024-04-02", "2024-06-03"));
        CohortTable table = table(histories);

        assertThat(table.cohorts()).extracting(Cohort::label).containsExactly("0001-01", "2024-04");
        assertThat(table.ages()).isEqualTo(12 * 2023 + 6);
        assertThat(table.cohorts().get(0).occupied()).hasSize(2);
        assertThat(table.cohorts().get(0).spend()).isEqualTo(PRICE.multipliedBy(2));
        assertThat(table.cohorts().get(0).cells().get(5).customers()).isZero();
        assertThat(CustomerBasePeriod.of(table))
                .extracting(CustomerBasePeriod::purchases)
                .containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void a_thousand_months_with_customers_of_20_000_are_held_without_those_between() {
        Map<String, PurchaseHistory> histories = new HashMap<>();
        for (int year = 1; year <= 2000; year += 2) {
            histories.put("c" + year, history(LocalDate.of(year, 3, 1).toString(), "2024-05-20"));
        }
        CohortTable table = table(histories);

        assertThat(table.cohorts())
                .hasSize(1000)
                .allSatisfy(cohort -> assertThat(
                                cohort.cells().get(cohort.cells().size() - 2).customers())
                        .isEqualTo(1));
    }

    @Test
    void months_without_new_customers_stand_in_a_table_of_ordinary_length() {
        CohortTable table = table(Map.of("a", history("2024-01-05"), "b", history("2024-03-05")));

        assertThat(table.cohorts()).extracting(Cohort::customers).containsExactly(1L, 0L, 1L, 0L, 0L, 0L);
        assertThat(CustomerBasePeriod.of(table)).hasSize(6);
    }

    private static CohortTable table(Map<String, PurchaseHistory> histories) {
        PurchaseBookBuilder<String> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        histories.forEach(book::addHistory);
        return CohortTable.of(book.build(), CalendarGrid.months(), END);
    }

    private static PurchaseHistory history(String... days) {
        PurchaseHistory history = PurchaseHistory.empty(CurrencyUnit.EUR);
        for (String day : List.of(days)) {
            history = history.plus(LocalDate.parse(day), PRICE);
        }
        return history;
    }
}
