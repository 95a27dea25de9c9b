package dev.clientele.core.hierarchy;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Records by which belongs to which, and what anything amounts to over all that belong together. Immutable and thread-safe.
 *
 * <p>A record whose parent isn't among the given ones stands on top.
 *
 * @param <T> the record type
 */
public final class Hierarchy<T extends Entity<T>> {

    private final Map<Id<T>, T> records;
    private final ReferenceField<T, T> parent;
    private final Map<Id<T>, List<Id<T>>> childrenById = new HashMap<>();
    private final List<Id<T>> rootIds = new ArrayList<>();

    private Hierarchy(Map<Id<T>, T> records, ReferenceField<T, T> parent) {
        this.records = records;
        this.parent = parent;
        records.forEach((id, record) -> parent(record)
                .ifPresentOrElse(
                        above -> childrenById
                                .computeIfAbsent(above, unused -> new ArrayList<>())
                                .add(id),
                        () -> rootIds.add(id)));
    }

    /**
     * The trees that these records form.
     *
     * @param records each with an id
     * @param parent the field by which one belongs to another
     * @throws IllegalArgumentException if parents lead round in a circle
     */
    public static <T extends Entity<T>> Hierarchy<T> of(Collection<T> records, ReferenceField<T, T> parent) {
        Map<Id<T>, T> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.put(record.id(), record));
        Hierarchy<T> hierarchy = new Hierarchy<>(Collections.unmodifiableMap(byId), parent);
        if (hierarchy.topDown().size() != byId.size()) {
            throw new IllegalArgumentException("records must not lead round in a circle by their " + parent.name());
        }
        return hierarchy;
    }

    /** The trees that the records of a selection form; see {@link #of(Collection, ReferenceField)}. */
    public static <T extends Entity<T>> Hierarchy<T> of(Selection<T> selection, ReferenceField<T, T> parent) {
        try (Stream<T> records = selection.stream()) {
            return of(records.toList(), parent);
        }
    }

    /** All records, in the order given. */
    public Collection<T> records() {
        return records.values();
    }

    /** The records that belong to no other one of these. */
    public List<T> roots() {
        return rootIds.stream().map(this::record).toList();
    }

    /**
     * The records that belong to this one directly.
     *
     * @throws IllegalArgumentException if it isn't one of these
     */
    public List<T> children(Id<T> id) {
        return childIds(record(id).id()).stream().map(this::record).toList();
    }

    /**
     * A record and all below it, each above those that belong to it.
     *
     * @throws IllegalArgumentException if it isn't one of these
     */
    public List<T> subtree(Id<T> id) {
        return walk(List.of(record(id).id())).stream().map(this::record).toList();
    }

    /**
     * The records above this one, the nearest first.
     *
     * @throws IllegalArgumentException if it isn't one of these
     */
    public List<T> ancestors(Id<T> id) {
        List<T> above = new ArrayList<>();
        Optional<Id<T>> next = parent(record(id));
        while (next.isPresent()) {
            T record = record(next.get());
            above.add(record);
            next = parent(record);
        }
        return above;
    }

    /**
     * For each record its own figure together with those of all below it.
     *
     * @param own a record's own figure
     * @param sum adds two figures; associative
     */
    public <V> Map<Id<T>, V> rollUp(Function<T, V> own, BinaryOperator<V> sum) {
        return fold((record, parts) -> {
            V total = own.apply(record);
            for (V part : parts) {
                total = sum.apply(total, part);
            }
            return total;
        });
    }

    /**
     * For each record a figure that follows from it and from the figures of those directly below it, which are found first.
     *
     * @param figure given a record and the figures of those directly below it, which are none at the bottom
     */
    public <V> Map<Id<T>, V> fold(BiFunction<T, List<V>, V> figure) {
        Map<Id<T>, V> figures = new LinkedHashMap<>();
        List<Id<T>> order = topDown();
        for (int i = order.size() - 1; i >= 0; i--) {
            T record = record(order.get(i));
            List<V> parts = new ArrayList<>();
            for (Id<T> child : childIds(record.id())) {
                parts.add(Objects.requireNonNull(figures.get(child)));
            }
            figures.put(record.id(), figure.apply(record, Collections.unmodifiableList(parts)));
        }
        return Collections.unmodifiableMap(figures);
    }

    /**
     * As {@link #rollUp(Function, BinaryOperator)} for figures by record.
     *
     * @param nothing the figure of a record that isn't in the map
     */
    public <V> Map<Id<T>, V> rollUp(Map<Id<T>, V> own, V nothing, BinaryOperator<V> sum) {
        return rollUp(record -> own.getOrDefault(record.id(), nothing), sum);
    }

    /**
     * For each record its own figure, and that together with those of all below it.
     *
     * @param own the figures of records by id; those of records that aren't in the hierarchy count nowhere
     * @param nothing the figure of a record that isn't in the map
     * @param sum adds two figures; associative
     */
    public <V> Map<Id<T>, RollUp<V>> rollUpWithOwn(Map<Id<T>, V> own, V nothing, BinaryOperator<V> sum) {
        return fold((record, parts) -> {
            V figure = own.getOrDefault(record.id(), nothing);
            V total = figure;
            for (RollUp<V> part : parts) {
                total = sum.apply(total, part.total());
            }
            return new RollUp<>(figure, total);
        });
    }

    private T record(Id<T> id) {
        T record = records.get(id);
        if (record == null) {
            throw new IllegalArgumentException("there is no record " + id + " among these");
        }
        return record;
    }

    private Optional<Id<T>> parent(T record) {
        return record.find(parent).filter(records::containsKey);
    }

    private List<Id<T>> childIds(Id<T> id) {
        return childrenById.getOrDefault(id, List.of());
    }

    private List<Id<T>> topDown() {
        return walk(rootIds);
    }

    private List<Id<T>> walk(List<Id<T>> from) {
        List<Id<T>> order = new ArrayList<>();
        Deque<Id<T>> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Id<T> next = open.removeFirst();
            order.add(next);
            open.addAll(childIds(next));
        }
        return order;
    }
}
