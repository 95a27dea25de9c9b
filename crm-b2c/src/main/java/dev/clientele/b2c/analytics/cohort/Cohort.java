package dev.clientele.b2c.analytics.cohort;

import java.util.List;
import org.joda.money.Money;

/**
 * Those who first bought in one period.
 *
 * @param label what people call the period, such as {@code 2011-02}
 * @param period its number in the table's calendar
 * @param customers how many first bought in it; may be 0
 * @param cells by age, from 0 to the last period of the data without a gap
 */
public record Cohort(String label, long period, long customers, List<CohortCell> cells) {

    /** Copies the cells. */
    public Cohort {
        cells = cells instanceof SparseCells ? cells : List.copyOf(cells);
    }

    /** Returns the cells in which something was bought or given back, by age. */
    public List<CohortCell> occupied() {
        return cells.stream()
                .filter(cell -> cell.purchases() > 0 || !cell.spend().isZero())
                .toList();
    }

    /** Returns the spend of the cohort, up to the last day of the data. */
    public Money spend() {
        return Money.total(cells.stream().map(CohortCell::spend).toList());
    }

    /** Returns the spend up to and including an age. */
    public Money spend(int age) {
        return Money.total(cells.stream()
                .filter(cell -> cell.age() <= age)
                .map(CohortCell::spend)
                .toList());
    }
}
