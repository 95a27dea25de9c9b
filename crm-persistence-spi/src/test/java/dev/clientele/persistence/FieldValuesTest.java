package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldValuesTest {

    private static final FieldValues.FieldNames NAMES = new FieldValues.FieldNames(List.of("title", "amount", "city"));

    private static FieldValues of(Object title, Object amount, Object city) {
        Object[] values = new Object[NAMES.size()];
        values[NAMES.indexOf("title")] = title;
        values[NAMES.indexOf("amount")] = amount;
        values[NAMES.indexOf("city")] = city;
        return NAMES.values(values);
    }

    @Test
    void values_come_in_the_order_of_their_names() {
        assertThat(of("Big", 7L, "Leeds").entrySet())
                .containsExactly(Map.entry("amount", 7L), Map.entry("city", "Leeds"), Map.entry("title", "Big"));
        assertThat(FieldValues.copyOf(Map.of("b", 2L, "a", 1L, "c", 3L)).keySet())
                .containsExactly("a", "b", "c");
    }

    @Test
    void a_missing_value_has_no_entry() {
        FieldValues values = of(null, 7L, null);

        assertThat(values).hasSize(1).containsOnlyKeys("amount").doesNotContainKey("title");
        assertThat(values.get("city")).isNull();
        assertThat(of(null, null, null)).isEmpty();
    }

    @Test
    void a_name_is_found_whichever_object_holds_its_letters() {
        FieldValues values = of("Big", 7L, "Leeds");

        assertThat(values.get(String.valueOf(new char[] {'c', 'i', 't', 'y'}))).isEqualTo("Leeds");
        assertThat(values.get("nothing")).isNull();
        assertThat(values.get(null)).isNull();
    }

    @Test
    void it_equals_any_map_of_the_same_entries() {
        Map<String, Object> plain = new HashMap<>(Map.of("amount", 7L, "city", "Leeds"));

        assertThat(of(null, 7L, "Leeds")).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(plain).isEqualTo(of(null, 7L, "Leeds"));
    }

    @Test
    void what_it_was_made_of_can_change_and_it_does_not() {
        Object[] array = {1L, "Leeds", "Big"};
        FieldValues values = NAMES.values(array);
        Map<String, Object> map = new TreeMap<>(values);
        FieldValues copy = FieldValues.copyOf(map);
        array[0] = 2L;
        map.clear();

        assertThat(values.get("amount")).isEqualTo(1L);
        assertThat(copy).isEqualTo(values);
        assertThatThrownBy(() -> values.put("amount", 2L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> values.entrySet().iterator().next().setValue(2L))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_copy_of_itself_is_itself() {
        FieldValues values = of("Big", 7L, "Leeds");

        assertThat(FieldValues.copyOf(values)).isSameAs(values);
    }

    @Test
    void another_order_of_a_sorted_map_is_not_taken_over() {
        Map<String, Object> descending = new TreeMap<>(Comparator.reverseOrder());
        descending.putAll(Map.of("a", 1L, "b", 2L));

        assertThat(FieldValues.copyOf(descending).keySet()).containsExactly("a", "b");
    }

    @Test
    void null_values_and_unknown_names_are_refused() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("city", null);

        assertThatNullPointerException()
                .isThrownBy(() -> FieldValues.copyOf(withNull))
                .withMessage("city");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NAMES.indexOf("country"))
                .withMessageContaining("country");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NAMES.values(new Object[1]))
                .withMessage("takes a value for each of 3 names, got 1");
    }
}
