package dev.clientele.examples.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.quickstart.LoadedOnce;
import dev.clientele.examples.quickstart.Printed;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The chapter about persons of two sources. */
class IdentityFiguresTest {

    private final Printed printed = new Printed(LoadedOnce.report());

    private double percent(String row) {
        Map<String, String> table = printed.table("records of one person", "pairs").stream()
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> cells.get(1)));
        return Double.parseDouble(table.get(row).replace(" %", ""));
    }

    @Test
    void nearly_all_records_of_one_person_are_found_and_nearly_no_others() {
        assertThat(percent("precision")).isGreaterThan(98);
        assertThat(percent("recall")).isGreaterThan(97);
    }

    @Test
    void a_match_and_a_question_are_told_in_words() {
        assertThat(printed.flowing())
                .contains("Why these two are one", "match: given equal +")
                .contains("Left to people");
    }

    @Test
    void a_purchase_made_between_a_merge_and_its_undoing_is_with_whom_it_belongs_to() {
        assertThat(printed.flowing())
                .contains("the first has bought for USD 10.00, the second for USD 25.00.")
                .contains("(loyalty-card)");
    }
}
