package dev.clientele.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PersistentTreeMapPropertyTest {

    @Property
    void it_holds_what_a_tree_map_holds(@ForAll @Size(max = 200) List<@IntRange(min = -40, max = 40) Integer> steps) {
        PersistentTreeMap<Integer, String> sorted = PersistentTreeMap.orderedBy(Comparator.naturalOrder());
        TreeMap<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < steps.size(); i++) {
            int key = Math.abs(steps.get(i));
            if (steps.get(i) < 0) {
                sorted = sorted.without(key);
                map.remove(key);
            } else {
                sorted = sorted.with(key, "v" + i);
                map.put(key, "v" + i);
            }
        }
        assertThat(list(sorted.values())).containsExactlyElementsOf(map.values());
        assertThat(sorted.isEmpty()).isEqualTo(map.isEmpty());
        for (int key = 0; key <= 40; key++) {
            int bound = key;
            assertThat(sorted.get(key)).isEqualTo(map.get(key));
            assertThat(list(sorted.ascending(other -> other >= bound)))
                    .containsExactlyElementsOf(map.tailMap(bound).values());
            assertThat(list(sorted.descending(other -> other <= bound)))
                    .containsExactlyElementsOf(
                            map.headMap(bound, true).descendingMap().values());
        }
    }

    @Property
    void a_change_leaves_what_was_there_before_as_it_was(
            @ForAll @Size(max = 50) List<@IntRange(max = 60) Integer> keys, @ForAll @IntRange(max = 60) int change) {
        PersistentTreeMap<Integer, Integer> before = PersistentTreeMap.orderedBy(Comparator.naturalOrder());
        for (int key : keys) {
            before = before.with(key, key);
        }
        List<Integer> values = list(before.values());
        before.with(change, -1);
        before.without(change);

        assertThat(list(before.values())).isEqualTo(values);
    }

    @Example
    void a_million_ascending_keys_make_no_deep_tree() {
        PersistentTreeMap<Integer, Integer> sorted = PersistentTreeMap.orderedBy(Comparator.naturalOrder());
        for (int i = 0; i < 1_000_000; i++) {
            sorted = sorted.with(i, i);
        }
        int[] comparisons = {0};
        sorted.ascending(key -> {
            comparisons[0]++;
            return key >= 777_777;
        });
        assertThat(comparisons[0]).isLessThan(30);
    }

    private static <T> List<T> list(Iterator<T> values) {
        List<T> list = new ArrayList<>();
        values.forEachRemaining(list::add);
        return list;
    }
}
