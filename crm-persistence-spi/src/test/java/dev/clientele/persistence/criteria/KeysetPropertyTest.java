package dev.clientele.persistence.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeysetPropertyTest {

    @Property
    void the_condition_says_what_the_cursor_says(
            @ForAll("orders") List<Sort> order,
            @ForAll("rows") Map<String, Object> last,
            @ForAll("rows") Map<String, Object> row) {
        Cursor cursor = Cursor.of(order, last::get, (String) last.get("id"));

        assertThat(Keyset.after(order, cursor, "id").test(row::get))
                .isEqualTo(cursor.isBefore(order, row::get, (String) row.get("id")));
    }

    @Property
    void a_row_is_after_the_cursor_exactly_if_it_sorts_after_its_row(
            @ForAll("orders") List<Sort> order,
            @ForAll("rows") Map<String, Object> last,
            @ForAll("rows") Map<String, Object> row) {
        String lastId = (String) last.get("id");
        String rowId = (String) row.get("id");
        int sorted = Sort.comparator(order).compare(last::get, row::get);
        boolean later = sorted < 0 || (sorted == 0 && lastId.compareTo(rowId) < 0);

        assertThat(Cursor.of(order, last::get, lastId).isBefore(order, row::get, rowId))
                .isEqualTo(later);
    }

    @Property(tries = 200)
    void pages_of_any_size_visit_every_row_once(
            @ForAll("orders") List<Sort> order, @ForAll("tables") List<Map<String, Object>> table) {
        List<Map<String, Object>> visited = new ArrayList<>();
        Criteria rest = Criteria.always();
        while (true) {
            Criteria now = rest;
            List<Map<String, Object>> page = table.stream()
                    .filter(row -> now.test(row::get))
                    .sorted((one, other) -> compare(order, one, other))
                    .limit(3)
                    .toList();
            if (page.isEmpty()) {
                break;
            }
            visited.addAll(page);
            Map<String, Object> last = page.get(page.size() - 1);
            rest = Keyset.after(order, Cursor.of(order, last::get, (String) last.get("id")), "id");
        }
        assertThat(visited)
                .isEqualTo(table.stream()
                        .sorted((one, other) -> compare(order, one, other))
                        .toList());
    }

    @Example
    void a_cursor_of_another_order_is_a_wrong_argument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keyset.after(List.of(), new Cursor(List.of(1L), "x"), "id"))
                .withMessageContaining("1 values")
                .withMessageContaining("0 keys");
    }

    private static int compare(List<Sort> order, Map<String, Object> one, Map<String, Object> other) {
        int sorted = Sort.comparator(order).compare(one::get, other::get);
        return sorted != 0 ? sorted : ((String) one.get("id")).compareTo((String) other.get("id"));
    }

    @Provide
    Arbitrary<List<Sort>> orders() {
        return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of(SortDirection.class))
                .as(Sort::new)
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Map<String, Object>> rows() {
        Arbitrary<Object> numbers = Arbitraries.of(1L, 2L);
        Arbitrary<Object> texts = Arbitraries.of("x", "y");
        return Combinators.combine(
                        numbers.injectNull(0.3),
                        texts.injectNull(0.3),
                        Arbitraries.strings().withCharRange('a', 'c').ofLength(2))
                .as((a, b, id) -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("a", a);
                    row.put("b", b);
                    row.put("id", id);
                    return row;
                });
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> tables() {
        return rows().list().uniqueElements(row -> row.get("id")).ofMaxSize(9);
    }
}
