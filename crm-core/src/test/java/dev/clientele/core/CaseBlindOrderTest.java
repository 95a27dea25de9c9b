package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts are sorted without regard to case, and alike on every database. */
class CaseBlindOrderTest extends StoredTest {

    private static final List<String> IN_ORDER = List.of(
            "10 ships", "aurora", "BOREA", "borea II", "Circe", "ZEA", "\u00c4gir", "\u00f6rn", "\u03a3\u0391\u03a3");

    @BeforeEach
    void add_in_no_order() {
        List<String> names = new ArrayList<>(IN_ORDER);
        Collections.shuffle(names, new Random(7));
        names.forEach(name -> vessels.add(Vessel.named(name)));
    }

    private List<String> names(Selection<Vessel> selection) {
        try (Stream<Vessel> all = selection.stream()) {
            return all.map(vessel -> vessel.require(Vessel.NAME)).toList();
        }
    }

    @Test
    void small_and_capital_letters_stand_together_in_both_directions() {
        assertThat(names(vessels.all().sortedByIgnoringCase(Vessel.NAME))).isEqualTo(IN_ORDER);
        List<String> backwards = new ArrayList<>(IN_ORDER);
        Collections.reverse(backwards);
        assertThat(names(vessels.all().sortedByIgnoringCase(Vessel.NAME, SortDirection.DESCENDING)))
                .isEqualTo(backwards);
    }

    @Test
    void pages_of_records_and_of_columns_follow_each_other() {
        Selection<Vessel> sorted = vessels.query(Vessel.NAME.isPresent()).sortedByIgnoringCase(Vessel.NAME);
        List<String> read = new ArrayList<>();
        Page<Vessel> page = sorted.page(2);
        page.items().forEach(vessel -> read.add(vessel.require(Vessel.NAME)));
        while (page.next().isPresent()) {
            page = sorted.page(2, page.next().get());
            page.items().forEach(vessel -> read.add(vessel.require(Vessel.NAME)));
        }

        assertThat(read).isEqualTo(IN_ORDER);
        try (var columns = sorted.columns(List.of(Vessel.NAME)).stream()) {
            assertThat(columns.map(vessel -> vessel.require(Vessel.NAME))).isEqualTo(IN_ORDER);
        }
    }

    @Test
    void a_text_without_a_folded_form_is_refused() {
        assertThatThrownBy(() -> vessels.all().sortedByIgnoringCase(Vessel.MASTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the field master isn't declared searchable");
    }
}
