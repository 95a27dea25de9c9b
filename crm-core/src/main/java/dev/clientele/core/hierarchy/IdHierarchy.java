package dev.clientele.core.hierarchy;

import static com.google.common.base.Preconditions.checkArgument;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trees that records form by a reference to their parent, of which only the ids are read: for figures over many records. Otherwise as
 * {@link Hierarchy}. Immutable and thread-safe.
 *
 * @param <T> the record type
 */
public final class IdHierarchy<T extends Entity<T>> {

    private static final int NONE = -1;

    private final List<Id<T>> ids;
    /** The children of each node stand one after the other, in the order of ids; where those of a node start, and after the last end. */
    private final int[] starts;

    private final int[] children;
    /** All nodes, each after its parent. */
    private final int[] topDown;

    private IdHierarchy(List<Id<T>> ids, int[] parents, String reference) {
        this.ids = Collections.unmodifiableList(ids);
        this.starts = new int[ids.size() + 1];
        for (int parent : parents) {
            if (parent != NONE) {
                starts[parent + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        this.children = new int[starts[ids.size()]];
        int[] next = Arrays.copyOf(starts, ids.size());
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] != NONE) {
                children[next[parents[node]]++] = node;
            }
        }
        this.topDown = topDown(parents);
        checkArgument(topDown.length == ids.size(), "records must not lead round in a circle by their %s", reference);
    }

    /** Returns the nodes that are reached from the roots, breadth first. */
    private int[] topDown(int[] parents) {
        int[] order = new int[parents.length];
        int size = 0;
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] == NONE) {
                order[size++] = node;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int child = starts[order[i]]; child < starts[order[i] + 1]; child++) {
                order[size++] = children[child];
            }
        }
        return Arrays.copyOf(order, size);
    }

    /**
     * Returns the trees that the records of a selection form.
     *
     * @param parent the field by which one belongs to another
     * @throws IllegalArgumentException if parents lead round in a circle
     */
    public static <T extends Entity<T>> IdHierarchy<T> of(Selection<T> selection, ReferenceField<T, T> parent) {
        List<Id<T>> ids = new ArrayList<>();
        List<@Nullable Id<T>> above = new ArrayList<>();
        try (Stream<RecordColumns<T>> records = selection.columns(List.of(parent)).stream()) {
            records.forEach(record -> {
                ids.add(record.id());
                above.add(record.get(parent));
            });
        }
        Map<Id<T>, Integer> nodes = new HashMap<>();
        for (int node = 0; node < ids.size(); node++) {
            nodes.put(ids.get(node), node);
        }
        int[] parents = above.stream()
                .mapToInt(id -> id == null ? NONE : nodes.getOrDefault(id, NONE))
                .toArray();
        return new IdHierarchy<>(ids, parents, parent.name());
    }

    /** Returns the ids of all records, in the order of the selection; unmodifiable. */
    public List<Id<T>> ids() {
        return ids;
    }

    /**
     * Computes for each record a figure that follows from its id and from the figures of those directly below it, which are found first.
     *
     * @param figure given an id and the figures of those directly below it, which are none at the bottom
     */
    public <V> Map<Id<T>, V> fold(BiFunction<Id<T>, List<V>, V> figure) {
        Map<Id<T>, V> byId = new LinkedHashMap<>();
        for (int i = topDown.length - 1; i >= 0; i--) {
            int node = topDown[i];
            List<V> parts = new ArrayList<>(starts[node + 1] - starts[node]);
            for (int child = starts[node]; child < starts[node + 1]; child++) {
                parts.add(Objects.requireNonNull(byId.get(ids.get(children[child]))));
            }
            byId.put(ids.get(node), figure.apply(ids.get(node), parts));
        }
        return Collections.unmodifiableMap(byId);
    }

    /**
     * Computes for each record its own figure, and that together with those of all below it.
     *
     * @param own the figures of records by id; those of records that aren't in the hierarchy count nowhere
     * @param nothing the figure of a record that isn't in the map
     * @param sum adds two figures; associative
     */
    public <V> Map<Id<T>, RollUp<V>> rollUpWithOwn(Map<Id<T>, V> own, V nothing, BinaryOperator<V> sum) {
        return fold((id, parts) -> {
            V figure = own.getOrDefault(id, nothing);
            V total = figure;
            for (RollUp<V> part : parts) {
                total = sum.apply(total, part.total());
            }
            return new RollUp<>(figure, total);
        });
    }
}
